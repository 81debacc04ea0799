/// What stands, in a topology, for the members of a node type (TOSCA Simple Profile 1.3, 3.8.13).
package struct Substitution: Sendable {
  /// A member of the node type, and the node that has what stands for it.
  package struct Member: Sendable {
    package let name: TOSCADocument.Word
    package let node: NodeTemplate.ID
    /// The node's own capability or requirement; nil when the mapping leads to the node itself.
    package let member: TOSCADocument.Word?
  }

  /// The node type that the topology can stand for.
  package let nodeType: TOSCADocument.Word?
  package let capabilities: [Member]
  package let requirements: [Member]
}

extension Topology {
  /// What the topology maps to the outside; mappings to nodes that are not there are left out.
  package var substitution: Substitution? {
    document.substitution.map { syntax in
      Substitution(
        nodeType: syntax.nodeType, capabilities: members(syntax.capabilities),
        requirements: members(syntax.requirements))
    }
  }

  private func members(_ mappings: [SubstitutionMappingsSyntax.Mapping]) -> [Substitution.Member] {
    mappings.compactMap { mapping in
      guard let first = mapping.path.first, let node = node(named: first.text) else { return nil }
      return Substitution.Member(
        name: mapping.name, node: node, member: mapping.path.count > 1 ? mapping.path[1] : nil)
    }
  }
}
