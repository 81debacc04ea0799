/// An address of IPv4 or IPv6 as its bits.
package struct IPAddress: Hashable, Comparable {
  package let isSix: Bool
  package let bits: UInt128

  /// Reads the usual notations; nil when the text is none.
  package init?(_ text: String) {
    if text.contains(":") {
      guard let bits = Self.readSix(text) else { return nil }
      (isSix, self.bits) = (true, bits)
    } else {
      guard let bits = Self.readFour(text) else { return nil }
      (isSix, self.bits) = (false, bits)
    }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.isSix ? 1 : 0, left.bits) < (right.isSix ? 1 : 0, right.bits)
  }

  private static func readFour(_ text: String) -> UInt128? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt128 = 0
    for part in parts {
      guard part.count <= 3, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = UInt8(part) else {
        return nil
      }
      bits = bits << 8 | UInt128(number)
    }
    return bits
  }

  /// Eight groups of up to four digits; `::` stands once for as many groups of zeros as are missing, and the last two
  /// groups may be written as an address of IPv4 (RFC 4291, 2.2).
  private static func readSix(_ text: String) -> UInt128? {
    if text.contains(".") {
      guard let colon = text.lastIndex(of: ":"),
        let four = readFour(String(text[text.index(after: colon)...]))
      else { return nil }
      return readSix(text[...colon] + String(four >> 16, radix: 16) + ":" + String(four & 0xFFFF, radix: 16))
    }
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return nil }
    var groups: [[UInt128]] = []
    for half in halves {
      var read: [UInt128] = []
      for part in half.split(separator: ":", omittingEmptySubsequences: false) where !half.isEmpty {
        guard (1...4).contains(part.utf8.count), part.first != "+", let number = UInt16(part, radix: 16)
        else { return nil }
        read.append(UInt128(number))
      }
      groups.append(read)
    }
    let count = groups.reduce(0) { $0 + $1.count }
    guard halves.count == 1 ? count == 8 : count <= 7 else { return nil }
    let zeros = Array(repeating: UInt128(0), count: 8 - count)
    let all = halves.count == 1 ? groups[0] : groups[0] + zeros + groups[1]
    return all.reduce(0) { $0 << 16 | $1 }
  }
}

/// A block of addresses, such as `10.0.0.0/24`.
package struct IPBlock {
  package let first: IPAddress
  fileprivate let mask: UInt128

  /// Reads an address with the length of its prefix; nil when the text is none.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = IPAddress(String(parts[0])),
      parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let length = Int(parts[1]),
      (0...(first.isSix ? 128 : 32)).contains(length)
    else { return nil }
    self.first = first
    let width = first.isSix ? 128 : 32
    mask = length == 0 ? 0 : ~UInt128(0) << UInt128(width - length)
  }

  package func contains(_ address: IPAddress) -> Bool {
    address.isSix == first.isSix && address.bits & mask == first.bits & mask
  }
}

extension IPBlock {
  /// The first and the last address as their bits.
  package var bounds: ClosedRange<UInt128> {
    let width = UInt128(first.isSix ? 128 : 32)
    let all = width == 128 ? ~UInt128(0) : (1 << width) - 1
    let lowest = first.bits & mask
    return lowest...(lowest | (~mask & all))
  }
}
