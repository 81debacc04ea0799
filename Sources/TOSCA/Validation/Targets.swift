import Diagnostics

extension ValidationRule {
  /// A policy is for something, and a group is of something.
  static let targets = ValidationRule("policy-without-target", "empty-group") { topology, log in
    for policy in topology.policies
    where policy.targets.isEmpty && !policy.isScaling && policy.triggers.isEmpty && policy.type.needsTargets {
      // A list of targets that cannot be read was reported.
      if policy.assigned("targets") == nil { log.report(.policyWithoutTarget(policy)) }
    }
    for group in topology.groups where group.members.isEmpty && !group.type.isUnknown {
      log.report(.emptyGroup(group))
    }
  }
}

extension ResolvedType {
  /// Whether a policy of this type says something of nodes.
  fileprivate var needsTargets: Bool {
    !isUnknown && (!members.isEmpty || isKind(of: "tosca.policies.Placement"))
  }
}

extension Diagnostic {
  fileprivate static func policyWithoutTarget(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .warning, "policy-without-target",
      "policy '\(policy.name.text)' has no 'targets', so it is for nothing", at: policy.name.range)
  }

  fileprivate static func emptyGroup(_ group: Group) -> Diagnostic {
    Diagnostic(.warning, "empty-group", "group '\(group.name.text)' has no 'members'", at: group.name.range)
  }
}
