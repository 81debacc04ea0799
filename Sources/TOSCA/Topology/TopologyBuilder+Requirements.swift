import Diagnostics

extension TopologyBuilder {
  /// Adds the requirements of a node with the nodes that meet them (TOSCA Simple Profile 1.3, 3.8.2).
  mutating func addRequirements(of source: NodeTemplate.ID, _ template: NodeTemplateSyntax) {
    let type = topology[source].type
    var stated = StatedRequirements()
    for requirement in template.requirements {
      stated.count[requirement.name.text, default: 0] += 1
      let definition = type.requirement(requirement.name.text)
      if let definition, let maximum = definition.occurrences.maximum,
        stated.count[requirement.name.text] == maximum + 1
      {
        reportTooMany(requirement, definition, type)
      }
      if let settled = settled(requirement, from: source, type) {
        topology.requirements.append(settled)
        continue
      }
      let count = log.reportCount
      if definition == nil, !type.isUnknown {
        let finding = Diagnostic.unknownMember(
          "unknown-requirement", "requirement", requirement.name, type, type.requirements.map(\.name.text))
        finding.suggestion.map { _ = stated.meant.insert($0) }
        // Descriptors for Tacker have `node` beside the requirement's name, and not under it; Tacker minds neither.
        log.report(finding.asWarning(if: isNFV && requirement.name.text == "node"))
      }
      let target = target(of: requirement, definition, from: source)
      let relationship = relationship(of: requirement, definition)
      if let target, let definition, requirement.target != nil {
        checkTarget(target, of: requirement, definition, from: source, relationship)
      }
      topology.requirements.append(
        Requirement(
          name: requirement.name, source: source, statedTarget: requirement.target, target: target,
          capability: requirement.capability?.text, relationship: relationship,
          relationshipName: requirement.relationship, properties: properties(of: requirement),
          interfaces: interfaces(of: requirement)))
      if let target, let definition, requirement.isPlain, definition.nodeFilter == nil,
        log.reportCount == count
      {
        let key = SettledRequirement(type, requirement, topology[target].type)
        settledRequirements[key] = .some(relationship)
      }
    }
    guard !template.lacksNothing(of: "requirements") else { return }
    for definition in type.requirements
    where stated.count[definition.name.text, default: 0] < definition.occurrences.minimum {
      reportMissing(definition, template, source, &stated)
    }
  }

  /// A requirement like one that was found to be met before: of the same types, and with nothing said beside the node.
  private func settled(
    _ requirement: RequirementSyntax, from source: NodeTemplate.ID, _ type: ResolvedType
  ) -> Requirement? {
    guard requirement.isPlain, let name = requirement.target, let target = topology.node(named: name.text),
      let relationship = settledRequirements[SettledRequirement(type, requirement, topology[target].type)]
    else { return nil }
    return Requirement(
      name: requirement.name, source: source, statedTarget: name, target: target, capability: nil,
      relationship: relationship, relationshipName: nil, properties: [], interfaces: [])
  }

  // MARK: Targets

  /// The node that a requirement names or describes; one that is not there is reported.
  private mutating func target(
    of requirement: RequirementSyntax, _ definition: RequirementDefinition?, from source: NodeTemplate.ID
  ) -> NodeTemplate.ID? {
    var criteria = RequirementSearch.Criteria()
    criteria.filters = [requirement.nodeFilter, definition?.nodeFilter].compactMap { $0 }
    if let name = requirement.target {
      if let id = topology.node(named: name.text) {
        for filter in criteria.filters {
          if let trouble = trouble(with: topology[id], filter) {
            log.report(.filterNotMet(name, trouble, filter))
          }
        }
        return id
      }
      guard let type = topology.types.type(.node, name, reporting: &log) else {
        log.report(.unknownNode(name, topology))
        return nil
      }
      criteria.nodeType = type
    } else if let name = definition?.node {
      criteria.nodeType = topology.types.type(.node, name, reporting: &log)
    }
    if let name = requirement.capability,
      let type = topology.types.type(.capability, name, reporting: &log)
    {
      criteria.capabilityType = type
    } else if let name = definition?.capability {
      criteria.capabilityType = topology.types.type(.capability, name, reporting: &log)
    }
    guard !requirement.isMalformed, requirement.target != nil || definition != nil else { return nil }
    switch find(criteria, for: source) {
    case .found(let id): return id
    case .unknowable: return nil
    case .none(let refusals):
      if !isMapped(requirement.name, source) {
        log.report(.noCandidate(requirement, criteria, refusals))
      }
      return nil
    }
  }

