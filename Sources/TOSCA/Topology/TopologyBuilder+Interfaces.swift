import Diagnostics

extension TopologyBuilder {
  /// Checks the interfaces of a template against those of its type (TOSCA Simple Profile 1.3, 3.8.5).
  mutating func check(_ interfaces: [InterfaceSyntax], of type: ResolvedType, _ owner: TOSCADocument.Word) {
    for interface in interfaces {
      interface.type.map { checkType($0, .interface) }
      guard let definition = definition(of: interface, type) else {
        report(
          .unknownMember(
            "unknown-interface", "interface", interface.name, type, type.interfaces.map(\.name.text)),
          of: type)
        continue
      }
      checkInputs(of: interface, definition)
      let known = operations(of: definition) + (interface.type.map { operations(of: $0) } ?? [])
      let isOpen = known.isEmpty || type.isUnknown
      for operation in interface.operations + interface.notifications
      where !isOpen && !known.contains(operation.name.text) {
        log.report(.unknownOperation(operation.name, interface.name, known))
      }
    }
  }

  /// Checks the values of an interface's inputs against their definitions; a template may have further ones.
  private mutating func checkInputs(of interface: InterfaceSyntax, _ definition: InterfaceSyntax) {
    let type = topology.types.type(.interface, definition.type ?? definition.name, reporting: &log)
    let defined = (type?.interfaces ?? []) + [definition]
    check(interface.inputs, against: defined.flatMap(\.inputs))
    for operation in interface.operations + interface.notifications where !operation.inputs.isEmpty {
      let definitions = defined.flatMap { $0.operations + $0.notifications }
        .filter { $0.name.text == operation.name.text }
      check(operation.inputs, against: defined.flatMap(\.inputs) + definitions.flatMap(\.inputs))
    }
  }

  private mutating func check(_ inputs: [InputSyntax], against definitions: [InputSyntax]) {
    for input in inputs {
      // What comes last is what the nearest type says.
      let definition =
        input.definition
        ?? definitions.last { $0.name.text == input.name.text && $0.definition != nil }?.definition
      guard let value = input.value, let definition else { continue }
      check(value, against: definition.schema, of: "input '\(input.name.text)'")
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
      check(
        template.properties, of: "relationship template '\(template.name.text)'", template.name, against: type
      )
      checkAttributes(template.attributes, of: type)
      checkImplementations(of: template.interfaces, artifacts: [], type)
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
