extension Topology {
  /// The node templates of one type, in the order of the template.
  struct NodesOfType: Sendable {
    let type: ResolvedType
    var nodes: [NodeTemplate.ID]
  }

  /// Sorts the nodes by type, since a template has many nodes but few types.
  ///
  /// Nodes of types that do not exist are left out.
  mutating func indexKinds() {
    var places: [ObjectIdentifier: Int] = [:]
    for id in nodeIDs where !self[id].type.isUnknown {
      let type = self[id].type
      if let place = places[ObjectIdentifier(type)] {
        kinds[place].nodes.append(id)
      } else {
        places[ObjectIdentifier(type)] = kinds.count
        kinds.append(NodesOfType(type: type, nodes: [id]))
      }
    }
  }

  /// The nodes of a type and of those that derive from it, in the order of the template.
  package func nodes(ofKind name: String) -> [NodeTemplate.ID] {
    let found = kinds.filter { $0.type.isKind(of: name) }
    guard found.count > 1 else { return found.first?.nodes ?? [] }
    return found.flatMap(\.nodes).sorted { $0.offset < $1.offset }
  }

  /// Whether there is a node of a type, or of one that derives from it.
  package func hasNodes(ofKind name: String) -> Bool {
    kinds.contains { $0.type.isKind(of: name) }
  }

  /// The policies of a type and of those that derive from it, in the order of the template.
  func policies(ofKind name: String) -> [Policy] {
    policies.filter { $0.type.isKind(of: name) }
  }

  /// The nodes whose requirements substitution mappings lead to the outside (TOSCA Simple Profile 1.3, 3.8.13).
  var mappedNodes: Set<NodeTemplate.ID> {
    Set(substitution?.requirements.map(\.node) ?? [])
  }
}
