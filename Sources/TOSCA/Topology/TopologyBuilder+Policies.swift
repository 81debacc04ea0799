import Diagnostics

extension TopologyBuilder {
  /// Adds the policies with their targets.
  mutating func addPolicies() {
    for syntax in topology.document.policies {
      let type: ResolvedType
      if let word = syntax.type {
        type = self.type(.policy, word)
      } else {
        if !syntax.isTypeMalformed { log.report(.missingType(syntax.name, "policy")) }
        type = .unknown(syntax.name, .policy)
      }
      var properties = syntax.properties
      normalizeDriver(in: &properties)
      if !type.isUnknown {
        check(properties, of: "policy '\(syntax.name.text)'", syntax.name, against: type)
      }
      checkFunctions(in: properties, of: type) { _ in .member(type) }
      if let reservation = syntax.reservation, reservation.mayCall {
        checkFunctions(in: reservation, context: .member(type))
      }
      let own = Set(syntax.triggers.map(\.name.text))
      let triggers = syntax.triggers + type.triggers.filter { !own.contains($0.name.text) }
      for trigger in triggers { check(trigger, of: syntax) }
      let targets = targets(of: syntax, properties, type)
      topology.policies.append(
        Policy(
          name: syntax.name, type: type, description: syntax.description,
          targets: targets, targetNodes: targetNodes(targets, of: syntax.name), properties: properties,
          triggers: triggers, reservation: syntax.reservation,
          unreadKeys: syntax.unreadKeys, hasOwnTargets: syntax.targets != nil,
          areTargetsMalformed: syntax.areTargetsMalformed))
    }
  }

  /// The targets beside the properties, or those that Tacker's types have as a property.
  private mutating func targets(
    of policy: PolicySyntax, _ properties: [Assignment], _ type: ResolvedType
  ) -> [Topology.Reference] {
    let inProperties = properties.first { $0.name.text == "targets" }?.value.items?.compactMap { item in
      item.text.map { TOSCADocument.Word(text: $0, range: item.range) }
    }
    if let own = policy.targets, let other = inProperties, Set(own.map(\.text)) != Set(other.map(\.text)) {
      log.report(.differingTargets(policy, own, other))
    }
    return (policy.targets ?? inProperties ?? []).map { name in
      let node = topology.node(named: name.text)
      if let node {
        if !type.isUnknown, !isAmong(type.members, topology[node].type) {
          log.report(.wrongPolicyTarget(name, policy.name, type, topology[node].type.name))
        }
      } else if let group = topology.groupsByName[name.text] {
        checkGroupTarget(name, topology.groups[group], policy, type)
      } else {
        log.report(.unknownTarget(name, policy.name, topology))
      }
      return Topology.Reference(name: name, node: node)
    }
  }

  /// How many nodes the policies of a template may be for, all together.
  private static let maximumTargetNodes = 1_000_000

  /// The nodes among targets and in the groups among them, each once.
  private mutating func targetNodes(
    _ targets: [Topology.Reference], of policy: TOSCADocument.Word
  ) -> [NodeTemplate.ID] {
    var nodes: [NodeTemplate.ID] = []
    var seen: Set<NodeTemplate.ID> = []
    for target in targets {
      let group = topology.groupsByName[target.name.text].map {
        topology.groups[$0].members.lazy.compactMap(\.node)
      }
      for node in target.node.map({ [$0] }) ?? group.map(Array.init) ?? [] where seen.insert(node).inserted {
        nodes.append(node)
      }
      guard targetCount + nodes.count <= Self.maximumTargetNodes else {
        log.report(.tooManyTargets(policy, Self.maximumTargetNodes))
        return []
      }
    }
    targetCount += nodes.count
    return nodes
  }

  /// A policy for a group names the group's type, or types of nodes that the members have.
  private mutating func checkGroupTarget(
    _ name: TOSCADocument.Word, _ group: Group, _ policy: PolicySyntax, _ type: ResolvedType
  ) {
    guard !type.isUnknown, !type.members.isEmpty, !group.type.isUnknown else { return }
    let isNamed = type.members.contains { name in
      group.type.isKind(of: name.text)
        || topology.types.type(.group, name, reporting: &log).map {
          $0.isUnknown || group.type.isKind(of: $0.name)
        } ?? !topology.types.exists(.node, name)
    }
    guard !isNamed else { return }
    let areMembers = group.members.allSatisfy { member in
      member.node.map { isAmong(type.members, topology[$0].type) } ?? true
    }
    if !areMembers || group.members.isEmpty {
      log.report(.wrongPolicyTarget(name, policy.name, type, group.type.name))
    }
  }

