import Diagnostics

extension ValidationRule {
  /// Where alarms scale, a scaling policy that none of them names is left to people.
  static let scalingWithoutAlarm = ValidationRule("scaling-without-alarm") { topology, log in
    let known = Set(topology.policies.lazy.filter(\.isScaling).map(\.name.text))
    let actions = Set(topology.policies.flatMap(\.triggers).flatMap(\.actions).map(\.name.text))
    // What a misspelt name means is set off as well.
    let named = Set(actions.compactMap { known.contains($0) ? $0 : nearestSpelling(to: $0, among: known) })
    guard !named.isEmpty else { return }
    for policy in topology.policies
    where policy.isScaling && policy.triggers.isEmpty && !named.contains(policy.name.text) {
      log.report(.withoutAlarm(policy))
    }
  }
}

extension Diagnostic {
  fileprivate static func withoutAlarm(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .info, "scaling-without-alarm",
      "no trigger sets off the scaling policy '\(policy.name.text)', so it only scales when somebody asks",
      at: policy.name.range)
  }
}
