/// What a review decides about findings before there are any: how bad a rule is, and which rules do not count.
///
/// The default decides nothing and costs nothing.
package struct FindingPolicy: Sendable {
  /// What a rule's findings are: a severity, or `off` for no findings at all.
  package enum Level: String, Sendable, CaseIterable {
    case error, warning, info, off

    /// The severity of this level; nil for `off`.
    package var severity: Diagnostic.Severity? {
      Diagnostic.Severity(rawValue: rawValue)
    }
  }

  /// The levels by rule; a rule that is not here keeps the severity it reports.
  package let levels: [String: Level]
  /// The rules that are ignored in the file of a name, on top of the levels; asked once for each file.
  package var ignoredRules: (@Sendable (_ fileName: String) -> Set<String>)?
  /// The rules that a suppression may name.
  package var knownRules = KnownRules.all

  /// Makes a policy: the rules' own levels go before the profile's, and what is ignored before both.
  package init(
    profile: ReviewProfile? = nil, levels: [String: Level] = [:], ignored: Set<String> = []
  ) {
    self.levels = (profile?.levels ?? [:])
      .merging(levels) { $1 }
      .merging(ignored.map { ($0, .off) }) { $1 }
  }

  /// The severity of a finding under the policy; nil when it does not count.
  func severity(of finding: Diagnostic) -> Diagnostic.Severity? {
    guard !levels.isEmpty, let level = levels[finding.code.name] else { return finding.severity }
    return level.severity
  }
}
