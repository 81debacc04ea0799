import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// `tosca.policies.Placement`, and so Tacker's, becomes a Nova server group, which its servers name when they start.
  static let placement = PolicyMapping("tosca.policies.Placement") { offset, template in
    let policy = template.topology.policies[offset]
    guard policy.isPlacement else {
      template.report(.policyLeftOut(policy))
      return
    }
    let servers = policy.targetNodes.filter {
      template.topology[$0].type.isServer && !template.topology[$0].isOfContainers
    }
    guard !servers.isEmpty else {
      template.report(.placementOfNothing(policy.name))
      return
    }
    for target in policy.targets {
      guard let node = target.node, !template.topology[node].type.isServer else {
        continue
      }
      template.report(.placedNode(target.name, template.topology[node]))
    }
    var group = HeatResource(type: "OS::Nova::ServerGroup")
    group["name"] = .string(policy.name.text)
    group["policies"] = [.string(template.groupPolicy(of: policy))]
    template.add(policy.name.text, group, for: policy.name)
    template.reportLeftovers(ofPolicy: offset, read: ["policy", "strict"])
  }
}

extension TemplateBuilder {
  /// What Nova calls the way in which servers are placed: `anti-affinity`, or `soft-affinity` where it is but a wish.
  fileprivate mutating func groupPolicy(of policy: Policy) -> String {
    var words: [String] = []
    for name in ["strict", "policy"] {
      guard let stated = policy[property: name] else { continue }
      guard let value = topology.settled(stated) else {
        report(.notAPlainValue("'\(name)' of a placement policy", stated))
        continue
      }
      words.append(value.text?.lowercased() ?? "")
    }
    let placement = words.contains("anti-affinity") ? "anti-affinity" : "affinity"
    return words.contains("false") ? "soft-\(placement)" : placement
  }

  /// What a server tells the scheduler: the server group of its placement policy, and what was reserved for it.
  mutating func addSchedulerHints(of node: NodeTemplate.ID, to server: inout HeatResource) {
    var hints = ValueMap()
    let policies = plan.rules.placements(of: node).map { topology.policies[$0] }
    if let name = policies.first?.serverGroup { hints["group"] = referenceToMain(name) }
    for policy in policies.dropFirst() {
      report(.placedTwice(topology[node], by: policy, after: policies[0]))
    }
    if let reservation = takeValue("reservation_metadata", of: node) {
      addReservation(reservation, of: node, to: &hints)
    }
    if !hints.isEmpty { server["scheduler_hints"] = .map(hints) }
  }

  /// Blazar gives a reserved host out by the hint `reservation`, and reserved servers by the server group that it makes.
  private mutating func addReservation(
    _ reservation: PropertyValue, of node: NodeTemplate.ID, to hints: inout ValueMap
  ) {
    let type = reservation["resource_type"]
    let kind = type.map { topology.settled($0)?.text } ?? "virtual_instance"
    guard let id = reservation["id"] else { return }
    switch kind {
    case "physical_host": hints["reservation"] = value(id)
    case "virtual_instance":
      if hints["group"] != nil { report(.reservedAndPlaced(reservation, topology[node])) }
      hints["group"] = value(id)
    default: report(.unknownReservation(type ?? reservation, topology[node]))
    }
  }
}

extension Policy {
  /// The name of the server group that the policy becomes; nil where it becomes none.
  var serverGroup: String? {
    if isPlacement { return name.text }
    return isAboutHosts ? "\(name.text)_group" : nil
  }

  /// Whether the policy says which servers run together or apart, in the terms of the Simple Profile and of Tacker.
  var isPlacement: Bool {
    type.name == "tosca.policies.Placement"
      || type.isKind(of: "tosca.policies.Placement") && type.property("policy") != nil
  }
}

extension Diagnostic {
  fileprivate static func placementOfNothing(_ policy: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated", "policy '\(policy.text)' is for no server, so no server group is made",
      at: policy.range)
  }

  fileprivate static func placedNode(_ target: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(target.text)' is a '\(node.type.name)', which cannot be placed as servers are; it is left out of the group",
      at: target.range)
  }

  fileprivate static func placedTwice(
    _ node: NodeTemplate, by policy: Policy, after first: Policy
  ) -> Diagnostic {
    Diagnostic(
      .warning, "placed-twice",
      "a server is in one server group; '\(node.name.text)' is in that of '\(first.name.text)' and not in that of "
        + "'\(policy.name.text)'", at: policy.name.range,
      notes: [Note("the first policy", at: first.name.range)])
  }

  fileprivate static func reservedAndPlaced(_ reservation: PropertyValue, _ node: NodeTemplate) -> Diagnostic
  {
    Diagnostic(
      .warning, "placed-twice",
      "a server is in one server group; '\(node.name.text)' is in that of its reservation and not in that of its "
        + "placement policy", at: reservation.range)
  }

  fileprivate static func unknownReservation(_ type: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "whether a host or servers are reserved for '\(node.name.text)' is not known before the stack is, so the "
        + "reservation is left out; give the input a value", at: type.range)
  }
}
