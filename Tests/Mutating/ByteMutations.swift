extension Mutation {
  /// Damage that looks at nothing.
  static let bytes: [Mutation] = [
    Mutation("flip bits") { text, _, random in
      var bytes = text.bytes
      guard !bytes.isEmpty else { return }
      for _ in 0...random.below(8) { bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8)) }
      text.replace(with: bytes)
    },
    Mutation("other bytes") { text, _, random in
      var bytes = text.bytes
      guard !bytes.isEmpty else { return }
      let signs = Array("{}[]:,-?&*!|>'\"%@`#\t\r\n\\<~".utf8) + [0, 0x7F, 0x80, 0xC2, 0xE2, 0xFF]
      for _ in 0...random.below(4) { bytes[random.below(bytes.count)] = signs[random.below(signs.count)] }
      text.replace(with: bytes)
    },
    Mutation("cut off") { text, _, random in
      let bytes = text.bytes
      text.replace(with: Array(bytes[..<random.below(bytes.count + 1)]))
    },
    Mutation("cut out") { text, _, random in
      var bytes = text.bytes
      let start = random.below(bytes.count + 1)
      bytes.removeSubrange(start..<min(bytes.count, start + random.below(200)))
      text.replace(with: bytes)
    },
    Mutation("splice") { text, other, random in
      let (bytes, tail) = (text.bytes, other.bytes)
      text.replace(
        with: Array(bytes[..<random.below(bytes.count + 1)]) + tail[random.below(tail.count + 1)...])
    },
    Mutation("other line ends") { text, _, random in
      let ends: [[UInt8]] = [[0x0D, 0x0A], [0x0D], [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0x0A, 0x0A]]
      text.lineEnd = ends[random.below(ends.count)]
    },
    Mutation("byte order mark") { text, _, random in
      let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB]]
      text.prefix = marks[random.below(marks.count)]
    },
  ]
}
