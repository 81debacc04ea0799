import Diagnostics
import Testing

@Suite struct ManyFindingsTests {
  @Test func `beyond a thousand findings one of each severity stands for the rest`() {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(name: "t.yaml", bytes: []))
    func finding(_ severity: Diagnostic.Severity, _ line: Int) -> Diagnostic {
      let place = SourceLocation(line: line, column: 1)
      return Diagnostic(severity, "unknown-node", "x", at: SourceRange(file: file, start: place, end: place))
    }
    for line in 1...1500 { log.report(finding(.warning, line)) }
    #expect(!log.hasErrors)
    for line in 1501...1600 { log.report(finding(.error, line)) }
    #expect(log.hasErrors)
    #expect(log.findings.count == DiagnosticLog.limit + 2)
    #expect(log.findings.suffix(2).map(\.code.name) == ["too-many-findings", "too-many-findings"])
  }
}
