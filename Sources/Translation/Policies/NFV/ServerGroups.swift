import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// `tosca.policies.nfv.AffinityRule` becomes a server group that keeps its VDUs on one host
  /// (ETSI GS NFV-SOL 001, 6.10.10).
  static let affinityRule = PolicyMapping("tosca.policies.nfv.AffinityRule") { policy, template in
    template.addServerGroup(policy, "affinity")
  }

  /// `tosca.policies.nfv.AntiAffinityRule` becomes a server group that keeps its VDUs on different hosts
  /// (ETSI GS NFV-SOL 001, 6.10.11).
  static let antiAffinityRule = PolicyMapping("tosca.policies.nfv.AntiAffinityRule") { policy, template in
    template.addServerGroup(policy, "anti-affinity")
  }
}

extension Policy {
  /// Whether this is a rule of SOL 001 that a server group can hold to: one about hosts.
  var isAboutHosts: Bool {
    guard
      type.ancestors.contains(where: { $0.hasPrefix("tosca.policies.nfv.A") && $0.hasSuffix("AffinityRule") })
    else { return false }
    return self[property: "scope"]?.text == "nfvi_node"
  }
}

extension TemplateBuilder {
  fileprivate mutating func addServerGroup(_ offset: Int, _ kind: OpenStack.Value) {
    let policy = topology.policies[offset]
    reportLeftovers(ofPolicy: offset, read: ["scope", "nfvi_maintenance_group_info"])
    guard let name = policy.serverGroup else {
      report(.scopeLeftOut(policy))
      return
    }
    let servers = policy.targetNodes.filter { topology[$0].type.isServer }
    if servers.count < policy.targetNodes.count { report(.othersLeftOut(policy)) }
    guard !servers.isEmpty else { return }
    var group = HeatResource(type: "OS::Nova::ServerGroup")
    group["name"] = .string(policy.name.text)
    group["policies"] = .list([kind])
    add(name, group, for: policy.name)
  }
}

extension Diagnostic {
  fileprivate static func scopeLeftOut(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "policy '\(policy.name.text)' is left out: Nova keeps servers together or apart by host ('nfvi_node'), "
        + "not by '\(policy[property: "scope"]?.text ?? "scope")'",
      at: policy[property: "scope"]?.range ?? policy.name.range)
  }

  fileprivate static func othersLeftOut(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "policy '\(policy.name.text)' holds for its VDUs; its other targets have no host", at: policy.name.range
    )
  }
}
