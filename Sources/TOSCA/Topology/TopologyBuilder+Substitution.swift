import Diagnostics

extension TopologyBuilder {
  /// Makes the graphs of the imported topologies that can stand for a node.
  ///
  /// They share the types; what they import in turn was loaded with the rest, so that they have no substitutes of
  /// their own and no cycle can be followed.
  mutating func addSubstitutes() {
    for document in documents.dropFirst() {
      guard document.substitution != nil else {
        if let section = document.topologySection { log.report(.importedTopology(section)) }
        continue
      }
      var builder = TopologyBuilder(document, topology.types, log)
      // What the builder has is its own, and not copied with its first change.
      (topology.types, log) = (TypeCatalog(), DiagnosticLog())
      builder.isThere = isThere
      builder.search.budget = search.budget
      builder.addTopology()
      search.budget = builder.search.budget
      (log, topology.types) = (builder.log, builder.topology.types)
      builder.topology.types = TypeCatalog()
      topology.substitutes.append(builder.topology)
    }
  }

  /// Finds for each node the imported topology that stands for it.
  mutating func joinSubstitutes() {
    guard !topology.substitutes.isEmpty else { return }
    for node in topology.nodeIDs {
      topology.nodes[Int(node.offset)].substitute = topology.substitutes.firstIndex { substitute in
        stands(substitute, for: topology[node])
      }
    }
  }

  private func stands(_ substitute: Topology, for node: NodeTemplate) -> Bool {
    guard let mappings = substitute.document.substitution, let wanted = mappings.nodeType,
      node.type.name == wanted.text || node.type.isKind(of: wanted.text)
    else { return false }
    // The values that a mapping gives outright choose between topologies: SOL001's flavours.
    return mappings.properties.allSatisfy { mapping in
      guard let value = mapping.value?.text, let own = node[property: mapping.name.text]?.text else {
        return true
      }
      return value == own
    }
  }

  /// Checks that the mappings lead from members of the node type to what is there (3.8.13).
  mutating func checkSubstitution() {
    guard let substitution = topology.document.substitution, let name = substitution.nodeType else { return }
    let type = self.type(.node, name)
    guard !type.isUnknown else { return }
    log.isTolerant = isTolerant(of: type)
    defer { log.isTolerant = false }
    for mapping in substitution.properties { checkProperty(mapping, type) }
    check(substitution.attributes, .attribute, type)
    check(substitution.capabilities, .capability, type)
    check(substitution.requirements, .requirement, type)
    if let filter = substitution.filter { checkFilter(filter, type) }
    for interface in substitution.interfaces where definesNo(interface, type) {
      log.report(
        .unknownMember("unknown-interface", "interface", interface, type, type.interfaces.map(\.name.text)))
    }
    reportUnmapped(substitution, type)
  }

  private func definesNo(_ interface: TOSCADocument.Word, _ type: ResolvedType) -> Bool {
    !type.interfaces.contains { $0.name.text == interface.text }
  }

  /// A property is mapped to an input, or has a value outright.
  private mutating func checkProperty(_ mapping: SubstitutionMappingsSyntax.Mapping, _ type: ResolvedType) {
    guard let schema = type.schema(of: mapping.name.text) else {
      log.report(
        .unknownMember(
          "unknown-property", "property", mapping.name, type, type.properties.map(\.name.text)))
      return
    }
    if let value = mapping.value {
      check(value, against: schema, of: "property '\(mapping.name.text)'")
    } else if let first = mapping.path.first, mapping.path.count == 1, topology.input(first.text) == nil {
      log.report(.unknownMappedInput(first, topology.inputs.map(\.name.text)))
    }
  }

  /// What of a node type can be mapped to a member of a node.
  private enum Member: String {
    case attribute, capability, requirement

    var unknown: Diagnostic.Code {
      switch self {
      case .attribute: "unknown-attribute"
      case .capability: "unknown-capability"
      case .requirement: "unknown-requirement"
      }
    }

    func names(of type: ResolvedType) -> [String] {
      switch self {
      case .attribute: (type.attributes + type.properties).map(\.name.text)
      case .capability: type.capabilities.map(\.name.text)
      case .requirement: type.requirements.map(\.name.text)
      }
    }
  }

  /// Each mapping is of a member of the node type, and leads to a like one of a node template.
  private mutating func check(
    _ mappings: [SubstitutionMappingsSyntax.Mapping], _ member: Member, _ type: ResolvedType
  ) {
    let known = member.names(of: type)
    for mapping in mappings {
      if known.contains(mapping.name.text) {
        checkPath(mapping, member)
      } else {
        log.report(.unknownMember(member.unknown, member.rawValue, mapping.name, type, known))
      }
    }
  }

  /// The way of a mapping: a node template, and one of its members.
  private mutating func checkPath(_ mapping: SubstitutionMappingsSyntax.Mapping, _ member: Member) {
    guard let first = mapping.path.first else {
      if let value = mapping.value, !value.isNull, value.entries == nil {
        log.report(.noPath(mapping.name, member.rawValue, value))
      }
      return
    }
    guard let node = topology.node(named: first.text) else {
      log.report(.unknownNode(first, topology))
      return
    }
    let type = topology[node].type
    guard mapping.path.count > 1, !type.isUnknown else { return }
    let known = member.names(of: type)
    if !known.contains(mapping.path[1].text) {
      log.report(.unknownMember(member.unknown, member.rawValue, mapping.path[1], type, known))
    }
  }

  /// A filter of a substitution is about the properties of the node type (3.8.13.1).
  private mutating func checkFilter(_ filter: NodeFilter, _ type: ResolvedType) {
    for limit in filter.properties where type.property(limit.name.text) == nil {
      log.report(
        .unknownMember("unknown-property", "property", limit.name, type, type.properties.map(\.name.text)))
    }
    for (name, _) in filter.capabilities
    where !type.capabilities.contains(where: { $0.name.text == name.text })
      && !type.offers.contains(name.text)
    {
      log.report(
        .unknownMember("unknown-capability", "capability", name, type, type.capabilities.map(\.name.text)))
    }
  }

  /// Reports required properties of the node type that reach no input of the topology.
  private mutating func reportUnmapped(_ substitution: SubstitutionMappingsSyntax, _ type: ResolvedType) {
    guard substitution.properties.isEmpty else { return }
    // Without mappings each input stands for the property of its name (3.8.13.3).
    for input in topology.inputs
    where input.isRequired && input.defaultValue == nil && type.property(input.name.text) == nil {
      log.report(.inputWithoutProperty(input.name, type))
    }
  }
}

extension Diagnostic {
  fileprivate static func noPath(
    _ name: TOSCADocument.Word, _ what: String, _ value: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-form",
      "\(what) '\(name.text)' must be mapped to a list of a node template and its \(what), such as "
        + "'[server, \(name.text)]', not \(value.shown)", at: value.range)
  }

  fileprivate static func importedTopology(_ section: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .info, "imported-topology",
      "only types are imported: without 'substitution_mappings' this topology stands for no node and is passed over",
      at: section.range)
  }

  fileprivate static func unknownMappedInput(_ name: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-input", "'\(name.text)' is not an input of this template", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func inputWithoutProperty(_ name: TOSCADocument.Word, _ type: ResolvedType) -> Diagnostic
  {
    Diagnostic(
      .warning, "unmapped-input",
      "input '\(name.text)' has no default, and type '\(type.name)', which this topology stands for, has no property "
        + "of that name to give it a value", at: name.range)
  }
}
