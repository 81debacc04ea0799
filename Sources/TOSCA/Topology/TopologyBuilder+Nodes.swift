import Diagnostics

extension TopologyBuilder {
  /// Adds the node templates, then the requirements between them: a requirement may name a later node.
  mutating func addNodes() {
    let syntax = topology.document.nodeTemplates
    for (offset, template) in syntax.enumerated() {
      topology.nodesByName[template.name.text] = NodeTemplate.ID(offset: Int32(offset))
    }
    var first = 0
    topology.nodes.reserveCapacity(syntax.count)
    for template in syntax {
      topology.nodes.append(node(template, requirements: first..<first + template.requirements.count))
      first += template.requirements.count
    }
    topology.requirements.reserveCapacity(first)
    for (offset, template) in syntax.enumerated() {
      addRequirements(of: NodeTemplate.ID(offset: Int32(offset)), template)
    }
    for template in syntax {
      for assignment in template.properties {
        checkFunctions(in: assignment.value)
      }
    }
  }

  private mutating func node(_ template: NodeTemplateSyntax, requirements: Range<Int>) -> NodeTemplate {
    let name = template.name
    let type: ResolvedType
    if let word = template.type {
      type = self.type(.node, word)
    } else {
      if !template.isTypeMalformed { log.report(.missingType(name, "node template")) }
      type = .unknown(name, .node)
    }
    if !type.isUnknown {
      check(template.properties, of: "node template '\(name.text)'", name, against: type)
      for (capability, properties) in template.capabilities {
        checkCapability(capability, properties, of: name, type)
      }
    }
    return NodeTemplate(
      name: name, type: type, description: template.description, properties: template.properties,
      capabilities: template.capabilities.map { .init(name: $0.name, properties: $0.properties) },
      unreadKeys: template.unreadKeys, requirements: requirements)
  }

  private mutating func checkCapability(
    _ name: TOSCADocument.Word, _ assignments: [Assignment], of node: TOSCADocument.Word, _ type: ResolvedType
  ) {
    guard let definition = type.capabilities.first(where: { $0.name.text == name.text }) else {
      log.report(
        .unknownMember("unknown-capability", "capability", name, type, type.capabilities.map(\.name.text)))
      return
    }
    let capabilityType = topology.types.type(.capability, definition.type, reporting: &log)
    for assignment in assignments {
      let schema =
        definition.properties.first { $0.name.text == assignment.name.text }?.schema
        ?? capabilityType?.schema(of: assignment.name.text)
      guard let schema else {
        let known =
          definition.properties.map(\.name.text) + (capabilityType?.properties.map(\.name.text) ?? [])
        log.report(
          .unknownMember("unknown-property", "property", assignment.name, capabilityType ?? type, known))
        continue
      }
      check(assignment.value, against: schema, of: "property '\(assignment.name.text)'")
      checkFunctions(in: assignment.value)
    }
  }

  // MARK: Requirements

  private mutating func addRequirements(of source: NodeTemplate.ID, _ template: NodeTemplateSyntax) {
    let type = topology[source].type
    for requirement in template.requirements {
      let definition = type.requirements.first { $0.name.text == requirement.name.text }
      if definition == nil, !type.isUnknown {
        log.report(
          .unknownMember(
            "unknown-requirement", "requirement", requirement.name, type, type.requirements.map(\.name.text)))
      }
      let target = target(of: requirement)
      if let target, let definition {
        checkTarget(target, of: requirement, definition)
      }
      topology.requirements.append(
        Requirement(
          name: requirement.name, source: source, target: target,
          relationship: requirement.relationship?.text ?? definition?.relationship))
    }
    reportMissingRequirements(template, type)
  }

