/// The findings as scripts read them; the keys are a contract.
package struct FindingReport: Encodable, Sendable {
  /// One finding; lines and columns count from 1, columns in characters.
  package struct Finding: Encodable, Sendable {
    let rule: String
    let severity: String
    let message: String
    let file: String
    let line: Int32
    let column: Int32
    let endLine: Int32
    let endColumn: Int32
    let path: String?
    let suggestion: String?
    let notes: [Note]
  }

  package struct Note: Encodable, Sendable {
    let message: String
    let file: String
    let line: Int32
    let column: Int32
  }

  package struct Summary: Encodable, Sendable {
    let files: Int
    let errors: Int
    let warnings: Int
    let infos: Int
  }

  let version = 1
  let findings: [Finding]
  let summary: Summary

  /// Collects the findings of several logs, one for each file that the user named.
  package init(_ logs: [DiagnosticLog]) {
    findings = logs.flatMap { log in log.sorted.map { Finding($0, log) } }
    func total(_ severity: Diagnostic.Severity) -> Int {
      logs.reduce(0) { $0 + $1.count(severity) }
    }
    summary = Summary(
      files: logs.count, errors: total(.error), warnings: total(.warning), infos: total(.info))
  }

  private enum CodingKeys: CodingKey {
    case version, findings, summary
  }
}

extension FindingReport.Finding {
  fileprivate init(_ finding: Diagnostic, _ log: DiagnosticLog) {
    let range = finding.range
    rule = finding.code.name
    severity = finding.severity.rawValue
    message = finding.message
    file = log[file: range.file].name
    line = range.start.line
    column = range.start.column
    endLine = range.end.line
    endColumn = range.end.column
    path = finding.path
    suggestion = finding.suggestion
    notes = finding.notes.map { note in
      FindingReport.Note(
        message: note.message, file: log[file: note.range.file].name, line: note.range.start.line,
        column: note.range.start.column)
    }
  }
}
