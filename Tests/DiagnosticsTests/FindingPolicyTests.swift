import Diagnostics
import Testing

/// A log with one file, and a way to report into it in a few words.
private struct Reports {
  var log: DiagnosticLog
  let file: SourceFile.ID

  init(_ policy: FindingPolicy = FindingPolicy(), name: String = "t.yaml", importedAt: SourceRange? = nil) {
    log = DiagnosticLog(policy: policy)
    file = log.add(SourceFile(name: name, bytes: []), importedAt: importedAt)
  }

  func range(_ line: Int, _ column: Int = 1) -> SourceRange {
    let place = SourceLocation(line: line, column: column)
    return SourceRange(file: file, start: place, end: place)
  }

  mutating func report(_ code: Diagnostic.Code, _ line: Int, _ column: Int = 1) {
    log.report(Diagnostic(.warning, code, "text", at: range(line, column)))
  }

  func element(_ rule: String, _ start: (Int, Int), _ end: (Int, Int), named line: Int) -> Suppression {
    Suppression(
      rule, at: range(line),
      for: .element(
        start: SourceLocation(line: start.0, column: start.1), end: SourceLocation(line: end.0, column: end.1)
      ))
  }

  /// The findings as `line:column severity code`.
  var found: [String] {
    log.sorted.map {
      "\($0.range.start.line):\($0.range.start.column) \($0.severity.rawValue) \($0.code.name)"
    }
  }
}

@Suite struct FindingPolicyTests {
  @Test func `a policy changes severities and drops what is off`() {
    var reports = Reports(FindingPolicy(levels: ["a": .error, "b": .off, "c": .info], ignored: ["d", "a2"]))
    for code in ["a", "a2", "b", "c", "d", "e"] as [String] {
      reports.report(Diagnostic.Code(stringLiteral: code), 1)
    }
    #expect(reports.found == ["1:1 error a", "1:1 info c", "1:1 warning e"])
    #expect(reports.log.hasErrors)
  }

  @Test func `what is ignored goes before levels, and levels before the profile`() throws {
    let tacker = try #require(ReviewProfile.named("tacker"))
    let policy = FindingPolicy(
      profile: tacker, levels: ["unquoted-string": .error, "metering-key": .error],
      ignored: ["metering-key"])
    #expect(policy.levels["unquoted-string"] == .error)
    #expect(policy.levels["metering-key"] == .off)
    #expect(policy.levels["missing-requirement"] == .off)
    #expect(ReviewProfile.named("tackr") == nil)
  }

  @Test func `a rule can be ignored in some files only`() {
    var policy = FindingPolicy()
    policy.ignoredRules = { $0 == "t.yaml" ? ["a"] : [] }
    var (here, there) = (Reports(policy), Reports(policy, name: "u.yaml"))
    here.report("a", 1)
    here.report("b", 1)
    there.report("a", 1)
    #expect(here.found == ["1:1 warning b"])
    #expect(there.found == ["1:1 warning a"])
  }

  @Test func `a finding in an imported file says where that is imported`() {
    let importer = Reports().range(3, 11)
    var reports = Reports(importedAt: importer)
    reports.report("a", 1)
    reports.report("a", 1)
    #expect(reports.log.findings.map(\.notes) == [[Diagnostic.Note("imported here", at: importer)]])
  }

  @Test func `without known rules every name passes`() {
    #expect(KnownRules { nil }.contains("a"))
    #expect(KnownRules { nil }.nearest(to: "a") == nil)
    #expect(!KnownRules { ["unknown-type"] }.contains("unknown-typ"))
    #expect(KnownRules { ["unknown-type"] }.nearest(to: "unknown-typ") == "unknown-type")
  }
}

