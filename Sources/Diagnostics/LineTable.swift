/// Where the lines of a file begin, for whoever asks for many of them.
struct LineTable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// For each line how far its characters were counted: so many are before that byte.
  private var counted: [Int32: (characters: Int, index: Int)] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The bytes of a line that counts from 1, without its end; empty when there is no such line.
  func line(_ number: Int32) -> ArraySlice<UInt8> {
    let index = Int(number) - 1
    guard starts.indices.contains(index) else { return [] }
    var end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
    if end > starts[index], bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[starts[index]..<end]
  }

  /// The part of a line after so many characters; a character is a scalar, as columns count them.
  ///
  /// Who asks for places in their order has each byte looked at once, however long the line is.
  mutating func line(_ number: Int32, after characters: Int) -> ArraySlice<UInt8> {
    let line = line(number)
    guard let known = counted[number], known.characters <= characters else {
      let rest = line.droppingCharacters(characters)
      if counted[number] == nil { counted[number] = (characters, rest.startIndex) }
      return rest
    }
    let rest = line[known.index...].droppingCharacters(characters - known.characters)
    counted[number] = (characters, rest.startIndex)
    return rest
  }
}

extension ArraySlice<UInt8> {
  /// The UTF-8 text without its first characters.
  func droppingCharacters(_ count: Int) -> ArraySlice<UInt8> {
    var remaining = count
    let start = firstIndex { byte in
      guard byte & 0xC0 != 0x80 else { return false }
      remaining -= 1
      return remaining < 0
    }
    return self[(start ?? endIndex)...]
  }
}
