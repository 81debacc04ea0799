import CYAML
import Diagnostics

/// A libyaml parser over bytes that outlive it.
///
/// libyaml keeps a pointer to its own parser, so the parser lives at one address until the end.
@safe struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter bytes: stay in place for as long as the stream lives.
  init(over bytes: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    precondition(unsafe yaml_parser_initialize(parser) == 1, "libyaml fails here only for want of memory")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
  }

  /// Hands the next event to `body`, or returns nil at a syntax error.
  mutating func next<Result>(_ body: (borrowing yaml_event_t) -> Result) -> Result? {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { return nil }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe body(event)
  }

  /// What libyaml says of the place where ``next(_:)`` returned nil.
  var problem: Problem {
    let state = unsafe parser.pointee
    return unsafe Problem(
      message: state.problem.map { unsafe String(cString: $0) } ?? "out of memory",
      context: state.context.map { unsafe String(cString: $0) },
      isEncoding: state.error == YAML_READER_ERROR,
      byteOffset: state.problem_offset,
      place: SourceLocation(state.problem_mark),
      contextPlace: SourceLocation(state.context_mark))
  }

  struct Problem {
    let message: String
    let context: String?
    /// Whether the bytes themselves are wrong; then only `byteOffset` tells the place.
    let isEncoding: Bool
    let byteOffset: Int
    let place: SourceLocation
    let contextPlace: SourceLocation
  }
}

extension SourceLocation {
  init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

/// Counts the events of `bytes` and keeps nothing: what reading costs at the least.
package func eventCount(_ bytes: [UInt8]) -> Int {
  unsafe bytes.withUnsafeBufferPointer { buffer in
    var stream = unsafe EventStream(over: buffer)
    var count = 0
    while let isEnd = unsafe stream.next({ unsafe $0.type == YAML_STREAM_END_EVENT }) {
      count += 1
      if isEnd { break }
    }
    return count
  }
}

/// The name of an anchor that an event may carry.
func anchorName(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  guard let bytes = unsafe bytes else { return nil }
  return unsafe String(cString: bytes)
}