  private mutating func checkTarget(
    _ target: NodeTemplate.ID, of requirement: RequirementSyntax, _ definition: RequirementDefinition,
    from source: NodeTemplate.ID, _ relationship: ResolvedType?
  ) {
    let node = topology[target]
    guard !node.type.isUnknown, let place = requirement.target, topology.node(named: place.text) != nil else {
      return
    }
    if let wanted = definition.node, let type = topology.types.type(.node, wanted, reporting: &log),
      !node.type.isKind(of: type.name)
    {
      log.report(
        .wrongTarget(place, requirement, wanted: "a node of type '\(type.name)'", node)
          .asWarning(if: isHostedOnServer(relationship, node.type)))
      return
    }
    if let name = requirement.capability {
      checkCapability(name, of: requirement, definition, node)
      return
    }
    guard let wanted = definition.capability,
      let type = topology.types.type(.capability, wanted, reporting: &log)
    else { return }
    if !node.type.offers.contains(type.name) {
      log.report(.wrongTarget(place, requirement, wanted: "a node with a capability '\(type.name)'", node))
    } else if !accepts(node.type, type, from: topology[source].type) {
      log.report(.sourceNotAccepted(place, requirement, node, type, topology[source].type))
    } else if let relationship, !isValid(node.type, for: relationship) {
      log.report(.wrongEnd(place, requirement, relationship, node))
    }
  }

  /// Whether something is hosted on a server, past what should lie between: many templates host a database or an
  /// application there, which runs as well.
  private func isHostedOnServer(_ relationship: ResolvedType?, _ target: ResolvedType) -> Bool {
    relationship?.isKind(of: "tosca.relationships.HostedOn") == true
      && target.isKind(of: "tosca.nodes.Compute")
  }

  /// Whether a relationship may lead to a node: by one of its capabilities, or by its type (`valid_target_types`, 3.7.10).
  private mutating func isValid(_ node: ResolvedType, for relationship: ResolvedType) -> Bool {
    guard !relationship.validTargets.isEmpty else { return true }
    return relationship.validTargets.contains { name in
      if node.offers.contains(name.text) || node.isKind(of: name.text) { return true }
      if let type = topology.types.type(.capability, name, reporting: &log) {
        return type.isUnknown || node.offers.contains(type.name)
      }
      // One that is neither was reported; an interface says nothing of the node.
      return topology.types.type(.node, name, reporting: &log).map { node.isKind(of: $0.name) } ?? true
    }
  }

  /// The capability that a requirement names is one of the target's, or a type that one of them has.
  private mutating func checkCapability(
    _ name: TOSCADocument.Word, of requirement: RequirementSyntax, _ definition: RequirementDefinition,
    _ node: NodeTemplate
  ) {
    if let named = node.type.capabilities.first(where: { $0.name.text == name.text }) {
      guard let wanted = definition.capability, !derives(named.type, .capability, from: wanted) else {
        return
      }
      log.report(.wrongTarget(name, requirement, wanted: "a capability '\(wanted.text)'", node))
      return
    }
    guard let type = topology.types.type(.capability, name, reporting: &log) else {
      log.report(
        .unknownMember(
          "unknown-capability", "capability", name, node.type, node.type.capabilities.map(\.name.text)))
      return
    }
    if !node.type.offers.contains(type.name) {
      log.report(.wrongTarget(name, requirement, wanted: "a node with a capability '\(type.name)'", node))
    }
  }

