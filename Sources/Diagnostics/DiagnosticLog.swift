/// The findings of a run and the files they are about.
///
/// A finding that the policy or a suppression of its place silences is not kept, so that all that asks the log, such
/// as whether there are errors, follows the review's decisions.
package struct DiagnosticLog: Sendable {
  package private(set) var files: ContiguousArray<SourceFile> = []
  package private(set) var findings: [Diagnostic] = []
  /// What the review decided before.
  package let policy: FindingPolicy
  /// Whether errors count as warnings for now: in what others wrote and all read with the mistake in it.
  package var isTolerant = false
  /// How many findings were reported, those that the policy, a suppression or the limit silences included.
  package private(set) var reportCount = 0
  private var seen: Set<Diagnostic> = []
  private var contexts: ContiguousArray<FileContext> = []

  /// What counts for all findings of one file.
  private struct FileContext {
    let importedAt: SourceRange?
    let ignoredRules: Set<String>
    var suppressions: SuppressionTable?
  }

  /// How many findings are kept; nobody reads more, and a stranger's template may have any number.
  package static let limit = 1000

  package init(policy: FindingPolicy = FindingPolicy()) {
    self.policy = policy
  }

  /// Registers a file, so that findings can point into it; `importedAt` is where another file imports it.
  package mutating func add(_ file: SourceFile, importedAt: SourceRange? = nil) -> SourceFile.ID {
    files.append(file)
    contexts.append(
      FileContext(importedAt: importedAt, ignoredRules: policy.ignoredRules?(file.name) ?? []))
    return SourceFile.ID(index: Int32(files.count - 1))
  }

  package subscript(file file: SourceFile.ID) -> SourceFile {
    files[Int(file.index)]
  }

  /// Takes a finding; the same one reported twice counts once.
  ///
  /// Beyond the limit one finding of each severity stands for those that are not kept.
  package mutating func report(_ finding: Diagnostic) {
    reportCount += 1
    guard let severity = severity(of: finding) else { return }
    let finding = completed(finding, severity)
    guard !seen.contains(finding) else { return }
    guard findings.count >= Self.limit else {
      seen.insert(finding)
      findings.append(finding)
      return
    }
    let isSaid = findings.dropFirst(Self.limit).contains { $0.severity == severity }
    if !isSaid { findings.append(.tooMany(severity, like: finding)) }
  }

  /// Registers what the author of a file wants to hear nothing about, also of what was reported before.
  ///
  /// The suppressions take the place of those that were registered for the file before.
  package mutating func suppress(_ suppressions: [Suppression], in file: SourceFile.ID) {
    guard contexts.indices.contains(Int(file.index)) else { return }
    contexts[Int(file.index)].suppressions = suppressions.isEmpty ? nil : SuppressionTable(suppressions)
    guard !suppressions.isEmpty else { return }
    let reported = findings
    findings.removeAll(keepingCapacity: true)
    for finding in reported where finding.range.file != file || severity(of: finding) != nil {
      findings.append(finding)
    }
  }

  /// Reports the suppressions that no finding has needed, once all phases have run.
  package mutating func reportUnusedSuppressions() {
    let unused = contexts.flatMap { $0.suppressions?.unused ?? [] }
    // One that silences these very findings is needed or not only after the others.
    let (last, first) = (unused.filter(\.isAboutItself), unused.filter { !$0.isAboutItself })
    for suppression in first { report(.unused(suppression)) }
    let open = Set(contexts.flatMap { $0.suppressions?.unused ?? [] })
    for suppression in last where open.contains(suppression) { report(.unused(suppression)) }
  }

  /// Removes findings, of all or of those after the first `count`, for good: the same ones reported again stay away.
  package mutating func removeFindings(after count: Int = 0, where isRemoved: (Diagnostic) -> Bool) {
    findings[count...].removeAll(where: isRemoved)
  }

  /// Makes warnings of the errors behind the first `count` findings, but for those that the policy wants to be errors.
  package mutating func soften(after count: Int) {
    for offset in findings.indices.dropFirst(count)
    where findings[offset].severity == .error && policy.levels[findings[offset].code.name] == nil {
      findings[offset].severity = .warning
    }
  }

  /// The severity that a finding has after all decisions; nil when it does not count.
  private mutating func severity(of finding: Diagnostic) -> Diagnostic.Severity? {
    let (file, rule) = (Int(finding.range.file.index), finding.code.name)
    if contexts.indices.contains(file) {
      // A suppression is needed whatever the policy says, so it comes first.
      if contexts[file].suppressions?.suppresses(rule, at: finding.range.start) == true { return nil }
      if !contexts[file].ignoredRules.isEmpty, contexts[file].ignoredRules.contains(rule) { return nil }
    }
    let severity = policy.severity(of: finding)
    return isTolerant && severity == .error && policy.levels[rule] == nil ? .warning : severity
  }

  /// A finding as it is kept: with its severity, and with the place that brought its file in.
  private func completed(_ finding: Diagnostic, _ severity: Diagnostic.Severity) -> Diagnostic {
    var finding = finding
    finding.severity = severity
    let file = Int(finding.range.file.index)
    if contexts.indices.contains(file), let place = contexts[file].importedAt {
      finding.notes.append(Diagnostic.Note("imported here", at: place))
    }
    return finding
  }

  /// Gives each finding that has none the path of its place in the document.
  package mutating func fillPaths(_ path: (SourceRange) -> String) {
    for offset in findings.indices where findings[offset].path == nil {
      let found = path(findings[offset].range)
      findings[offset].path = found.isEmpty ? nil : found
    }
  }

  /// The findings by file, place and code, so that the order does not depend on the order of the phases.
  package var sorted: [Diagnostic] {
    findings.sorted { left, right in
      (left.range.file.index, left.range.start, left.code.name, left.message)
        < (right.range.file.index, right.range.start, right.code.name, right.message)
    }
  }

  package func count(_ severity: Diagnostic.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  package var hasErrors: Bool {
    findings.contains { $0.severity == .error }
  }
}

extension Suppression {
  /// Whether it silences findings about suppressions.
  fileprivate var isAboutItself: Bool { rule == "unused-suppression" }
}

extension Diagnostic {
  fileprivate static func tooMany(_ severity: Severity, like finding: Diagnostic) -> Diagnostic {
    var marker = Diagnostic(
      .error, "too-many-findings",
      "there are over \(DiagnosticLog.limit) findings; this one and the like of it are not shown",
      at: finding.range)
    marker.severity = severity
    return marker
  }

  fileprivate static func unused(_ suppression: Suppression) -> Diagnostic {
    Diagnostic(
      .warning, "unused-suppression",
      "no finding of '\(suppression.rule)' is suppressed here; remove this word", at: suppression.range)
  }
}