  /// The node that a requirement names; one that does not exist is reported.
  private mutating func target(of requirement: RequirementSyntax) -> NodeTemplate.ID? {
    guard let name = requirement.target else {
      if requirement.hasNodeFilter || requirement.capability != nil {
        log.report(.requirementByType(requirement.name))
      }
      return nil
    }
    if let id = topology.node(named: name.text) { return id }
    if topology.types.type(.node, name.text, reporting: &log) != nil {
      log.report(.requirementByType(name))
    } else {
      log.report(.unknownNode(name, topology))
    }
    return nil
  }

  private mutating func checkTarget(
    _ target: NodeTemplate.ID, of requirement: RequirementSyntax, _ definition: RequirementDefinition
  ) {
    let node = topology[target]
    guard !node.type.isUnknown, let place = requirement.target else { return }
    if let wanted = definition.node, !node.type.isKind(of: wanted),
      let type = topology.types.type(.node, wanted, reporting: &log), !node.type.isKind(of: type.name)
    {
      log.report(.wrongTarget(place, requirement, wanted: "a node of type '\(type.name)'", node))
      return
    }
    guard let wanted = definition.capability, !node.type.offers.contains(wanted),
      let type = topology.types.type(.capability, wanted, reporting: &log)
    else { return }
    if !node.type.offers.contains(type.name) {
      log.report(.wrongTarget(place, requirement, wanted: "a node with a capability '\(type.name)'", node))
    }
  }

  /// Reports what a node must have and has not.
  ///
  /// A requirement of a derived relationship also meets the inherited one: Tacker's `virtualLink` stands for the
  /// `link` of every port.
  private mutating func reportMissingRequirements(_ template: NodeTemplateSyntax, _ type: ResolvedType) {
    guard !topology.document.unreadSections.contains(where: { $0.text == "substitution_mappings" }) else {
      return
    }
    func isStated(_ name: String) -> Bool {
      template.requirements.contains { $0.name.text == name }
    }
    for definition in type.requirements where definition.minimum > 0 && !isStated(definition.name.text) {
      let isMetByAnother = type.requirements.contains { other in
        guard isStated(other.name.text), let wanted = definition.relationship,
          let given = other.relationship
        else { return false }
        return topology.types.type(.relationship, given, reporting: &log)?.isKind(of: wanted) == true
      }
      if !isMetByAnother {
        log.report(.missingRequirement(template.name, definition, type))
      }
    }
  }
}

extension Diagnostic {
  static func missingType(_ name: TOSCADocument.Word, _ what: String) -> Diagnostic {
    Diagnostic(.error, "missing-type", "\(what) '\(name.text)' has no 'type'", at: name.range)
  }

  /// A property, capability or requirement that the type does not have.
  static func unknownMember(
    _ code: Code, _ what: String, _ name: TOSCADocument.Word, _ type: ResolvedType, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, code, "type '\(type.name)' has no \(what) '\(name.text)'", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known))
  }

  static func unknownNode(_ name: TOSCADocument.Word, _ topology: Topology) -> Diagnostic {
    Diagnostic(
      .error, "unknown-node", "'\(name.text)' is not a node template", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: topology.nodesByName.keys))
  }

  fileprivate static func requirementByType(_ place: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "requirement-by-type",
      "a node for '\(place.text)' is not looked up by type or filter yet; name a node template",
      at: place.range)
  }

  fileprivate static func wrongTarget(
    _ place: TOSCADocument.Word, _ requirement: RequirementSyntax, wanted: String, _ node: NodeTemplate
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-target",
      "requirement '\(requirement.name.text)' asks for \(wanted), but '\(place.text)' is a '\(node.type.name)'",
      at: place.range, notes: [Note("'\(place.text)' is defined here", at: node.name.range)])
  }

  fileprivate static func missingRequirement(
    _ name: TOSCADocument.Word, _ definition: RequirementDefinition, _ type: ResolvedType
  ) -> Diagnostic {
    Diagnostic(
      .warning, "missing-requirement",
      "node template '\(name.text)' does not say which node meets '\(definition.name.text)', which type "
        + "'\(type.name)' requires", at: name.range)
  }
}
