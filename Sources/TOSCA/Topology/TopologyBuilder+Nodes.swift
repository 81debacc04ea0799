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
    check(
      template.properties, of: "node template '\(name.text)'", name, against: type,
      isComplete: !template.lacksNothing(of: "properties"))
    checkAttributes(template.attributes, of: type)
    let meant = template.capabilities.compactMap { checkCapability($0, of: type) }
    if !template.lacksNothing(of: "capabilities") {
      checkCapabilityDefaults(of: template, type, except: meant)
    }
    check(template.interfaces, of: type, name)
    for directive in template.directives where !Self.directives.contains(directive.text) {
      log.report(.unknownDirective(directive))
    }
    check(template.artifacts, of: type)
    checkImplementations(of: template.interfaces, artifacts: template.artifacts, type)
    return NodeTemplate(
      name: name, type: type, description: template.description, properties: template.properties,
      capabilities: template.capabilities.map { .init(name: $0.name, properties: $0.properties) },
      directives: template.directives, metadata: template.metadata, attributes: template.attributes,
      artifacts: template.artifacts,
      interfaces: template.interfaces, unreadKeys: template.unreadKeys,
      requirements: requirements)
  }

  /// How an orchestrator is told to come to a node (3.4.3).
  fileprivate static let directives = ["substitute", "substitutable", "select", "selectable"]

  /// Reports what a type does not have; of a type that is not wholly known nothing is wrong.
  mutating func report(_ finding: Diagnostic, of type: ResolvedType) {
    if !type.isUnknown { log.report(finding) }
  }

  mutating func checkAttributes(_ attributes: [Assignment], of type: ResolvedType) {
    for attribute in attributes {
      // Each property is an attribute too (3.6.12).
      guard
        let schema = type.attribute(attribute.name.text)?.schema ?? type.schema(of: attribute.name.text)
      else {
        report(
          .unknownMember(
            "unknown-attribute", "attribute", attribute.name, type,
            type.attributes.map(\.name.text) + type.properties.map(\.name.text)), of: type)
        continue
      }
      check(attribute.value, against: schema, of: "attribute '\(attribute.name.text)'")
    }
  }

  /// Checks what a template says of a capability.
  ///
  /// - Returns: For a name that the type does not have, the one that was most likely meant.
  private mutating func checkCapability(
    _ capability: NodeTemplateSyntax.CapabilitySyntax, of type: ResolvedType
  ) -> String? {
    let name = capability.name
    guard let definition = type.capabilities.first(where: { $0.name.text == name.text }) else {
      let finding = Diagnostic.unknownMember(
        "unknown-capability", "capability", name, type, type.capabilities.map(\.name.text))
      report(finding, of: type)
      return finding.suggestion
    }
    let capabilityType = self.capabilityType(of: definition)
    for assignment in capability.properties {
      let own = definition.properties.first { $0.name.text == assignment.name.text }
      guard let schema = own?.schema ?? capabilityType.schema(of: assignment.name.text) else {
        report(
          .unknownMember(
            "unknown-property", "property", assignment.name, capabilityType,
            (definition.properties + capabilityType.properties).map(\.name.text)), of: capabilityType)
        continue
      }
      check(assignment.value, against: schema, of: "property '\(assignment.name.text)'")
    }
    let attributes = capability.attributes.filter { assignment in
      !definition.attributes.contains { $0.name.text == assignment.name.text }
    }
    checkAttributes(attributes, of: capabilityType)
    return nil
  }

  /// The type of a capability, which Tacker may have among the data types; one that there is not was reported.
  private mutating func capabilityType(of definition: CapabilityDefinition) -> ResolvedType {
    topology.types.type(.capability, definition.type, reporting: &log)
      ?? topology.types.type(.data, definition.type, reporting: &log)
      ?? .unknown(definition.type, .capability)
  }

  /// Reports the properties of capabilities that must have a value and have none.
  private mutating func checkCapabilityDefaults(
    of template: NodeTemplateSyntax, _ type: ResolvedType, except meant: [String]
  ) {
    for (capability, demanded) in type.demandedOfCapabilities where !meant.contains(capability.text) {
      let assigned = template.capabilities.first { $0.name.text == capability.text }
      // The packages of containers leave out the virtual compute of SOL001, which means nothing to them.
      if assigned == nil, isTolerant(of: type) { continue }
      let misspelt = assigned.map { meantNames(of: $0, type) } ?? []
      for property in demanded where !misspelt.contains(property.name.text) {
        let isGiven = assigned?.properties.contains { $0.name.text == property.name.text && !$0.value.isNull }
        guard isGiven != true else { continue }
        log.report(.missingCapabilityProperty(property, capability, template, assigned?.name))
      }
    }
  }

  /// The properties of a capability that misspelt names most likely mean.
  private mutating func meantNames(
    of capability: NodeTemplateSyntax.CapabilitySyntax, _ type: ResolvedType
  ) -> [String] {
    guard let definition = type.capabilities.first(where: { $0.name.text == capability.name.text }) else {
      return []
    }
    let known = (definition.properties + capabilityType(of: definition).properties).map(\.name.text)
    return capability.properties.compactMap { assignment in
      known.contains(assignment.name.text) ? nil : nearestSpelling(to: assignment.name.text, among: known)
    }
  }

  /// How many copies of copies are followed; TOSCA allows none.
  private static let longestCopying = 16

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
            suggestion: nearestSpelling(to: source.text, among: templates.map(\.name.text))))
        var orphan = template
        orphan.isTypeMalformed = orphan.type == nil
        return orphan
      }
      var sources = [original]
      while let next = sources.last?.copied, sources.count < Self.longestCopying,
        let further = byName[next.text]
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
  /// Whether what a section does not have is not missing: it was reported elsewhere.
  func lacksNothing(of section: String) -> Bool {
    hasCopiedType || misspeltSections.contains(section)
  }

  /// What the template says, and where it says nothing what the original does.
  fileprivate func filled(from original: NodeTemplateSyntax) -> NodeTemplateSyntax {
    func merged<Member>(_ own: [Member], _ other: [Member], _ name: (Member) -> String) -> [Member] {
      let stated = Set(own.map(name))
      return own + other.filter { !stated.contains(name($0)) }
    }
    var copy = self
    copy.hasCopiedType = hasCopiedType || type == nil
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
    copy.metadata = merged(metadata, original.metadata) { $0.name.text }
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

  fileprivate static func unknownDirective(_ name: TOSCADocument.Word) -> Diagnostic {
    let known = TopologyBuilder.directives
    return Diagnostic(
      .warning, "unknown-directive",
      "'\(name.text)' is no directive (\(known.joined(separator: ", "))), so nothing follows from it",
      at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func copyOfCopy(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "copy-of-copy",
      "'\(name.text)' is itself a copy, which TOSCA does not allow; copy the original",
      at: name.range)
  }
}
