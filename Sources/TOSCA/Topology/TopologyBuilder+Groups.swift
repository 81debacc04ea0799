import Diagnostics

extension TopologyBuilder {
  /// Adds the groups with their members (TOSCA Simple Profile 1.3, 3.8.5).
  mutating func addGroups() {
    let groups = topology.document.groups
    topology.groupsByName = Dictionary(
      groups.enumerated().map { ($1.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    for syntax in groups {
      let type: ResolvedType
      if let word = syntax.type {
        type = self.type(.group, word)
      } else {
        if !syntax.isTypeMalformed { log.report(.missingType(syntax.name, "group")) }
        type = .unknown(syntax.name, .group)
      }
      if !type.isUnknown {
        // Nobody else looks for what ETSI's groups require.
        log.isTolerant = type.ancestors.contains { $0.hasPrefix("tosca.groups.nfv.") }
        check(syntax.properties, of: "group '\(syntax.name.text)'", syntax.name, against: type)
        log.isTolerant = false
        check(syntax.interfaces, of: type, syntax.name)
      }
      checkFunctions(in: syntax.properties, of: type) { _ in .member(type) }
      checkFunctions(in: syntax.interfaces, context: .member(type))
      topology.groups.append(
        Group(
          name: syntax.name, type: type, members: syntax.members.map { member(of: syntax, $0, type) },
          properties: syntax.properties))
    }
  }

  private mutating func member(
    of group: GroupSyntax, _ name: TOSCADocument.Word, _ type: ResolvedType
  ) -> Topology.Reference {
    guard let node = topology.node(named: name.text) else {
      if topology.groupsByName[name.text] == nil || name.text == group.name.text {
        log.report(.unknownMemberOfGroup(name, group.name, topology))
      }
      return Topology.Reference(name: name, node: nil)
    }
    let member = topology[node].type
    if !type.isUnknown, !isAmong(type.members, member) {
      log.report(.wrongMember(name, group.name, type, member))
    }
    return Topology.Reference(name: name, node: node)
  }

  /// Whether a node type is one of those named, or derives from one; any is where none is named.
  mutating func isAmong(_ names: [TOSCADocument.Word], _ type: ResolvedType) -> Bool {
    guard !names.isEmpty, !type.isUnknown else { return true }
    return names.contains { name in
      type.isKind(of: name.text)
        || topology.types.type(.node, name, reporting: &log).map {
          $0.isUnknown || type.isKind(of: $0.name)
        } ?? !topology.types.exists(.group, name)
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownMemberOfGroup(
    _ name: TOSCADocument.Word, _ group: TOSCADocument.Word, _ topology: Topology
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-member", "member '\(name.text)' of group '\(group.text)' is no node template",
      at: name.range,
      suggestion: nearestSpelling(to: name.text, among: topology.document.nodeTemplates.map(\.name.text)))
  }

  fileprivate static func wrongMember(
    _ name: TOSCADocument.Word, _ group: TOSCADocument.Word, _ type: ResolvedType, _ member: ResolvedType
  ) -> Diagnostic {
    let wanted = type.members.map { "'\($0.text)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "wrong-member",
      "group '\(group.text)' is for nodes of type \(wanted), but '\(name.text)' is a '\(member.name)'",
      at: name.range)
  }
}
