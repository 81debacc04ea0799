import Diagnostics
import Support
import TOSCA
import Testing
import Translation

extension Rule: CustomTestStringConvertible {
  package var testDescription: String { id }
}

/// The examples of the pages about the rules show what the pages say.
@Suite struct RulePageTests {
  @Test(arguments: Rule.all)
  func `the wrong example has the finding, and no error of another rule`(rule: Rule) {
    let example = rule.wrong
    guard example.shownBecause == nil else { return }
    let log = findings(in: example)
    let own = log.findings.filter { $0.code.name == rule.id }
    let others = log.findings.filter { $0.code.name != rule.id && $0.severity == .error }
    #expect(!own.isEmpty, "\(log.pretty())")
    #expect(own.contains { $0.severity == rule.severity }, "the page says \(rule.severity)")
    #expect(others.isEmpty, "\(log.pretty())")
  }

  @Test(arguments: Rule.all)
  func `the right example has not the finding, and no error`(rule: Rule) {
    guard rule.right.shownBecause == nil else { return }
    let log = findings(in: rule.right)
    #expect(!log.hasErrors, "\(log.pretty())")
    #expect(!log.findings.contains { $0.code.name == rule.id }, "\(log.pretty())")
  }

  /// Few enough to look at: what cannot stand in a page, and what is too large for one.
  @Test func `nearly all examples are run`() {
    let shown = Rule.all.filter { $0.wrong.shownBecause != nil || $0.right.shownBecause != nil }
    #expect(shown.map(\.id) == ["too-many-findings", "too-many-imports", "type-chain", "yaml-encoding"])
  }

  private func findings(in example: RuleExample) -> DiagnosticLog {
    let files = Dictionary(example.others.map { ($0.name, $0.text) }) { first, _ in first }
    return ReadTemplate(example.template.text, .whole, importing: files).translated().log
  }
}
