import Diagnostics

extension TopologyBuilder {
  /// The relationship type of a requirement: the assignment's, which must derive from the definition's.
  mutating func relationship(
    of requirement: RequirementSyntax, _ definition: RequirementDefinition?
  ) -> ResolvedType? {
    let wanted = definition?.relationship.flatMap {
      topology.types.type(.relationship, $0, reporting: &log)
    }
    guard let name = requirement.relationship else {
      if let wanted, requirement.target != nil { checkUnstated(wanted, requirement) }
      return wanted
    }
    let type: ResolvedType
    if let template = topology.relationshipTemplates[name.text] {
      type = template
    } else if let named = topology.types.type(.relationship, name, reporting: &log) {
      type = named
    } else {
      log.report(.unknownRelationship(name, topology))
      return wanted
    }
    guard !type.isUnknown else { return wanted }
    if let wanted, !type.isKind(of: wanted.name), !wanted.isKind(of: type.name) {
      log.report(.wrongRelationship(name, requirement, wanted, type))
    }
    guard topology.relationshipTemplates[name.text] == nil else { return type }
    check(
      requirement.relationshipProperties, of: "the relationship of '\(requirement.name.text)'", name,
      against: type)
    check(requirement.relationshipInterfaces, of: type, requirement.name)
    return type
  }

  /// A relationship that the template does not speak of has no values for what its type requires.
  private mutating func checkUnstated(_ type: ResolvedType, _ requirement: RequirementSyntax) {
    check(
      requirement.relationshipProperties, of: "the relationship of '\(requirement.name.text)'",
      requirement.target ?? requirement.name, against: type)
  }

  /// What a requirement says of its relationship, and what the relationship template does that it names.
  func properties(of requirement: RequirementSyntax) -> [Assignment] {
    let stated = Set(requirement.relationshipProperties.map(\.name.text))
    let template = relationshipTemplate(of: requirement)
    return requirement.relationshipProperties
      + (template?.properties ?? []).filter { !stated.contains($0.name.text) }
  }

  func interfaces(of requirement: RequirementSyntax) -> [InterfaceSyntax] {
    requirement.relationshipInterfaces + (relationshipTemplate(of: requirement)?.interfaces ?? [])
  }

  private func relationshipTemplate(of requirement: RequirementSyntax) -> RelationshipTemplateSyntax? {
    guard let name = requirement.relationship, topology.relationshipTemplates[name.text] != nil else {
      return nil
    }
    return topology.document.relationshipTemplates.first { $0.name.text == name.text }
  }
}

extension Diagnostic {
  fileprivate static func unknownRelationship(_ name: TOSCADocument.Word, _ topology: Topology) -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-relationship",
      "'\(name.text)' is neither a relationship type nor a relationship template", at: name.range,
      suggestion: nearestSpelling(
        to: name.text,
        among: topology.document.relationshipTemplates.map(\.name.text)
          + topology.types.names(.relationship, in: name.range.file)))
  }

  fileprivate static func wrongRelationship(
    _ name: TOSCADocument.Word, _ requirement: RequirementSyntax, _ wanted: ResolvedType, _ type: ResolvedType
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-relationship",
      "requirement '\(requirement.name.text)' asks for a relationship '\(wanted.name)', but '\(name.text)' is a "
        + "'\(type.name)'", at: name.range)
  }
}
