import OpenStack
import TOSCA

extension TemplateBuilder {
  /// Adds what follows from the requirements of a node whatever it is: what it waits for, and for a server its volumes
  /// and its places behind load balancers.
  mutating func addConsequences(of node: NodeTemplate.ID) {
    addDependencies(of: node)
    guard topology[node].type.isKind(of: "tosca.nodes.Compute") else { return }
    addAttachments(of: node)
    addPoolMembers(of: node)
  }

  /// Makes a node's resource wait for those of the nodes that it depends on, and for its volumes.
  private mutating func addDependencies(of node: NodeTemplate.ID) {
    let required = topology.requirements(of: node).filter {
      ["dependency", "high_availability"].contains($0.name.text) || $0.isAttachment
    }
    guard !required.isEmpty, let place = place(ofResource: topology[node].name.text) else { return }
    for requirement in required {
      guard let target = requirement.target, target != node else { continue }
      for name in dependencies(on: target) where !template.resources[place].element.dependsOn.contains(name) {
        template.resources[place].element.dependsOn.append(name)
      }
    }
  }

  /// What a resource writes as `depends_on` for a node: its resource, or the group that the node is multiplied in.
  private mutating func dependencies(on node: NodeTemplate.ID) -> [String] {
    guard topology.hasResource(node) else { return [] }
    guard let other = plan.group(of: node), other != group else {
      return dependency(on: topology[node].name.text, of: node)
    }
    let (names, driver) = (plan.groups[other].names, plan.groups[other].driver)
    return dependency(on: driver == .heat ? names.group : names.cluster, of: node)
  }
}

extension Topology {
  /// Whether a node becomes a resource under its own name.
  fileprivate func hasResource(_ node: NodeTemplate.ID) -> Bool {
    let type = self[node].type
    if type.isVolume { return !self[node].isExistingVolume }
    if type.isKind(of: "tosca.nodes.network.Network") { return !isExistingNetwork(node) }
    return [
      "tosca.nodes.Compute", "tosca.nodes.network.Port", "tosca.nodes.network.FloatingIP",
      "tosca.nodes.LoadBalancer", "tosca.nodes.ObjectStorage", "tosca.nodes.Storage.ObjectStorage",
    ].contains { type.isKind(of: $0) }
  }
}
