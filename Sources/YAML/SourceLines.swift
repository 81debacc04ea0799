import Diagnostics

/// The lines of a text as libyaml counts them.
struct SourceLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int
  private var number: Int32 = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> SourceLine? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    var length = 0
    while end < bytes.count {
      length = breakLength(at: end)
      if length > 0 { break }
      end += 1
    }
    position = end + length
    number += 1
    return SourceLine(bytes: bytes, number: number, start: start, end: end)
  }

  /// How many bytes the end of a line has that stands at an offset; 0 when none does.
  private func breakLength(at offset: Int) -> Int {
    func byte(_ distance: Int) -> UInt8 {
      offset + distance < bytes.count ? bytes[offset + distance] : 0
    }
    switch bytes[offset] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return byte(1) == UInt8(ascii: "\n") ? 2 : 1
    // The next line, line separator and paragraph separator of Unicode.
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}

/// One line of a text, without its end.
struct SourceLine {
  private let bytes: [UInt8]
  let number: Int32
  private let start: Int
  let end: Int
  /// Whether nothing but a comment stands here.
  let isComment: Bool
  /// Whether a part of the document stands here, no comment and no mark between documents.
  let hasContent: Bool
  /// How many characters stand before an offset, as far as they were counted.
  private var counted: (offset: Int, characters: Int)

  fileprivate init(bytes: [UInt8], number: Int32, start: Int, end: Int) {
    self.bytes = bytes
    self.number = number
    self.start = start
    self.end = end
    counted = (start, 0)
    let first = bytes[start..<end].first { !isBlank($0) }
    isComment = first == UInt8(ascii: "#")
    hasContent =
      first != nil && !isComment && first != UInt8(ascii: "%")
      && !bytes[start..<end].starts(with: "---".utf8)
  }

  /// The place of an offset that is not before the one asked for last.
  mutating func location(of offset: Int) -> SourceLocation {
    let characters = bytes[counted.offset..<offset].count { $0 & 0xC0 != 0x80 }
    counted = (offset, counted.characters + characters)
    return SourceLocation(line: Int(number), column: counted.characters + 1)
  }

  /// The `#` that stands before an offset with nothing but blanks between, if it can begin a comment.
  func commentSign(before offset: Int) -> Int? {
    var position = offset - 1
    while position >= start, isBlank(bytes[position]) { position -= 1 }
    guard position >= start, bytes[position] == UInt8(ascii: "#") else { return nil }
    return position == start || isBlank(bytes[position - 1]) ? position : nil
  }

  /// Where a comment ends whose text begins at an offset: with the line, or where the next comment begins.
  func commentEnd(after offset: Int) -> Int {
    bytes[offset..<end].indices.first { position in
      bytes[position] == UInt8(ascii: "#") && position > offset && isBlank(bytes[position - 1])
    } ?? end
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
