/// A number with a unit (TOSCA Simple Profile 1.3, 3.3.6).
package struct ScalarUnit: Hashable, Sendable {
  package enum Dimension: String, Sendable {
    case size = "scalar-unit.size"
    case time = "scalar-unit.time"
    case frequency = "scalar-unit.frequency"
    case bitrate = "scalar-unit.bitrate"
  }

  package let dimension: Dimension
  /// In bytes, seconds, hertz or bits per second.
  package let value: Double
  /// Whether the unit counts in powers of 1024, such as `MiB`.
  package let isBinary: Bool
  /// The same where a decimal unit stands for the power of 1024 next to it: of `2 GB` that of `2 GiB`.
  package let binaryValue: Double

  /// Reads text such as `512 MB`: a number, blanks or none, and a unit in any case (3.3.6.1).
  ///
  /// - Returns: nil when this is no number with a unit of the dimension.
  package init?(_ text: String, _ dimension: Dimension) {
    let bytes = text.utf8.drop { $0 == UInt8(ascii: " ") }
    let digits = Self.number(at: bytes)
    let name = bytes.dropFirst(digits.count).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let number = Double(Substring(digits)), number.isFinite,
      let unit = Self.unit(name.prefix { $0 != UInt8(ascii: " ") }, dimension),
      name.dropFirst(unit.lowered.count).allSatisfy({ $0 == UInt8(ascii: " ") })
    else { return nil }
    self.dimension = dimension
    value = number * unit.factor
    isBinary = unit.lowered.contains(UInt8(ascii: "i"))
    binaryValue = number * (Self.powersOf1024[unit.factor] ?? unit.factor)
  }

  /// The units of a dimension, for a message.
  package static func units(_ dimension: Dimension) -> [String] {
    factors[dimension, default: []].map(\.unit)
  }

  /// The bytes of a number at the start of a text, also of one with an exponent: no unit begins with an `e`.
  private static func number(at bytes: Substring.UTF8View) -> Substring.UTF8View {
    bytes.prefix { (48...57).contains($0) || ".-+eE".utf8.contains($0) }
  }

  /// The unit as it is spelled, else the first that differs in case only: `Bps` are bytes, but `mb` is `MB`.
  private static func unit(_ name: Substring.UTF8View, _ dimension: Dimension) -> Unit? {
    guard let units = factors[dimension] else { return nil }
    return units.first { $0.unit.utf8.elementsEqual(name) }
      ?? units.first { $0.lowered.elementsEqual(name.lazy.map { $0 | 0x20 }) }
  }

  /// A unit, also in lower case: the case of a unit does not matter (3.3.6.2).
  private struct Unit {
    let unit: String
    let lowered: [UInt8]
    let factor: Double
  }

  private static let factors: [Dimension: [Unit]] = table.mapValues { units in
    units.map { Unit(unit: $0.unit, lowered: $0.unit.utf8.map { $0 | 0x20 }, factor: $0.factor) }
  }

  private static let powersOf1024: [Double: Double] = [
    1e3: 1024, 1e6: 1_048_576, 1e9: 1_073_741_824, 1e12: 1_099_511_627_776,
  ]

  private static let table: [Dimension: [(unit: String, factor: Double)]] = [
    .size: [
      ("B", 1), ("kB", 1e3), ("KiB", 1024), ("MB", 1e6), ("MiB", 1_048_576), ("GB", 1e9),
      ("GiB", 1_073_741_824), ("TB", 1e12), ("TiB", 1_099_511_627_776),
    ],
    .time: [
      ("d", 86400), ("h", 3600), ("m", 60), ("s", 1), ("ms", 1e-3), ("us", 1e-6), ("ns", 1e-9),
    ],
    .frequency: [("Hz", 1), ("kHz", 1e3), ("MHz", 1e6), ("GHz", 1e9)],
    .bitrate: [
      ("bps", 1), ("Kbps", 1e3), ("Kibps", 1024), ("Mbps", 1e6), ("Mibps", 1_048_576), ("Gbps", 1e9),
      ("Gibps", 1_073_741_824), ("Tbps", 1e12), ("Tibps", 1_099_511_627_776), ("Bps", 8), ("KBps", 8e3),
      ("KiBps", 8192), ("MBps", 8e6), ("MiBps", 8_388_608), ("GBps", 8e9), ("GiBps", 8_589_934_592),
      ("TBps", 8e12), ("TiBps", 8_796_093_022_208),
    ],
  ]
}
