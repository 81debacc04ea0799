import CSchemas
import Synchronization

/// A table of schemas inside the program, of which only the blocks that are asked for are read, and each once.
package final class SchemaLookup: Sendable {
  private let table: @Sendable () -> SchemaTable
  /// What was asked for.
  ///
  /// A name that no type has is not kept: strangers may ask for any number of those.
  private let schemas = Mutex<[String: ResourceSchema]>([:])

  /// The resource types of Heat 2024.1 and of the release after it that was the newest in 2026.
  package static let heat = SchemaLookup { embedded_heat_schemas() }
  /// The profile and policy types of Senlin 16, such as `os.nova.server-1.0`.
  package static let senlin = SchemaLookup { embedded_senlin_schemas() }

  private init(_ table: @escaping @Sendable () -> SchemaTable) {
    self.table = table
  }

  /// The schema of a type; nil when there is none of that name.
  package subscript(type: String) -> ResourceSchema? {
    if let known = schemas.withLock({ $0[type] }) { return known }
    guard let found = read(type) else { return nil }
    schemas.withLock { $0[type] = found }
    return found
  }

  /// Finds the block of a type by halves.
  private func read(_ type: String) -> ResourceSchema? {
    let text = bytes
    let name = Array(type.utf8)
    var (low, high) = (Self.firstBlock(in: text), text.count)
    while low < high {
      let block = Self.blockStart(at: low + (high - low) / 2, in: text, from: low)
      let found = Self.name(at: block, in: text)
      if found.elementsEqual(name) { return ResourceSchema(type, block: text[block...]) }
      if found.lexicographicallyPrecedes(name) {
        guard let next = Self.nextBlock(after: block, in: text), next < high else { return nil }
        low = next
      } else {
        high = block
      }
    }
    return nil
  }

  /// The names of all types, in order.
  package var types: [String] {
    let text = bytes
    var names: [String] = []
    var block = Self.firstBlock(in: text)
    while block < text.count {
      names.append(String(decoding: Self.name(at: block, in: text), as: UTF8.self))
      guard let next = Self.nextBlock(after: block, in: text) else { break }
      block = next
    }
    return names
  }

  private var bytes: UnsafeBufferPointer<UInt8> {
    let table = table()
    return UnsafeBufferPointer(start: table.bytes, count: table.count)
  }

  private typealias Text = UnsafeBufferPointer<UInt8>

  /// Where the first block begins, after the comment at the top.
  private static func firstBlock(in text: Text) -> Int {
    nextBlock(after: 0, in: text) ?? text.count
  }

  /// Where the block begins that a place lies in, which is not before the block at `low`.
  private static func blockStart(at place: Int, in text: Text, from low: Int) -> Int {
    var position = place
    while position > low, !isStart(position, in: text) { position -= 1 }
    return position
  }

  private static func isStart(_ position: Int, in text: Text) -> Bool {
    position >= 2 && text[position - 1] == newline && text[position - 2] == newline
  }

  private static func nextBlock(after block: Int, in text: Text) -> Int? {
    var position = block + 1
    while position < text.count {
      if isStart(position, in: text) { return position }
      position += 1
    }
    return nil
  }

  private static func name(at block: Int, in text: Text) -> Slice<Text> {
    var end = block
    while end < text.count, text[end] != newline, text[end] != UInt8(ascii: " ") { end += 1 }
    return text[block..<end]
  }

  private static let newline = UInt8(ascii: "\n")
}
