import Diagnostics

extension ValidationRule {
  /// A scaling policy without a cooldown has the type's default; Tacker's own translator fails on it.
  static let scalingCooldown = ValidationRule("scaling-cooldown-default") { topology, log in
    for policy in topology.policies where policy.isScaling {
      guard policy.assigned("cooldown") == nil, let value = policy[property: "cooldown"]?.text else {
        continue
      }
      log.report(.cooldownDefault(policy, value))
    }
  }
}

extension Diagnostic {
  fileprivate static func cooldownDefault(_ policy: Policy, _ value: String) -> Diagnostic {
    Diagnostic(
      .warning, "scaling-cooldown-default",
      "policy '\(policy.name.text)' has no 'cooldown', so the default of \(value) seconds holds; Tacker's translator "
        + "needs it stated", at: policy.name.range)
  }
}
