import Diagnostics

extension ValidationRule {
  /// What scaling aspects scale has a size to begin with, and one only (SOL 001, 6.10.7 and 6.10.9).
  static let initialDeltas = ValidationRule("missing-initial-delta", "second-size") { topology, log in
    guard let sizes = DeploymentSizes.ofVNF(topology) else { return }
    reportSecond(sizes.sizedPolicies.map(\.policy), topology, &log)
    for (deltas, initial) in kinds {
      let policies = topology.policies(ofKind: "tosca.policies.nfv.\(initial)")
      reportSecond(policies, topology, &log)
      let sized = Set(policies.flatMap(\.targetNodes))
      var isReported: Set<NodeTemplate.ID> = []
      for policy in sizes.aspectUsers where policy.type.isKind(of: "tosca.policies.nfv.\(deltas)") {
        for node in policy.targetNodes
        where !sized.contains(node) && isReported.insert(node).inserted {
          log.report(.missingInitialDelta(topology[node], policy, initial))
        }
      }
    }
  }

  private static let kinds = [
    ("VduScalingAspectDeltas", "VduInitialDelta"),
    ("VirtualLinkBitrateScalingAspectDeltas", "VirtualLinkBitrateInitialDelta"),
    ("VipCpScalingAspectDeltas", "VipCpInitialDelta"),
  ]

  private static func reportSecond(
    _ policies: [Policy], _ topology: Topology, _ log: inout DiagnosticLog
  ) {
    var first: [NodeTemplate.ID: Policy] = [:]
    for policy in policies {
      for target in policy.targets {
        guard let node = target.node else { continue }
        if let earlier = first[node] {
          log.report(.secondSize(target.name, policy, earlier))
        } else {
          first[node] = policy
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func missingInitialDelta(_ node: NodeTemplate, _ policy: Policy, _ type: String)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "missing-initial-delta",
      "'\(node.name.text)' is scaled, but no policy of type 'tosca.policies.nfv.\(type)' says where it begins",
      at: policy.name.range, notes: [Note("'\(node.name.text)' is defined here", at: node.name.range)])
  }

  fileprivate static func secondSize(_ target: TOSCADocument.Word, _ policy: Policy, _ earlier: Policy)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "second-size",
      "policy '\(earlier.name.text)' gives '\(target.text)' this size already; only the first one is used",
      at: target.range, notes: [Note("the first policy", at: earlier.name.range)])
  }
}
