extension String {
  /// The text on one line, with a visible stand-in for what shows nothing, breaks a line or turns the reading.
  var printable: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      // The pictures of the control characters follow each other as the characters do.
      case 0..<0x20: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: scalars.append("\u{2421}")
      case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF, 0xFFF9...0xFFFF:
        scalars.append("\u{FFFD}")
      default:
        scalars.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
      }
    }
    return String(scalars)
  }

  /// The text with its middle left out where it is longer: names that begin alike differ at their ends.
  ///
  /// It counts scalars, for a stranger's character may have any number of marks.
  func shortened(to length: Int) -> String {
    let count = unicodeScalars.count
    guard count > length else { return self }
    let front = unicodeScalars.prefix((length - 1) / 2)
    let back = unicodeScalars.suffix(length - 1 - front.count)
    return String(String.UnicodeScalarView(front)) + "…" + String(String.UnicodeScalarView(back))
  }

  /// About how wide the text is in a sans-serif font, in widths of its size; rather too much than too little.
  var estimatedWidth: Double {
    unicodeScalars.reduce(0) { $0 + $1.estimatedWidth }
  }
}

extension Unicode.Scalar {
  fileprivate var estimatedWidth: Double {
    switch value {
    case 0x20, 0x21, 0x27...0x29, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x49, 0x5B...0x5D, 0x66, 0x69, 0x6A, 0x6C,
      0x72,
      0x74, 0x7C:
      0.41
    case 0x23, 0x26, 0x2B, 0x3C...0x3E, 0x5E, 0x7E: 0.84
    case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: 1
    case 0x41...0x5A: 0.78
    case 0..<0x7F: 0.64
    // Combining marks add nothing.
    case 0x300...0x36F: 0
    // East Asian letters, and pictures.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F000...0x3FFFD:
      1.05
    default: 0.75
    }
  }
}

extension Graph.Node {
  /// How long a line of a box and the text behind it become at most.
  static let (longestLine, longestTitle) = (48, 500)

  /// The lines in the box.
  var lines: [String] {
    [name, detail, note ?? ""].filter { !$0.isEmpty }.map { $0.printable.shortened(to: Self.longestLine) }
  }

  /// What the box's lines leave out; nil when they say all.
  var rest: String? {
    let whole = title ?? [name, detail, note ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    let isCut = [name, detail, note ?? ""].contains { $0.unicodeScalars.count > Self.longestLine }
    return title != nil || isCut ? whole.printable.shortened(to: Self.longestTitle) : nil
  }
}

extension Graph.Cluster {
  /// The line at the top of the frame.
  var line: String {
    (detail.isEmpty ? name : "\(name) (\(detail))").printable.shortened(to: 2 * Graph.Node.longestLine)
  }
}

extension Graph.Edge {
  /// The text at the arrow.
  var line: String {
    label.printable.shortened(to: Graph.Node.longestLine)
  }

  /// What the arrow's line leaves out; nil when it says all.
  var rest: String? {
    label.unicodeScalars.count > Graph.Node.longestLine
      ? label.printable.shortened(to: Graph.Node.longestTitle) : nil
  }
}
