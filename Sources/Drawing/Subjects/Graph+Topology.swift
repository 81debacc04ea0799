package import Diagnostics
package import TOSCA

extension Graph {
  /// The graph of a topology: node templates and their requirements, groups, policies, and what is mapped outside.
  ///
  /// `fileName` gives the name of a file, for what a substitute comes from.
  package init(_ topology: Topology, title: String, fileName: (SourceFile.ID) -> String) {
    self.init(title: title)
    var subject = TopologySubject(topology, self)
    subject.addNodes(fileName)
    subject.addGroups()
    subject.addRequirements()
    subject.addSubstitution()
    subject.addPolicies()
    self = subject.graph
  }
}

/// A topology and as much of its graph as there is; the node templates are the graph's first nodes.
private struct TopologySubject {
  let topology: Topology
  let substitution: Substitution?
  var graph: Graph
  /// What stands for each group: a frame, or a box where its members are in other frames or are groups.
  var groups: [String: Graph.Edge.End] = [:]
  /// The boxes for names that nothing has.
  var missing: [String: Graph.Node.ID] = [:]

  init(_ topology: Topology, _ graph: Graph) {
    self.topology = topology
    self.graph = graph
    substitution = topology.substitution
  }

  mutating func addNodes(_ fileName: (SourceFile.ID) -> String) {
    for node in topology.nodes {
      let substitute = node.substitute.map { topology.substitutes[$0].document.version.range.file }
      graph.add(
        Graph.Node(
          node.name.text, detail: node.type.name.withoutNamespace,
          note: substitute.map { "by " + fileName($0) }, title: "\(node.name.text): \(node.type.name)",
          kind: substitute == nil ? .plain : .substituted))
    }
  }

  private func drawn(_ node: NodeTemplate.ID) -> Graph.Node.ID {
    Graph.Node.ID(offset: node.offset)
  }

  private mutating func missing(_ name: String, _ detail: String) -> Graph.Edge.End {
    if let known = missing[name] { return .node(known) }
    let node = graph.add(Graph.Node(name, detail: detail, kind: .missing))
    missing[name] = node
    return .node(node)
  }

  // MARK: Requirements

  mutating func addRequirements() {
    let mapped = Set((substitution?.requirements ?? []).map { Mapped($0.node, $0.member?.text) })
    for requirement in topology.requirements {
      let to: Graph.Edge.End
      if let target = requirement.target {
        to = .node(drawn(target))
      } else if let name = requirement.statedTarget?.text {
        to = missing(name, "no such node")
      } else if mapped.contains(Mapped(requirement.source, requirement.name.text)) {
        continue
      } else {
        to = .node(graph.add(Graph.Node("?", detail: "left open", kind: .missing)))
      }
      graph.add(
        Graph.Edge(
          .node(drawn(requirement.source)), to, label: label(of: requirement),
          isDashed: requirement.target == nil))
    }
  }

  private func label(of requirement: Requirement) -> String {
    let name = requirement.name.text
    guard let relationship = requirement.relationship?.name.withoutNamespace, relationship != name else {
      return name
    }
    return "\(name) (\(relationship))"
  }

  // MARK: Substitution

  private struct Mapped: Hashable {
    let node: NodeTemplate.ID
    let member: String?

    init(_ node: NodeTemplate.ID, _ member: String?) {
      (self.node, self.member) = (node, member)
    }
  }

  mutating func addSubstitution() {
    guard let substitution else { return }
    let type = substitution.nodeType?.text.withoutNamespace ?? "?"
    for member in substitution.capabilities {
      let outside = graph.add(
        Graph.Node(member.name.text, detail: "capability of \(type)", kind: .outside))
      graph.add(
        Graph.Edge(
          .node(outside), .node(drawn(member.node)), label: member.member?.text ?? "", isDashed: true))
    }
    for member in substitution.requirements {
      let outside = graph.add(
        Graph.Node(member.name.text, detail: "requirement of \(type)", kind: .outside))
      graph.add(
        Graph.Edge(
          .node(drawn(member.node)), .node(outside), label: member.member?.text ?? "", isDashed: true))
    }
  }

  // MARK: Groups and policies

  /// A group is a frame around its members, where these are nodes and in no frame yet.
  mutating func addGroups() {
    for group in topology.groups {
      let members = group.members.compactMap(\.node).map(drawn)
      let canFrame =
        !members.isEmpty && members.count == group.members.count
        && members.allSatisfy { graph.nodes[Int($0.offset)].cluster == nil }
      let detail = group.type.name.withoutNamespace
      if canFrame {
        let cluster = graph.add(Graph.Cluster(name: group.name.text, detail: detail))
        for member in members { graph.move(member, to: cluster) }
        groups[group.name.text] = .cluster(cluster)
      } else {
        let box = graph.add(
          Graph.Node(
            group.name.text, detail: detail, title: "\(group.name.text): \(group.type.name)", kind: .group))
        groups[group.name.text] = .node(box)
      }
    }
    for group in topology.groups {
      guard let box = groups[group.name.text], case .node = box else { continue }
      for member in group.members { graph.add(Graph.Edge(box, end(of: member), isDashed: true)) }
    }
  }

  private mutating func end(of reference: Topology.Reference) -> Graph.Edge.End {
    let name = reference.name.text
    return reference.node.map { .node(drawn($0)) } ?? groups[name] ?? missing(name, "no such node")
  }

  /// Policies point at their targets, and their triggers at the policies that they set off.
  mutating func addPolicies() {
    var boxes: [String: Graph.Node.ID] = [:]
    for policy in topology.policies {
      boxes[policy.name.text] = graph.add(
        Graph.Node(
          policy.name.text, detail: policy.type.name.withoutNamespace,
          title: "\(policy.name.text): \(policy.type.name)", kind: .policy))
    }
    for policy in topology.policies {
      guard let box = boxes[policy.name.text] else { continue }
      for target in policy.targets { graph.add(Graph.Edge(.node(box), end(of: target), isDashed: true)) }
      for trigger in policy.triggers {
        for action in trigger.actions {
          guard let other = boxes[action.name.text] else { continue }
          graph.add(Graph.Edge(.node(box), .node(other), label: trigger.name.text, isDashed: true))
        }
      }
    }
  }
}
