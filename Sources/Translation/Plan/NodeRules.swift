import TOSCA

/// What the policies and the substitution mappings say of single nodes.
struct NodeRules: Sendable {
  private var placementsOfNode: [NodeTemplate.ID: [Int]] = [:]
  private var securityRulesOfNode: [NodeTemplate.ID: [Int]] = [:]
  private var externalLinks: [NodeTemplate.ID: TOSCADocument.Word] = [:]

  init(_ topology: Topology) {
    for (offset, policy) in topology.policies.enumerated() {
      if policy.serverGroup != nil {
        for node in policy.targetNodes { placementsOfNode[node, default: []].append(offset) }
      } else if policy.type.isKind(of: "tosca.policies.nfv.SecurityGroupRule") {
        for node in policy.targetNodes { securityRulesOfNode[node, default: []].append(offset) }
      }
    }
    for member in topology.substitution?.requirements ?? [] where externalLinks[member.node] == nil {
      externalLinks[member.node] = member.name
    }
  }

  /// The policies that say with which others, or apart from which, a server runs, by their places in
  /// ``Topology/policies``.
  func placements(of node: NodeTemplate.ID) -> [Int] { placementsOfNode[node] ?? [] }

  /// The security group rules that are for a connection point, likewise.
  func securityRules(of node: NodeTemplate.ID) -> [Int] { securityRulesOfNode[node] ?? [] }

  /// The requirement of the VNF that a connection point meets: the name of the virtual link outside.
  func externalLink(of node: NodeTemplate.ID) -> TOSCADocument.Word? { externalLinks[node] }
}
