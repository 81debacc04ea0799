/// Where the lines of a file begin, for whoever asks for many of them.
struct LineTable {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    starts = [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The bytes of a line that counts from 1, without its end; empty when there is no such line.
  func line(_ number: Int32, of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let index = Int(number) - 1
    guard starts.indices.contains(index) else { return [] }
    var end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
    if end > starts[index], bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[starts[index]..<end]
  }
}

extension ArraySlice<UInt8> {
  /// The UTF-8 text without its first characters; a character is a scalar, as columns count them.
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