  // MARK: Occurrences

  /// What a template says of the requirements of its type.
  private struct StatedRequirements {
    var count: [String: Int] = [:]
    /// What misspelt names most likely mean.
    var meant: Set<String> = []
    /// The types of the relationships and those that they derive from, once they are asked for.
    var relationships: Set<String>?
  }

  /// Reports a requirement that is stated once too often; Tacker takes any number for its own types, and software may be
  /// put on several servers.
  private mutating func reportTooMany(
    _ requirement: RequirementSyntax, _ definition: RequirementDefinition, _ type: ResolvedType
  ) {
    let isTolerated = isTolerant(of: type) || definition.relationship?.text.hasSuffix("HostedOn") == true
    log.report(.tooManyRequirements(requirement.name, definition).asWarning(if: isTolerated))
  }

  /// Reports a requirement that is stated too rarely.
  ///
  /// One of a derived relationship also meets the inherited one: Tacker's `virtualLink` stands for the `link` of
  /// every port. One that a substitution maps to the outside is met there.
  private mutating func reportMissing(
    _ definition: RequirementDefinition, _ template: NodeTemplateSyntax, _ source: NodeTemplate.ID,
    _ stated: inout StatedRequirements
  ) {
    let (name, type) = (definition.name, topology[source].type)
    guard !stated.meant.contains(name.text), !isMapped(name, source), topology[source].substitute == nil
    else {
      return
    }
    if let wanted = definition.relationship, stated.count[name.text] == nil {
      let given = stated.relationships ?? relationships(of: template, type)
      stated.relationships = given
      let wantedType = topology.types.type(.relationship, wanted, reporting: &log)
      if given.contains(wantedType?.name ?? wanted.text) { return }
    }
    // What nobody says the orchestrator finds among the nodes of the template (2.10.1).
    let isTolerated = isTolerant(of: type)
    if !isTolerated {
      guard case .none = find(criteria(of: definition), for: source) else { return }
    }
    log.report(.missingRequirement(template.name, definition, type).asWarning(if: isTolerated))
  }

  /// The types of the relationships that the requirements of a template have, and those that they derive from.
  private mutating func relationships(of template: NodeTemplateSyntax, _ type: ResolvedType) -> Set<String> {
    var names: Set<String> = []
    for requirement in template.requirements {
      guard let given = type.requirement(requirement.name.text)?.relationship else { continue }
      names.formUnion(topology.types.type(.relationship, given, reporting: &log)?.ancestors ?? [])
    }
    return names
  }

  private mutating func criteria(of definition: RequirementDefinition) -> RequirementSearch.Criteria {
    RequirementSearch.Criteria(
      nodeType: definition.node.flatMap { topology.types.type(.node, $0, reporting: &log) },
      capabilityType: definition.capability.flatMap { topology.types.type(.capability, $0, reporting: &log) },
      filters: definition.nodeFilter.map { [$0] } ?? [])
  }

  /// Whether Tacker leaves what a type requires to whoever deploys the template.
  func isTolerant(of type: ResolvedType) -> Bool {
    isNFV || type.ancestors.contains { $0.hasPrefix("tosca.nodes.nfv.") }
  }

  /// Whether a substitution maps a requirement of a node to the outside.
  private func isMapped(_ name: TOSCADocument.Word, _ node: NodeTemplate.ID) -> Bool {
    topology.document.substitution?.maps(requirement: name.text, of: topology[node].name.text) ?? false
  }
}

/// Requirements of one name between nodes of two types, which need to be looked into once.
struct SettledRequirement: Hashable {
  private let source: ObjectIdentifier
  private let name: String
  private let target: ObjectIdentifier

  init(_ source: ResolvedType, _ requirement: RequirementSyntax, _ target: ResolvedType) {
    self.source = ObjectIdentifier(source)
    name = requirement.name.text
    self.target = ObjectIdentifier(target)
  }
}

