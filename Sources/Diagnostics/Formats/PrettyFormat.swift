extension DiagnosticLog {
  /// The findings for a person: each with its line of the file, the place marked, and its notes.
  ///
  /// Only findings of the given severities are meant. Colour is for a terminal, not for files.
  package func pretty(
    _ severities: Set<Diagnostic.Severity> = Set(Diagnostic.Severity.allCases), isColored: Bool = false
  ) -> String {
    var writer = PrettyWriter(self, isColored: isColored)
    for finding in sorted where severities.contains(finding.severity) {
      writer.write(finding)
    }
    return writer.text
  }

  /// The findings in one line each, for tools that read `file:line:column: severity: message [code]`.
  package func concise() -> String {
    sorted.map { finding in
      "\(heading(finding.range)): \(finding.severity.rawValue): \(printable(finding.message)) [\(finding.code.name)]\n"
    }.joined()
  }

  fileprivate func heading(_ range: SourceRange) -> String {
    "\(printable(self[file: range.file].name)):\(range.start.line):\(range.start.column)"
  }
}

/// Writes findings one after the other, and looks for the lines of a file once.
private struct PrettyWriter {
  /// How many notes of a finding show their line; many places say no more than a few.
  private static let mostExcerpts = 3
  /// How many characters of a long line are shown.
  private static let widest = 120

  let log: DiagnosticLog
  let isColored: Bool
  private(set) var text = ""
  private var lines: [SourceFile.ID: LineTable] = [:]

  init(_ log: DiagnosticLog, isColored: Bool) {
    self.log = log
    self.isColored = isColored
  }

  mutating func write(_ finding: Diagnostic) {
    let color = finding.severity.color
    text += "\(log.heading(finding.range)): \(colored("\(finding.severity.rawValue):", color)) "
    text += "\(printable(finding.message)) [\(finding.code.name)]\n"
    text += excerpt(finding.range, mark: ("^", "~"), color)
    var excerpts = 0
    for note in finding.notes {
      text += "\(log.heading(note.range)): \(colored("note:", .cyan)) \(printable(note.message))\n"
      // The line of the finding itself was just shown.
      let isShown = note.range.file == finding.range.file && note.range.start.line == finding.range.start.line
      guard !isShown, excerpts < Self.mostExcerpts else { continue }
      excerpts += 1
      text += excerpt(note.range, mark: ("-", "-"), .cyan)
    }
  }

  /// The line of a place with the place marked under it; a long line is cut around the place.
  private mutating func excerpt(_ range: SourceRange, mark: (first: String, rest: String), _ color: Color)
    -> String
  {
    var table = lines.removeValue(forKey: range.file) ?? LineTable(log[file: range.file].bytes)
    let isShort = table.line(range.start.line).droppingCharacters(Self.widest).isEmpty
    let first = isShort ? 0 : max(0, Int(range.start.column) - 1 - Self.widest / 2)
    let rest = table.line(range.start.line, after: first)
    lines[range.file] = table
    let window = rest[..<rest.droppingCharacters(Self.widest).startIndex]
    let shown = Array(String(decoding: window, as: UTF8.self).unicodeScalars)
    guard !shown.isEmpty else { return "" }
    let column = max(0, min(Int(range.start.column) - 1 - first, shown.count))
    let isOneLine = range.end.line == range.start.line
    let end = isOneLine ? min(Int(range.end.column) - 1 - first, shown.count) : shown.count
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let empty = String(repeating: " ", count: margin.count)
    let indent = String(repeating: " ", count: width(shown[..<column]))
    let marks =
      mark.first + String(repeating: mark.rest, count: max(1, width(shown[column..<max(column, end)])) - 1)
    return "\(margin) | \(printable(String(decoding: window, as: UTF8.self)))\n"
      + "\(empty) | \(indent)\(colored(marks, color))\n"
  }

  private func colored(_ text: String, _ color: Color) -> String {
    isColored ? "\u{1B}[1;\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// A colour by its number in the escape sequences of terminals (ECMA-48).
private enum Color: Int {
  case red = 31
  case yellow = 33
  case cyan = 36
}

extension Diagnostic.Severity {
  fileprivate var color: Color {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }
}

/// How many columns of a terminal a text takes, as it is printed: none for marks over a letter, two for the wide
/// letters of East Asia and for pictures.
private func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
  scalars.reduce(0) { width, scalar in
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return width
    default: return width + (scalar.properties.isEmojiPresentation || isWide(scalar) ? 2 : 1)
    }
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// The text with what could command a terminal made visible, and cut where it would fill one.
private func printable(_ text: String) -> String {
  let longest = 500
  let scalars = text.unicodeScalars
  guard text.utf8.count <= longest || scalars.dropFirst(longest).isEmpty else {
    return printable(String(scalars.prefix(longest / 2)) + " ... " + String(scalars.suffix(longest / 5)))
  }
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(isControl(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

/// Whether a character could command a terminal, or turn the way text is shown.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format: true
  default: false
  }
}
