/// An operation of a node or of a relationship, with what it inherits from the type (TOSCA Simple Profile 1.3, 3.6.17).
package struct Operation: Sendable {
  /// The name of the interface, such as `Standard`: that of one of TOSCA's own is without the prefix of its type.
  package let interface: String
  /// The name in its interface, such as `configure`.
  package let name: TOSCADocument.Word
  /// What is run; nil for an operation that does nothing.
  package let implementation: Artifact?
  /// What must be there beside it.
  package let dependencies: [Artifact]
  /// The values of its inputs, those of its interface included.
  package let inputs: [Assignment]
}

extension Topology {
  /// Whether something is run for a node.
  package func hasOperations(_ node: NodeTemplate.ID) -> Bool {
    let node = self[node]
    return node.interfaces.contains(where: \.isImplemented)
      || node.type.interfaces.contains(where: \.isImplemented)
  }

  /// Whether something is run for a requirement's relationship.
  package func hasOperations(_ requirement: Requirement) -> Bool {
    requirement.interfaces.contains(where: \.isImplemented)
      || requirement.relationship?.interfaces.contains(where: \.isImplemented) == true
  }

  /// The operations of a node, those of its type first.
  package func operations(of node: NodeTemplate.ID) -> [Operation] {
    let node = self[node]
    return Topology.operations(
      node.type.interfaces, node.interfaces, artifacts: node.artifacts + node.type.artifacts)
  }

  /// The operations of a requirement's relationship.
  package func operations(of requirement: Requirement) -> [Operation] {
    Topology.operations(
      requirement.relationship?.interfaces ?? [], requirement.interfaces,
      artifacts: requirement.relationship?.artifacts ?? [])
  }

  /// Joins the interfaces of a type with those of a template.
  private static func operations(
    _ defined: [InterfaceSyntax], _ stated: [InterfaceSyntax], artifacts: [ArtifactSyntax]
  ) -> [Operation] {
    guard !defined.isEmpty || !stated.isEmpty else { return [] }
    var operations: [(interface: String, parts: [OperationSyntax])] = []
    var places: [[String]: Int] = [:]
    var interfaceInputs: [String: [InputSyntax]] = [:]
    for interface in defined + stated {
      let name = interface.shortName
      interfaceInputs[name, default: []] += interface.inputs
      for operation in interface.operations {
        let key = [name, operation.name.text]
        if let place = places[key] {
          operations[place].parts.append(operation)
        } else {
          places[key] = operations.count
          operations.append((name, [operation]))
        }
      }
    }
    return operations.compactMap { interface, parts in
      guard let last = parts.last else { return nil }
      let run = parts.last { !$0.artifacts.isEmpty }?.artifacts.map { syntax -> Artifact in
        let named = artifacts.first { $0.name != nil && $0.name?.text == syntax.file?.text && $0.hasFile }
        return Artifact(named ?? syntax)
      }
      return Operation(
        interface: interface, name: last.name, implementation: run?.first,
        dependencies: Array((run ?? []).dropFirst()),
        inputs: values((interfaceInputs[interface] ?? []) + parts.flatMap(\.inputs)))
    }
  }

  /// The values of inputs; of one that has several the last counts.
  private static func values(_ inputs: [InputSyntax]) -> [Assignment] {
    var values: [Assignment] = []
    for input in inputs {
      guard let value = input.value else { continue }
      if let place = values.firstIndex(where: { $0.name.text == input.name.text }) {
        values[place].value = value
      } else {
        values.append(Assignment(name: input.name, value: value))
      }
    }
    return values
  }
}

extension InterfaceSyntax {
  fileprivate var isImplemented: Bool {
    operations.contains { !$0.artifacts.isEmpty }
  }

  fileprivate var shortName: String {
    let isNormative = name.text.hasPrefix("tosca.interfaces.")
    return isNormative ? name.text.split(separator: ".").last.map(String.init) ?? name.text : name.text
  }
}
