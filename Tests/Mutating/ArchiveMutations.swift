extension [UInt8] {
  /// Damages an archive in one to three ways.
  func mutatedArchive(random: inout SplitMix64) -> (bytes: [UInt8], how: [String]) {
    var bytes = self
    var how: [String] = []
    for _ in 0...random.below(3) where !bytes.isEmpty {
      switch random.below(5) {
      case 0:
        for _ in 0...random.below(16) { bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8)) }
        how.append("flip bits")
      case 1:
        bytes.removeSubrange(random.below(bytes.count)...)
        how.append("cut off")
      case 2:
        let start = random.below(bytes.count)
        bytes.removeSubrange(start..<Swift.min(bytes.count, start + 1 + random.below(64)))
        how.append("cut out")
      case 3:
        bytes.lie(&random)
        how.append("lie about an entry")
      default:
        // The end of the archive tells where its directory is and how many entries it has.
        let start = Swift.max(0, bytes.count - 22)
        bytes[start + random.below(bytes.count - start)] = UInt8(random.below(256))
        how.append("other end")
      }
    }
    return (bytes, how)
  }

  /// Writes another size, method, offset or name length into the header of an entry.
  private mutating func lie(_ random: inout SplitMix64) {
    let headers = indices.filter { offset in
      offset + 46 < count && self[offset] == 0x50 && self[offset + 1] == 0x4B
        && (self[offset + 2] == 1 || self[offset + 2] == 3)
    }
    guard let header = headers.randomElement(using: &random) else { return }
    let field = header + 4 + random.below(38)
    let values: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]
    for offset in field..<Swift.min(count, field + 4) { self[offset] = values[random.below(values.count)] }
  }
}
