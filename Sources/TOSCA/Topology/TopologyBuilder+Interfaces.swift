import Diagnostics

extension TopologyBuilder {
  /// Checks the interfaces of a template against those of its type (TOSCA Simple Profile 1.3, 3.8.5).
  mutating func check(_ interfaces: [InterfaceSyntax], of type: ResolvedType, _ owner: TOSCADocument.Word) {
    guard !type.isUnknown else { return }
    for interface in interfaces {
      interface.type.map { checkType($0, .interface) }
      guard let definition = definition(of: interface, type) else {
        log.report(
          .unknownMember(
            "unknown-interface", "interface", interface.name, type, type.interfaces.map(\.name.text)))
        continue
      }
      let known = operations(of: definition) + (interface.type.map { operations(of: $0) } ?? [])
      let isOpen = known.isEmpty
      for operation in interface.operations + interface.notifications
      where !isOpen && !known.contains(operation.name.text) {
        log.report(.unknownOperation(operation.name, interface.name, known))
      }
    }
  }

  /// The interface of a type that is meant: by its name, or by the name of its type, long or short.
  private mutating func definition(of interface: InterfaceSyntax, _ type: ResolvedType) -> InterfaceSyntax? {
    if let named = type.interfaces.first(where: { $0.name.text == interface.name.text }) { return named }
    let wanted = topology.types.type(.interface, interface.name, reporting: &log)
    for definition in type.interfaces {
      let name = definition.type ?? definition.name
      guard let own = topology.types.type(.interface, name, reporting: &log) else { continue }
      if own.name == wanted?.name || own.name.hasSuffix("." + interface.name.text) { return definition }
    }
    return nil
  }

  /// The names of the operations and notifications of an interface and of its type.
  mutating func operations(of interface: InterfaceSyntax) -> [String] {
    (interface.operations + interface.notifications).map(\.name.text)
      + operations(of: interface.type ?? interface.name)
  }

  private mutating func operations(of name: TOSCADocument.Word) -> [String] {
    guard let type = topology.types.type(.interface, name, reporting: &log) else { return [] }
    return type.interfaces.flatMap { ($0.operations + $0.notifications).map(\.name.text) }
  }

  /// Adds the relationship templates (3.8.4), checked against their types.
  mutating func addRelationshipTemplates() {
    for template in topology.document.relationshipTemplates {
      var word = template.type
      if let source = template.copied {
        let original = topology.document.relationshipTemplates.first { $0.name.text == source.text }
        if original == nil { log.report(.unknownCopy(source, topology)) }
        word = word ?? original?.type
      }
      guard let word else {
        topology.relationshipTemplates[template.name.text] = .unknown(template.name, .relationship)
        continue
      }
      let type = self.type(.relationship, word)
      topology.relationshipTemplates[template.name.text] = type
      guard !type.isUnknown else { continue }
      check(
        template.properties, of: "relationship template '\(template.name.text)'", template.name, against: type
      )
      check(template.interfaces, of: type, template.name)
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownOperation(
    _ name: TOSCADocument.Word, _ interface: TOSCADocument.Word, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-operation", "interface '\(interface.text)' has no operation '\(name.text)'",
      at: name.range, suggestion: nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func unknownCopy(_ name: TOSCADocument.Word, _ topology: Topology) -> Diagnostic {
    Diagnostic(
      .error, "unknown-relationship", "'\(name.text)' is not a relationship template", at: name.range,
      suggestion: nearestSpelling(
        to: name.text, among: topology.document.relationshipTemplates.map(\.name.text)))
  }
}
