import OpenStack
import TOSCA

extension TemplateBuilder {
  /// Adds what follows from the requirements of a node whatever it is: what it waits for, and for a server its volumes
  /// and its places behind load balancers.
  mutating func addConsequences(of node: NodeTemplate.ID) {
    addDependencies(of: node)
    guard topology[node].type.isServer else { return }
    addAttachments(of: node)
    addPoolMembers(of: node)
  }

  /// What the first deployment of software waits for beside other software, for which the order of software speaks.
  mutating func dependencies(ofSoftware node: NodeTemplate.ID) -> [String] {
    var names: [String] = []
    for requirement in topology.requirements(of: node) where requirement.name.text == "dependency" {
      guard let target = requirement.target, target != node,
        plan.software.software(of: target)?.chain.last == nil
      else { continue }
      names += dependencies(on: target).filter { !names.contains($0) }
    }
    return names
  }

  /// Makes a node's resource wait for those of the nodes that it depends on, and for its volumes.
  private mutating func addDependencies(of node: NodeTemplate.ID) {
    let required = topology.requirements(of: node).filter {
      ["dependency", "high_availability"].contains($0.name.text) || $0.isAttachment
    }
    guard !required.isEmpty, let place = place(ofResource: topology[node].name.text) else { return }
    for requirement in required {
      guard let target = requirement.target, target != node, !isMadeAfter(target, node) else { continue }
      for name in dependencies(on: target) where !template.resources[place].element.dependsOn.contains(name) {
        template.resources[place].element.dependsOn.append(name)
      }
    }
  }

  /// Whether a node is software that itself waits for another node, which so cannot wait for it.
  private func isMadeAfter(_ software: NodeTemplate.ID, _ node: NodeTemplate.ID) -> Bool {
    guard !topology[software].type.isServer, plan.software.software(of: software) != nil else { return false }
    return plan.software.servers(of: software, topology).contains(node)
      || plan.software.isBefore(node, software)
  }

  /// What a resource writes as `depends_on` for a node: its resource, or the group that the node is multiplied in.
  private mutating func dependencies(on node: NodeTemplate.ID) -> [String] {
    guard let name = NodeMapping.mapping(of: node, in: topology)?.resourceName(node, self) else { return [] }
    guard let other = plan.group(of: node), other != group else { return dependency(on: name, of: node) }
    let (names, driver) = (plan.groups[other].names, plan.groups[other].driver)
    return dependency(on: driver == .heat ? names.group : names.cluster, of: node)
  }
}
