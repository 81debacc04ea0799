import Diagnostics

extension TopologyBuilder {
  /// Adds the node templates, then the requirements between them: a requirement may name a later node.
  mutating func addNodes() {
    let syntax = copied(topology.document.nodeTemplates)
    for (offset, template) in syntax.enumerated() {
      topology.nodesByName[template.name.text] = NodeTemplate.ID(offset: Int32(offset))
    }
    var first = 0
    topology.nodes.reserveCapacity(syntax.count)
    for template in syntax {
      topology.nodes.append(node(template, requirements: first..<first + template.requirements.count))
      first += template.requirements.count
    }
    joinSubstitutes()
    topology.requirements.reserveCapacity(first)
    for (offset, template) in syntax.enumerated() {
      addRequirements(of: NodeTemplate.ID(offset: Int32(offset)), template)
    }
    for (offset, template) in syntax.enumerated() {
      checkFunctions(of: template, NodeTemplate.ID(offset: Int32(offset)))
    }
    checkFunctionsOfRelationships()
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
      checkAttributes(template.attributes, of: type)
      for capability in template.capabilities {
        checkCapability(capability, of: name, type)
      }
      checkCapabilityDefaults(of: template, type)
      check(template.interfaces, of: type, name)
    }
    check(template.artifacts, of: type)
    checkImplementations(of: template.interfaces, artifacts: template.artifacts, type)
    return NodeTemplate(
      name: name, type: type, description: template.description, properties: template.properties,
      capabilities: template.capabilities.map { .init(name: $0.name, properties: $0.properties) },
      directives: template.directives, artifacts: template.artifacts, unreadKeys: template.unreadKeys,
      requirements: requirements)
  }

  private mutating func checkAttributes(_ attributes: [Assignment], of type: ResolvedType) {
    for attribute in attributes {
      // Each property is an attribute too (3.6.12).
      guard
        let schema = type.attribute(attribute.name.text)?.schema ?? type.schema(of: attribute.name.text)
      else {
        log.report(
          .unknownMember(
            "unknown-attribute", "attribute", attribute.name, type,
            type.attributes.map(\.name.text) + type.properties.map(\.name.text)))
        continue
      }
      check(attribute.value, against: schema, of: "attribute '\(attribute.name.text)'")
    }
  }

  private mutating func checkCapability(
    _ capability: NodeTemplateSyntax.CapabilitySyntax, of node: TOSCADocument.Word, _ type: ResolvedType
  ) {
    let name = capability.name
    guard let definition = type.capabilities.first(where: { $0.name.text == name.text }) else {
      log.report(
        .unknownMember("unknown-capability", "capability", name, type, type.capabilities.map(\.name.text)))
      return
    }
    let capabilityType =
      topology.types.type(.capability, definition.type, reporting: &log)
      ?? topology.types.type(.data, definition.type, reporting: &log)
    for assignment in capability.properties {
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
    }
  }

  /// Reports the properties of capabilities that must have a value and have none.
  private mutating func checkCapabilityDefaults(of template: NodeTemplateSyntax, _ type: ResolvedType) {
    for (capability, demanded) in type.demandedOfCapabilities {
      let assigned = template.capabilities.first { $0.name.text == capability.text }
      // The packages of containers leave out the virtual compute of SOL001, which means nothing to them.
      if assigned == nil, isTolerant(of: type) { continue }
      for property in demanded {
        let isGiven = assigned?.properties.contains { $0.name.text == property.name.text && !$0.value.isNull }
        guard isGiven != true else { continue }
        log.report(.missingCapabilityProperty(property, capability, template, assigned?.name))
      }
    }
  }

  /// The templates with those that `copy` another filled up from it (3.8.3.1).
  private mutating func copied(_ templates: [NodeTemplateSyntax]) -> [NodeTemplateSyntax] {
    guard templates.contains(where: { $0.copied != nil }) else { return templates }
    let byName = Dictionary(templates.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    return templates.map { template in
      guard let source = template.copied else { return template }
      guard let original = byName[source.text] else {
        log.report(
          Diagnostic(
            .error, "unknown-node", "'\(source.text)' is not a node template", at: source.range,
            suggestion: nearestSpelling(to: source.text, among: byName.keys)))
        return template
      }
      var sources = [original]
      while let next = sources.last?.copied, sources.count <= templates.count, let further = byName[next.text]
      {
        sources.append(further)
      }
      if sources.count > 1 { log.report(.copyOfCopy(source)) }
      return sources.reduce(template) { $0.filled(from: $1) }
    }
  }
}

extension PropertyValue {
  /// A map filled up with what it does not have itself; any other value as it is.
  fileprivate func overlaid(on other: PropertyValue) -> PropertyValue {
    guard let own = entries, let inherited = other.entries else { return self }
    let keys = Set(own.map(\.key))
    let merged = own.map { entry in
      guard let below = other[entry.key] else { return entry }
      return Entry(key: entry.key, keyRange: entry.keyRange, value: entry.value.overlaid(on: below))
    }
    return PropertyValue(.map(merged + inherited.filter { !keys.contains($0.key) }), at: range)
  }
}

extension NodeTemplateSyntax {
  /// What the template says, and where it says nothing what the original does.
  fileprivate func filled(from original: NodeTemplateSyntax) -> NodeTemplateSyntax {
    func merged<Member>(_ own: [Member], _ other: [Member], _ name: (Member) -> String) -> [Member] {
      let stated = Set(own.map(name))
      return own + other.filter { !stated.contains(name($0)) }
    }
    var copy = self
    copy.type = type ?? original.type
    copy.isTypeMalformed = type == nil && original.isTypeMalformed
    copy.description = description ?? original.description
    copy.directives = directives.isEmpty ? original.directives : directives
    copy.properties = merged(properties, original.properties) { $0.name.text }
    for offset in copy.properties.indices {
      guard
        let other = original.properties.first(where: { $0.name.text == copy.properties[offset].name.text })
      else { continue }
      copy.properties[offset].value = copy.properties[offset].value.overlaid(on: other.value)
    }
    copy.attributes = merged(attributes, original.attributes) { $0.name.text }
    copy.requirements = merged(requirements, original.requirements) { $0.name.text }
    copy.capabilities = merged(capabilities, original.capabilities) { $0.name.text }
    copy.interfaces = merged(interfaces, original.interfaces) { $0.name.text }
    copy.artifacts = merged(artifacts, original.artifacts) { $0.name?.text ?? "" }
    return copy
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

  fileprivate static func missingCapabilityProperty(
    _ property: PropertyDefinition, _ capability: TOSCADocument.Word, _ template: NodeTemplateSyntax,
    _ place: TOSCADocument.Word?
  ) -> Diagnostic {
    Diagnostic(
      .error, "missing-property",
      "capability '\(capability.text)' of node template '\(template.name.text)' has no value for "
        + "'\(property.name.text)', which its type requires", at: place?.range ?? template.name.range)
  }

  fileprivate static func copyOfCopy(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "copy-of-copy",
      "'\(name.text)' is itself a copy, which TOSCA does not allow; copy the original",
      at: name.range)
  }
}