  /// Checks what a trigger looks at and what it sets off (3.6.22, 3.6.23).
  private mutating func check(_ trigger: Trigger, of policy: PolicySyntax) {
    let filter = trigger.targetFilter
    if let name = filter.node {
      if let id = topology.node(named: name.text) {
        checkFilter(filter, topology[id].type)
      } else if !topology.types.exists(.node, name) {
        log.report(.unknownNode(name, topology))
      }
    }
    let targets = (policy.targets ?? []).flatMap { name -> [NodeTemplate.ID] in
      let group = topology.groupsByName[name.text].map { topology.groups[$0].members.compactMap(\.node) }
      return group ?? topology.node(named: name.text).map { [$0] } ?? []
    }
    for activity in trigger.activities { check(activity, on: targets) }
  }

  private mutating func checkFilter(_ filter: Trigger.TargetFilter, _ type: ResolvedType) {
    guard !type.isUnknown else { return }
    let requirements = type.requirements.map(\.name.text)
    let capabilities = type.capabilities.map(\.name.text)
    if let name = filter.requirement, !requirements.contains(name.text) {
      log.report(.unknownMember("unknown-requirement", "requirement", name, type, requirements))
    }
    if let name = filter.capability, !capabilities.contains(name.text),
      !topology.types.exists(.capability, name)
    {
      log.report(.unknownMember("unknown-capability", "capability", name, type, capabilities))
    }
  }

  /// Reads a driver that is written with other words around it or in other case, such as `Senlin(or Heat)`.
  private mutating func normalizeDriver(in properties: inout [Assignment]) {
    guard let offset = properties.firstIndex(where: { $0.name.text == "driver" }),
      case .string(let text) = properties[offset].value.content
    else { return }
    let word = text.prefix { $0.isLetter }.lowercased()
    guard text != word, ["heat", "senlin"].contains(word) else { return }
    let range = properties[offset].value.range
    log.report(.driverSpelling(text, word, range))
    properties[offset].value = PropertyValue(.string(word), at: range)
  }
}

extension Diagnostic {
  fileprivate static func differingTargets(
    _ policy: PolicySyntax, _ own: [TOSCADocument.Word], _ other: [TOSCADocument.Word]
  ) -> Diagnostic {
    let place = other.first?.range ?? policy.name.range
    return Diagnostic(
      .error, "differing-targets",
      "the property 'targets' of policy '\(policy.name.text)' names other nodes than the policy's own 'targets'",
      at: place, notes: own.first.map { [Note("the policy's own targets", at: $0.range)] } ?? [])
  }

  fileprivate static func unknownTarget(
    _ name: TOSCADocument.Word, _ policy: TOSCADocument.Word, _ topology: Topology
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-target",
      "policy '\(policy.text)' is for '\(name.text)', which is no node template or group",
      at: name.range, suggestion: topology.nearestNodeOrGroup(to: name))
  }

  fileprivate static func tooManyTargets(_ policy: TOSCADocument.Word, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "too-many-targets",
      "the policies up to '\(policy.text)' are for over \(limit) nodes in all; those of this one are not looked at",
      at: policy.range)
  }

  fileprivate static func wrongPolicyTarget(
    _ name: TOSCADocument.Word, _ policy: TOSCADocument.Word, _ type: ResolvedType, _ found: String
  ) -> Diagnostic {
    let wanted = type.members.map { "'\($0.text)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "wrong-policy-target",
      "policy '\(policy.text)' is for \(wanted), but '\(name.text)' is a '\(found)'", at: name.range)
  }

  fileprivate static func driverSpelling(_ text: String, _ driver: String, _ range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .warning, "driver-spelling", "'\(text)' is no driver; it is read as '\(driver)'", at: range,
      suggestion: driver)
  }
}
