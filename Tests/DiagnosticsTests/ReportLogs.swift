import Diagnostics

/// A place in the first line of a file, or in another one.
func place(_ file: SourceFile.ID, _ line: Int = 1, _ start: Int, _ end: Int, endLine: Int? = nil)
  -> SourceRange
{
  SourceRange(
    file: file, start: SourceLocation(line: line, column: start),
    end: SourceLocation(line: endLine ?? line, column: end))
}

/// A log with one finding in a file, with the message given.
func log(
  _ name: String = "vnfd.yaml", _ severity: Diagnostic.Severity = .error,
  _ code: Diagnostic.Code = "unknown-node",
  _ message: String = "first", line: Int = 1, path: String? = nil
) -> DiagnosticLog {
  var log = DiagnosticLog()
  let file = log.add(SourceFile(name: name, bytes: Array("one: 1\n".utf8)))
  log.report(Diagnostic(severity, code, message, at: place(file, line, 2, 5), path: path))
  return log
}

/// A log with findings of all severities in two files, one with notes, one of several lines, one of no width.
func variedLog() -> DiagnosticLog {
  var log = DiagnosticLog()
  let main = log.add(SourceFile(name: "vnfd.yaml", bytes: Array("one: 1\ntwo: [2,\n  3]\n".utf8)))
  let types = log.add(SourceFile(name: "types/a b.yaml", bytes: Array("three: 3\n".utf8)))
  log.report(Diagnostic(.info, "implicit-profile", "third", at: place(types, 1, 1, 6)))
  log.report(
    Diagnostic(
      .warning, "duplicate-key", "second", at: place(main, 2, 6, 5, endLine: 3), path: "two",
      notes: [
        Diagnostic.Note("see here", at: place(types, 1, 8, 9)), .init("and there", at: place(main, 1, 1, 4)),
      ]
    ))
  log.report(Diagnostic(.error, "empty-template", "first", at: SourceRange(startOf: main)))
  return log
}
