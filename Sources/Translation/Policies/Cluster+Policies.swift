import Diagnostics
import OpenStack
import TOSCA

/// A policy of a Senlin cluster while it is made.
struct NamedPolicy {
  let name: String
  let spec: SenlinSpec
  /// What in the template it is for.
  let place: TOSCADocument.Word
}

extension TemplateBuilder {
  /// The policies of a cluster in the order in which they are bound: those that scale, that of the health, the others
  /// in the order of the template.
  mutating func policySpecs(_ offset: Int) -> [NamedPolicy] {
    let group = plan.groups[offset]
    var specs = group.scalings.filter { !$0.isFixed }.flatMap { scalingSpecs($0, of: group) }
    var types: Set<String> = []
    if let health = healthSpec(of: group.targets[0]) {
      specs.append(.init(name: group.names.health, spec: health, place: topology.policies[group.policy].name))
      types.insert(health.type)
    }
    for route in group.routes where balancersAsPolicies.contains(route.source) {
      addSpec(
        named: "load_balancing", of: offset, topology[route.source].name, needsServers: true, &specs, &types
      ) {
        $0.balancingSpec(of: route, offset)
      }
    }
    for place in group.policies {
      let policy = topology.policies[place]
      guard let known = PolicyMapping.mapping(of: policy.type), let mapping = known.clusterPolicy else {
        continue
      }
      addSpec(
        named: mapping.suffix, of: offset, policy.name, needsServers: mapping.needsServers(policy), &specs,
        &types
      ) {
        let spec = mapping.spec(place, offset, &$0)
        if let spec { $0.note(spec.type, by: known.type) }
        return spec
      }
    }
    return specs
  }

  /// Adds a policy of which a cluster can have one, unless it has it.
  private mutating func addSpec(
    named suffix: String, of offset: Int, _ place: TOSCADocument.Word, needsServers: Bool,
    _ specs: inout [NamedPolicy], _ types: inout Set<String>, make: (inout TemplateBuilder) -> SenlinSpec?
  ) {
    let group = plan.groups[offset]
    let server = topology[group.targets[0]]
    if needsServers, nested[offset].serverProfile == nil {
      report(.needsServers(place, server))
      return
    }
    guard let spec = make(&self) else { return }
    guard types.insert(spec.type).inserted else {
      report(.secondOfAKind(place, server, spec))
      return
    }
    specs.append(.init(name: "\(group.names.prefix)_\(suffix)", spec: spec, place: place))
  }

  private mutating func scalingSpecs(
    _ scaling: TranslationPlan.Scaling, of group: TranslationPlan.Group
  ) -> [NamedPolicy] {
    let place = topology.policies[scaling.policy].name
    let cooldown = amount(scaling.size.cooldown)
    if scaling.policy != group.policy, cooldown != amount(group.size.cooldown) {
      report(.sharedCooldown(place, topology.policies[group.policy]))
    }
    let number = amount(scaling.size.step) ?? 1
    return [(scaling.names.scaleOut, "CLUSTER_SCALE_OUT"), (scaling.names.scaleIn, "CLUSTER_SCALE_IN")].map {
      name, event in
      var adjustment: ValueMap = ["type": "CHANGE_IN_CAPACITY", "number": number]
      adjustment["cooldown"] = cooldown
      adjustment["best_effort"] = true
      let spec = SenlinSpec(
        type: "senlin.policy.scaling", version: "1.0",
        properties: ["event": .string(event), "adjustment": .map(adjustment)])
      return .init(name: name, spec: spec, place: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func needsServers(_ policy: TOSCADocument.Word, _ server: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "policy-needs-servers",
      "'\(policy.text)' is left out: Senlin does this for nodes that are servers, but those of '\(server.name.text)' "
        + "must be stacks, since a server profile cannot say all that the template says of it",
      at: policy.range)
  }

  fileprivate static func secondOfAKind(
    _ policy: TOSCADocument.Word, _ server: NodeTemplate, _ spec: SenlinSpec
  ) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(policy.text)' is left out: a cluster has one '\(spec.type)', and that of '\(server.name.text)' has it already",
      at: policy.range)
  }

  fileprivate static func sharedCooldown(_ second: TOSCADocument.Word, _ first: Policy) -> Diagnostic {
    Diagnostic(
      .warning, "shared-cooldown",
      "'\(second.text)' and '\(first.name.text)' scale one cluster, where each step starts the cooldowns of all: the "
        + "longest holds", at: second.range)
  }
}