extension RequirementSyntax {
  /// Whether it says nothing but the node.
  fileprivate var isPlain: Bool {
    target != nil && capability == nil && relationship == nil && nodeFilter == nil && occurrences == nil
  }
}

extension Diagnostic {
  static func unknownNode(_ name: TOSCADocument.Word, _ topology: Topology) -> Diagnostic {
    Diagnostic(
      .error, "unknown-node", "'\(name.text)' is not a node template", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: topology.document.nodeTemplates.map(\.name.text)))
  }

  fileprivate static func filterNotMet(
    _ name: TOSCADocument.Word, _ trouble: String, _ filter: NodeFilter
  ) -> Diagnostic {
    Diagnostic(
      .error, "filter-not-met", "'\(name.text)' does not meet the node filter: \(trouble)", at: name.range,
      notes: [Note("the filter", at: filter.range)])
  }

  fileprivate static func noCandidate(
    _ requirement: RequirementSyntax, _ criteria: RequirementSearch.Criteria, _ refusals: [Note]
  ) -> Diagnostic {
    var wanted = criteria.nodeType.map { "of type '\($0.name)'" } ?? ""
    if let type = criteria.capabilityType {
      wanted += (wanted.isEmpty ? "" : " ") + "with a capability '\(type.name)'"
    }
    if !criteria.filters.isEmpty { wanted += (wanted.isEmpty ? "" : " ") + "that passes the filter" }
    return Diagnostic(
      .warning, "no-candidate",
      "no node template \(wanted) meets requirement '\(requirement.name.text)', so it is left to whoever deploys it",
      at: requirement.target?.range ?? requirement.name.range, notes: refusals)
  }

  fileprivate static func wrongTarget(
    _ place: TOSCADocument.Word, _ requirement: RequirementSyntax, wanted: String, _ node: NodeTemplate
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-target",
      "requirement '\(requirement.name.text)' asks for \(wanted), but '\(place.text)' is a '\(node.type.name)'",
      at: place.range, notes: [Note("'\(place.text)' is defined here", at: node.name.range)])
  }

  fileprivate static func sourceNotAccepted(
    _ place: TOSCADocument.Word, _ requirement: RequirementSyntax, _ node: NodeTemplate,
    _ capability: ResolvedType, _ source: ResolvedType
  ) -> Diagnostic {
    Diagnostic(
      .warning, "source-not-accepted",
      "the capability '\(capability.name)' of '\(node.name.text)' is not for nodes of type '\(source.name)'",
      at: place.range, notes: [Note("'\(node.name.text)' is defined here", at: node.name.range)])
  }

  fileprivate static func wrongEnd(
    _ place: TOSCADocument.Word, _ requirement: RequirementSyntax, _ relationship: ResolvedType,
    _ node: NodeTemplate
  ) -> Diagnostic {
    let wanted = relationship.validTargets.map { "'\($0.text)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "wrong-relationship-target",
      "requirement '\(requirement.name.text)' is a relationship '\(relationship.name)', which leads to \(wanted); "
        + "'\(place.text)' is a '\(node.type.name)' without that", at: place.range,
      notes: [Note("'\(place.text)' is defined here", at: node.name.range)])
  }

  fileprivate static func tooManyRequirements(
    _ name: TOSCADocument.Word, _ definition: RequirementDefinition
  ) -> Diagnostic {
    let maximum = definition.occurrences.maximum ?? 0
    return Diagnostic(
      .error, "too-many-requirements",
      "requirement '\(name.text)' can be stated \(maximum == 1 ? "once" : "\(maximum) times") at the most",
      at: name.range, notes: [Note("its definition", at: definition.name.range)])
  }

  fileprivate static func missingRequirement(
    _ name: TOSCADocument.Word, _ definition: RequirementDefinition, _ type: ResolvedType
  ) -> Diagnostic {
    Diagnostic(
      .error, "missing-requirement",
      "node template '\(name.text)' does not say which node meets '\(definition.name.text)', which type "
        + "'\(type.name)' requires", at: name.range)
  }
}
