/// The findings as workflow commands of GitHub Actions, which show them beside the changed lines.
package func githubCommands(_ logs: [DiagnosticLog]) -> String {
  ReportedFinding.all(of: logs).map { reported in
    let (finding, range) = (reported.finding, reported.finding.range)
    var properties = [("file", reported.file), ("line", String(range.start.line))]
    // GitHub takes columns only where they are of one line.
    if range.start.line == range.end.line, range.start < range.end {
      properties += [
        ("col", String(range.start.column)), ("endLine", String(range.end.line)),
        ("endColumn", String(range.end.column)),
      ]
    } else if range.start < range.end {
      properties.append(("endLine", String(range.end.line)))
    } else {
      properties.append(("col", String(range.start.column)))
    }
    properties.append(("title", finding.code.name))
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(finding.severity.githubCommand) \(list)::\(escaped(finding.message, isProperty: false))\n"
  }.joined()
}

extension Diagnostic.Severity {
  fileprivate var githubCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }
}

/// A text that cannot end its command or begin another, and cannot command a terminal that shows the log.
private func escaped(_ text: String, isProperty: Bool) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": result += "%25"
    case "\r": result += "%0D"
    case "\n": result += "%0A"
    case ":" where isProperty: result += "%3A"
    case "," where isProperty: result += "%2C"
    case _ where isControl(scalar): result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
