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
      for assignment in properties {
        checkFunctions(in: assignment.value)
      }
      topology.policies.append(
        Policy(
          name: syntax.name, type: type, description: syntax.description,
          targets: targets(of: syntax, properties), properties: properties, triggers: syntax.triggers,
          unreadKeys: syntax.unreadKeys, hasOwnTargets: syntax.targets != nil))
    }
  }

  /// The targets beside the properties, or those that Tacker's types have as a property.
  private mutating func targets(of policy: PolicySyntax, _ properties: [Assignment]) -> [Policy.Target] {
    let inProperties = properties.first { $0.name.text == "targets" }?.value.items?.compactMap { item in
      item.text.map { TOSCADocument.Word(text: $0, range: item.range) }
    }
    if let own = policy.targets, let other = inProperties, Set(own.map(\.text)) != Set(other.map(\.text)) {
      log.report(.differingTargets(policy, own, other))
    }
    return (policy.targets ?? inProperties ?? []).map { name in
      let node = topology.node(named: name.text)
      if node == nil, !topology.document.groups.contains(name.text) {
        log.report(.unknownTarget(name, policy.name, topology))
      }
      return Policy.Target(name: name, node: node)
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
      at: name.range, suggestion: nearestSpelling(to: name.text, among: topology.nodesByName.keys))
  }

  fileprivate static func driverSpelling(_ text: String, _ driver: String, _ range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .warning, "driver-spelling", "'\(text)' is no driver; it is read as '\(driver)'", at: range,
      suggestion: driver)
  }
}
