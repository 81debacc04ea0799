import Diagnostics

extension ValidationRule {
  /// The instantiation levels are named in one place, and every size is of one of them (SOL 001, 6.10.2 and 6.10.3).
  static let instantiationLevels = ValidationRule("unknown-level", "default-level", "level-not-covered") {
    topology, log in
    for sizes in DeploymentSizes.all(topology) {
      guard let levels = sizes.levels else { continue }
      let known = levels.all
      for policy in sizes.levelPolicies {
        if let word = policy[property: "default_level"]?.word {
          if levels[word.text] == nil { log.report(.unknownLevel(word, known)) }
        } else if policy[property: "default_level"] == nil, known.count > 1 {
          log.report(.defaultLevel(policy, known.count))
        }
      }
      for sized in sizes.sizedPolicies {
        guard !sizes.levelPolicies.isEmpty else {
          log.report(.levelsNowhere(sized.policy))
          continue
        }
        for level in sized.levels where levels[level.key] == nil {
          log.report(.unknownLevel(level.word, known))
        }
        let given = Set(sized.levels.map(\.key))
        let missing = known.filter { !given.contains($0) }
        // A misspelt level is not missing as well.
        if !missing.isEmpty, given.allSatisfy({ levels[$0] != nil }) {
          log.report(.levelNotCovered(sized.policy, missing))
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownLevel(_ level: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-level", "'\(level.text)' is no instantiation level of this template", at: level.range,
      suggestion: nearestSpelling(to: level.text, among: known))
  }

  fileprivate static func levelsNowhere(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .error, "unknown-level",
      "policy '\(policy.name.text)' gives sizes to instantiation levels, but no policy names the levels",
      at: policy.name.range)
  }

  fileprivate static func defaultLevel(_ policy: Policy, _ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, "default-level",
      "policy '\(policy.name.text)' has \(count) levels but no 'default_level', so nothing says which one is taken",
      at: policy.name.range)
  }

  fileprivate static func levelNotCovered(_ policy: Policy, _ levels: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "level-not-covered",
      "policy '\(policy.name.text)' gives no size to the instantiation level\(levels.count > 1 ? "s" : "") "
        + listed(levels),
      at: policy.name.range)
  }
}
