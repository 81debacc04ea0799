import Diagnostics

extension ValidationRule {
  /// A scaling policy says what it scales, where Tacker looks for it too.
  static let scalingTargets = ValidationRule("scaling-without-target", "scaling-targets-property") {
    topology, log in
    for policy in topology.policies where policy.isScaling {
      if policy.targets.isEmpty {
        log.report(.noTarget(policy))
      } else if policy.hasOwnTargets, policy.type.property("targets") != nil,
        policy.assigned("targets") == nil,
        let first = policy.targets.first
      {
        log.report(.targetsProperty(policy, first.name))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func noTarget(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .error, "scaling-without-target", "policy '\(policy.name.text)' has no 'targets', so it scales nothing",
      at: policy.name.range)
  }

  fileprivate static func targetsProperty(_ policy: Policy, _ first: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "scaling-targets-property",
      "Tacker reads the targets of '\(policy.name.text)' from the property 'targets', which type "
        + "'\(policy.type.name)' requires there; state them under 'properties' too", at: first.range)
  }
}
