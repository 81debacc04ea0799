/// A version such as `2.0.1.beta-3` (TOSCA Simple Profile 1.3, 3.3.2).
struct TOSCAVersion: Comparable {
  /// The major, minor and fix version; a missing fix version is 0.
  let numbers: [Int]
  let qualifier: String?
  let build: Int

  /// Reads `major.minor[.fix[.qualifier[-build]]]`; nil when the text has another form.
  init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    var numbers: [Int] = []
    for part in parts.prefix(3) {
      guard let number = Self.number(part) else { return nil }
      numbers.append(number)
    }
    if numbers.count == 2 { numbers.append(0) }
    self.numbers = numbers
    guard parts.count == 4 else {
      (qualifier, build) = (nil, 0)
      return
    }
    let words = parts[3].split(separator: "-", omittingEmptySubsequences: false)
    guard words.count <= 2, !words[0].isEmpty, words[0].utf8.allSatisfy(Self.isWordByte) else { return nil }
    guard let build = words.count == 2 ? Self.number(words[1]) : 0 else { return nil }
    (qualifier, self.build) = (String(words[0]), build)
  }

  /// By number; a version with a qualifier, such as `alpha`, comes before the one without.
  static func < (left: Self, right: Self) -> Bool {
    guard left.numbers == right.numbers else {
      return left.numbers.lexicographicallyPrecedes(right.numbers)
    }
    return switch (left.qualifier, right.qualifier) {
    case (nil, _): false
    case (_?, nil): true
    case (let own?, let other?): (own, left.build) < (other, right.build)
    }
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
  }
}
