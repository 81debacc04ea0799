/// The addresses of a CIDR such as `10.0.0.0/24` or `fd00::/64`.
struct AddressRange: Sendable {
  let first: UInt128
  let length: Int
  let isSix: Bool

  init?(_ cidr: String) {
    let parts = cidr.split(separator: "/")
    guard parts.count == 2, let length = Int(parts[1]) else { return nil }
    let isSix = parts[0].contains(":")
    let bits = isSix ? 128 : 32
    guard (0...bits).contains(length), let address = Self.address(String(parts[0])) else { return nil }
    let hostBits = bits - length
    first = hostBits == 128 ? 0 : (address >> UInt128(hostBits)) << UInt128(hostBits)
    self.length = length
    self.isSix = isSix
  }

  /// From the one after the gateway to the last before the broadcast address; never more than an `Int` holds.
  var usable: ClosedRange<Int> {
    let hostBits = min((isSix ? 128 : 32) - length, 48)
    let last = (1 << hostBits) - 2
    return last >= 2 ? 2...last : 0...max(0, (1 << hostBits) - 1)
  }

  /// How far an address lies from the first; nil where it is not in the range.
  func offset(_ text: String) -> Int? {
    guard text.contains(":") == isSix, let address = Self.address(text), address >= first else { return nil }
    let hostBits = (isSix ? 128 : 32) - length
    let offset = address - first
    guard hostBits >= 63 || offset < 1 << UInt128(hostBits) else { return nil }
    return Int(exactly: offset)
  }

  func text(of offset: Int) -> String {
    let address = first + UInt128(offset)
    guard isSix else {
      return stride(from: 24, through: 0, by: -8).map { String(address >> UInt128($0) & 0xFF) }
        .joined(separator: ".")
    }
    let groups = stride(from: 112, through: 0, by: -16).map { Int(address >> UInt128($0) & 0xFFFF) }
    return Self.shortened(groups)
  }

  /// RFC 5952: the longest run of zero groups becomes `::`.
  private static func shortened(_ groups: [Int]) -> String {
    var longest = 0..<0
    var start = 0
    for index in 0...groups.count {
      if index < groups.count, groups[index] == 0 { continue }
      if index - start > max(longest.count, 1) { longest = start..<index }
      start = index + 1
    }
    let text = { (part: ArraySlice<Int>) in part.map { String($0, radix: 16) }.joined(separator: ":") }
    guard !longest.isEmpty else { return text(groups[...]) }
    return text(groups[..<longest.lowerBound]) + "::" + text(groups[longest.upperBound...])
  }

  private static func address(_ text: String) -> UInt128? {
    text.contains(":") ? six(text) : four(text)
  }

  private static func four(_ text: String) -> UInt128? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    return parts.reduce(UInt128?.some(0)) { address, part in
      guard let address, let byte = UInt8(part) else { return nil }
      return address << 8 | UInt128(byte)
    }
  }

  private static func six(_ text: String) -> UInt128? {
    let groups = { (part: Substring) in part.split(separator: ":").map { UInt16($0, radix: 16) } }
    var all: [UInt16?]
    if let gap = text.firstRange(of: "::") {
      let (head, tail) = (groups(text[..<gap.lowerBound]), groups(text[gap.upperBound...]))
      guard head.count + tail.count < 8 else { return nil }
      all = head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    } else {
      all = groups(text[...])
    }
    guard all.count == 8 else { return nil }
    return all.reduce(UInt128?.some(0)) { address, group in
      guard let address, let group else { return nil }
      return address << 16 | UInt128(group)
    }
  }
}