@Suite struct SuppressionTests {
  @Test func `a suppression of a line silences one rule there`() {
    var reports = Reports()
    reports.log.suppress([Suppression("a", at: reports.range(2, 9), for: .line(2))], in: reports.file)
    for line in 1...3 {
      reports.report("a", line, 5)
      reports.report("b", line)
    }
    #expect(
      reports.found == ["1:1 warning b", "1:5 warning a", "2:1 warning b", "3:1 warning b", "3:5 warning a"])
  }

  @Test func `what was reported before is silenced when the suppression is registered`() {
    var reports = Reports()
    reports.report("a", 2)
    reports.report("a", 3)
    reports.log.suppress([Suppression("a", at: reports.range(2), for: .line(2))], in: reports.file)
    reports.log.reportUnusedSuppressions()
    #expect(reports.found == ["3:1 warning a"])
  }

  @Test func `a suppression counts in its own file`() {
    var reports = Reports()
    let other = reports.log.add(SourceFile(name: "u.yaml", bytes: []))
    reports.log.suppress([Suppression("a", at: reports.range(1), for: .line(1))], in: other)
    reports.report("a", 1)
    #expect(reports.found == ["1:1 warning a"])
  }

  @Test(arguments: [
    (1, 1, false), (2, 3, true), (3, 1, true), (4, 1, true), (5, 9, true), (6, 1, true), (9, 1, false),
    (10, 4, false), (10, 5, true), (10, 6, true), (10, 9, true), (10, 10, false), (20, 1, false),
  ])
  func `a suppression of an element silences all that is in it`(line: Int, column: Int, isSilent: Bool) {
    var reports = Reports()
    reports.log.suppress(
      [
        reports.element("a", (10, 5), (10, 9), named: 10), reports.element("a", (2, 3), (9, 1), named: 2),
        reports.element("a", (4, 1), (5, 1), named: 4), reports.element("b", (1, 1), (30, 1), named: 1),
      ], in: reports.file)
    reports.report("a", line, column)
    #expect(reports.found.isEmpty == isSilent)
  }

  @Test func `a suppression that silenced nothing is a finding`() {
    var reports = Reports()
    reports.log.suppress(
      [
        reports.element("a", (1, 1), (9, 1), named: 1), reports.element("a", (2, 1), (4, 1), named: 2),
        reports.element("a", (2, 1), (4, 1), named: 3), Suppression("b", at: reports.range(7), for: .line(7)),
      ], in: reports.file)
    reports.report("a", 3)
    reports.log.reportUnusedSuppressions()
    #expect(
      reports.found == [
        "1:1 warning unused-suppression", "3:1 warning unused-suppression", "7:1 warning unused-suppression",
      ])
  }

  @Test func `a suppression is needed also where the policy silences the rule`() {
    var reports = Reports(FindingPolicy(ignored: ["a"]))
    reports.log.suppress([Suppression("a", at: reports.range(2), for: .line(2))], in: reports.file)
    reports.report("a", 2)
    reports.log.reportUnusedSuppressions()
    #expect(reports.found == [])
  }

  @Test(arguments: [true, false])
  func `findings about suppressions can be silenced themselves`(isNeeded: Bool) {
    var reports = Reports()
    let other = Suppression("b", at: reports.range(4), for: .line(5))
    let own = Suppression("unused-suppression", at: reports.range(9), for: .line(4))
    reports.log.suppress(isNeeded ? [own, other] : [own], in: reports.file)
    reports.log.reportUnusedSuppressions()
    #expect(reports.found == (isNeeded ? [] : ["9:1 warning unused-suppression"]))
  }

  @Test func `a hundred thousand suppressed findings are looked up in no time`() {
    var reports = Reports()
    let lines = (1...100_000).map { Suppression("a", at: reports.range($0), for: .line(Int32($0))) }
    let elements = (1...50_000).map { reports.element("b", (2 * $0, 1), (2 * $0 + 2, 1), named: $0) }
    reports.log.suppress(lines + elements, in: reports.file)
    let start = ContinuousClock.now
    for line in 1...100_000 {
      reports.report("a", line)
      reports.report("b", line)
    }
    #expect(reports.found == ["1:1 warning b"])
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
