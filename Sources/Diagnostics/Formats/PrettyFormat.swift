extension DiagnosticLog {
  /// The findings for a person: each with its line of the file, the place marked, and its notes.
  ///
  /// Only findings of the given severities are meant.
  package func pretty(_ severities: Set<Diagnostic.Severity> = Set(Diagnostic.Severity.allCases)) -> String {
    var text = ""
    for finding in sorted where severities.contains(finding.severity) {
      text += "\(heading(finding.range)): \(finding.severity.rawValue): \(printable(finding.message)) "
      text += "[\(finding.code.name)]\n"
      text += excerpt(finding.range)
      for note in finding.notes {
        text += "\(heading(note.range)): note: \(printable(note.message))\n"
      }
    }
    return text
  }

  /// The findings in one line each, for tools that read `file:line:column: severity: message [code]`.
  package func concise() -> String {
    sorted.map { finding in
      "\(heading(finding.range)): \(finding.severity.rawValue): \(printable(finding.message)) [\(finding.code.name)]\n"
    }.joined()
  }

  private func heading(_ range: SourceRange) -> String {
    "\(printable(self[file: range.file].name)):\(range.start.line):\(range.start.column)"
  }

  /// The line of a place with the place marked under it; a long line is cut around the place.
  private func excerpt(_ range: SourceRange) -> String {
    let line = Array(self[file: range.file].line(range.start.line))
    guard !line.isEmpty else { return "" }
    let column = min(Int(range.start.column) - 1, line.count)
    let end = range.end.line == range.start.line ? min(Int(range.end.column) - 1, line.count) : line.count
    let first = line.count > 120 ? max(0, column - 60) : 0
    let shown = line[first..<min(first + 120, line.count)]
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let empty = String(repeating: " ", count: margin.count)
    let width = max(1, min(end, first + 120) - column)
    let mark = String(repeating: " ", count: column - first) + "^" + String(repeating: "~", count: width - 1)
    return "\(margin) | \(printable(String(shown)))\n\(empty) | \(mark)\n"
  }
}

/// The text with what could command a terminal made visible, and cut where it would fill one.
private func printable(_ text: String) -> String {
  let longest = 500
  guard text.utf8.count <= longest else {
    return printable(String(text.prefix(longest / 2)) + " ... " + String(text.suffix(longest / 5)))
  }
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(isControl(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format: true
  default: false
  }
}
