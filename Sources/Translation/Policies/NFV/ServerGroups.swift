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
  /// The name of the server group that a rule becomes.
  private func groupName(_ policy: Int) -> String { "\(topology.policies[policy].name.text)_group" }

  fileprivate mutating func addServerGroup(_ offset: Int, _ kind: OpenStack.Value) {
    let policy = topology.policies[offset]
    reportLeftovers(ofPolicy: offset, read: ["scope", "nfvi_maintenance_group_info"])
    guard policy.isAboutHosts else {
      report(.scopeLeftOut(policy))
      return
    }
    let servers = policy.targetNodes.filter { topology[$0].type.isServer }
    if servers.count < policy.targetNodes.count { report(.othersLeftOut(policy)) }
    guard !servers.isEmpty else { return }
    var group = HeatResource(type: "OS::Nova::ServerGroup")
    group["name"] = .string(policy.name.text)
    group["policies"] = .list([kind])
    add(groupName(offset), group, for: policy.name)
  }

  /// The group that a server is scheduled in; Nova takes one.
  mutating func serverGroup(of node: NodeTemplate.ID) -> OpenStack.Value? {
    let rules = plan.rules.placements(of: node)
    guard let first = rules.first else { return nil }
    for other in rules.dropFirst() {
      report(.secondGroup(topology.policies[other], topology.policies[first], topology[node]))
    }
    let name = groupName(first)
    guard group != nil else { return .getResource(name) }
    return .getParam(imported("\(name.lowercased())_id", .getResource(name), type: .string))
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

  fileprivate static func secondGroup(_ policy: Policy, _ first: Policy, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' is placed by policy '\(first.name.text)'; a server has one group, so '\(policy.name.text)' "
        + "does not hold for it", at: policy.name.range)
  }
}
