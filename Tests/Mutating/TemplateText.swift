/// A template as lines, with the blocks that their indentation makes.
struct TemplateText: Sendable {
  /// The lines without their ends.
  var lines: [[UInt8]]
  /// What ends a line.
  var lineEnd: [UInt8] = [0x0A]
  /// What stands before the first line.
  var prefix: [UInt8] = []

  /// A mutation that would make more of a template than this is cut off.
  static let largest = 1 << 20

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  var bytes: [UInt8] {
    let whole = prefix + Array(lines.joined(separator: lineEnd))
    return whole.count > Self.largest ? Array(whole[..<Self.largest]) : whole
  }

  /// Takes bytes as the new text.
  mutating func replace(with bytes: [UInt8]) {
    self = TemplateText(bytes)
  }

  func indent(of line: Int) -> Int {
    lines[line].prefix { $0 == 0x20 }.count
  }

  /// A line and all below it that are indented further.
  func block(at line: Int) -> Range<Int> {
    guard lines.indices.contains(line) else { return 0..<0 }
    let depth = indent(of: line)
    let end = lines[(line + 1)...].firstIndex { !$0.isEmpty && $0.prefix { $0 == 0x20 }.count <= depth }
    return line..<(end ?? lines.count)
  }

  /// The lines of a block, moved to another depth.
  func lines(of block: Range<Int>, indentedBy depth: Int) -> [[UInt8]] {
    guard let first = block.first else { return [] }
    let own = indent(of: first)
    return lines[block].map { [UInt8](repeating: 0x20, count: depth) + $0.dropFirst(min(own, $0.count)) }
  }

  /// A line with something on it, by chance.
  func line(_ random: inout SplitMix64) -> Int? {
    guard !lines.isEmpty else { return nil }
    for _ in 0..<8 {
      let line = random.below(lines.count)
      if !lines[line].isEmpty { return line }
    }
    return nil
  }

  /// Where the value of a line begins: behind `key: ` or `- `; nil when there is none.
  func valueStart(of line: Int) -> Int? {
    let text = lines[line]
    if let colon = text.indices.first(where: { offset in
      text[offset] == 0x3A && offset + 1 < text.count && text[offset + 1] == 0x20
    }) {
      return colon + 2
    }
    let dash = indent(of: line)
    return dash + 1 < text.count && text[dash] == 0x2D && text[dash + 1] == 0x20 ? dash + 2 : nil
  }

  /// The name before the colon of a line.
  func keyRange(of line: Int) -> Range<Int>? {
    let text = lines[line]
    let start = text.firstIndex { $0 != 0x20 && $0 != 0x2D } ?? text.count
    guard let colon = text.firstIndex(of: 0x3A), start < colon else { return nil }
    return start..<colon
  }
}
