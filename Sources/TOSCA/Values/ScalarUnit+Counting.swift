extension ScalarUnit {
  /// What sizes are counted in, in bytes.
  package enum SizeUnit: Double, Sendable {
    case byte = 1
    case kibibyte = 1024
    case mebibyte = 1_048_576
    case gibibyte = 1_073_741_824

    /// The decimal unit next to it.
    fileprivate var decimal: Double {
      switch self {
      case .byte: 1
      case .kibibyte: 1e3
      case .mebibyte: 1e6
      case .gibibyte: 1e9
      }
    }

    /// More than any size has.
    fileprivate var limit: Double { self == .byte ? 1e18 : 1e9 }
  }

  /// What a decimal unit such as `GB` stands for where powers of 1024 are counted.
  package enum DecimalReading: Sendable {
    /// For its bytes: `2 GB` has 1908 MiB.
    case bytes
    /// For the power of 1024 next to it: `2 GB` has 2048 MiB.
    case binary
    /// For as many of the decimal unit next to the one that is counted: `2 GB` has 2000 MiB.
    case decimal
  }

  /// A size in whole units, rounded up.
  ///
  /// A number without a unit counts what `bare` is; the unit itself where nothing else is said.
  ///
  /// - Returns: nil for what is no size, is below zero, or beyond all measure.
  package static func count(
    _ text: String, in unit: SizeUnit, _ reading: DecimalReading, bare: SizeUnit? = nil
  ) -> Int? {
    let amount: Double
    if let size = ScalarUnit(text, .size) {
      switch reading {
      case .bytes: amount = size.value / unit.rawValue
      case .binary: amount = size.binaryValue / unit.rawValue
      case .decimal: amount = size.value / (size.isBinary ? unit.rawValue : unit.decimal)
      }
    } else if let number = Double(text) {
      amount = number * (bare ?? unit).rawValue / unit.rawValue
    } else {
      return nil
    }
    return (0...unit.limit).contains(amount) ? Int(amount.rounded(.up)) : nil
  }
}
