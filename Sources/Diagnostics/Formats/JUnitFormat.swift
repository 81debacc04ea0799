/// The findings as the test report that continuous integration servers read: a suite for each file, a failed test for
/// each finding, and a passed one for a file that has none.
package func junitReport(_ logs: [DiagnosticLog]) -> String {
  let findings = ReportedFinding.all(of: logs)
  var files: [String] = []
  var findingsOfFile: [String: [ReportedFinding]] = [:]
  for name in logs.compactMap({ $0.files.first?.name }) + findings.map(\.file)
  where findingsOfFile[name] == nil {
    files.append(name)
    findingsOfFile[name] = []
  }
  for finding in findings { findingsOfFile[finding.file]?.append(finding) }

  let total = files.reduce(0) { $0 + max(1, findingsOfFile[$1]?.count ?? 0) }
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  text += "<testsuites name=\"libretto\" tests=\"\(total)\" failures=\"\(findings.count)\" errors=\"0\">\n"
  for file in files {
    text += suite(file, findingsOfFile[file] ?? [])
  }
  return text + "</testsuites>\n"
}

private func suite(_ file: String, _ findings: [ReportedFinding]) -> String {
  let name = xml(file)
  var text =
    "  <testsuite name=\"\(name)\" tests=\"\(max(1, findings.count))\" failures=\"\(findings.count)\" errors=\"0\" "
    + "skipped=\"0\" time=\"0\">\n"
  if findings.isEmpty {
    text += "    <testcase classname=\"\(name)\" name=\"no findings\" time=\"0\"/>\n"
  }
  for reported in findings {
    let (finding, start) = (reported.finding, reported.finding.range.start)
    let title = xml("\(finding.code.name) at \(start.line):\(start.column)")
    text +=
      "    <testcase classname=\"\(name)\" name=\"\(title)\" file=\"\(name)\" line=\"\(start.line)\" time=\"0\">\n"
    text += "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(xml(finding.message))\">"
    text += xml(details(reported)) + "</failure>\n    </testcase>\n"
  }
  return text + "  </testsuite>\n"
}

/// The lines that stand in the failure: the finding with its place, and its notes.
private func details(_ reported: ReportedFinding) -> String {
  let finding = reported.finding
  func heading(_ file: String, _ range: SourceRange) -> String {
    "\(file):\(range.start.line):\(range.start.column)"
  }
  let first =
    "\(heading(reported.file, finding.range)): \(finding.severity.rawValue): \(finding.message) [\(finding.code.name)]"
  let notes = zip(finding.notes, reported.noteFiles).map { note, file in
    "\(heading(file, note.range)): note: \(note.message)"
  }
  return ([first] + notes).joined(separator: "\n")
}

/// A text as XML has it in attributes and elements; what XML cannot hold, control characters above all, is left out.
private func xml(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\n": result += "&#10;"
    case "\t": result += "&#9;"
    case "\u{FFFE}", "\u{FFFF}": break
    case _ where scalar.properties.generalCategory == .control: break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
