import Diagnostics

/// The nodes of a topology by the types and capabilities that they have, to find one that meets a requirement.
struct RequirementSearch: Sendable {
  /// What a requirement asks of a node.
  struct Criteria {
    var nodeType: ResolvedType?
    var capabilityType: ResolvedType?
    var filters: [NodeFilter] = []
  }

  private var byType: [String: [NodeTemplate.ID]] = [:]
  private var byCapability: [String: [NodeTemplate.ID]] = [:]
  private var everything: [NodeTemplate.ID] = []
  private var isIndexed = false
  /// Whether a node has a type that is not wholly known, so that it may be the one that is looked for.
  private(set) var hasUnknownNodes = false
  /// How many more candidates are looked at; a stranger's template may ask for any number.
  var budget = 2_000_000

  /// The nodes that may come into question, in the order of the template.
  mutating func candidates(for criteria: Criteria, in topology: Topology) -> [NodeTemplate.ID] {
    if !isIndexed { index(topology) }
    if let type = criteria.nodeType { return byType[type.name] ?? [] }
    if let type = criteria.capabilityType { return byCapability[type.name] ?? [] }
    return everything
  }

  private mutating func index(_ topology: Topology) {
    isIndexed = true
    everything = topology.nodeIDs
    for id in everything {
      let type = topology[id].type
      if type.isUnknown { hasUnknownNodes = true }
      for name in type.ancestors { byType[name, default: []].append(id) }
      for name in type.offers { byCapability[name, default: []].append(id) }
    }
  }
}

extension TopologyBuilder {
  /// How a search for a node that meets a requirement ended.
  enum SearchResult {
    case found(NodeTemplate.ID)
    /// Why each of the first candidates was refused.
    case none(refusals: [Diagnostic.Note])
    /// It cannot be said: a node has a type that is not known, or there are too many to look at.
    case unknowable
  }

  private static let shownRefusals = 5

  /// The first node of the template that meets the criteria.
  mutating func find(
    _ criteria: RequirementSearch.Criteria, for source: NodeTemplate.ID
  ) -> SearchResult {
    var refusals: [Diagnostic.Note] = []
    for candidate in search.candidates(for: criteria, in: topology) where candidate != source {
      guard search.budget > 0 else { return .unknowable }
      search.budget -= 1 + criteria.filters.reduce(0) { $0 + $1.count }
      guard let reason = refusal(of: candidate, criteria, for: source) else { return .found(candidate) }
      if refusals.count < Self.shownRefusals {
        let node = topology[candidate]
        refusals.append(Diagnostic.Note("'\(node.name.text)' is refused: \(reason)", at: node.name.range))
      }
    }
    return search.hasUnknownNodes ? .unknowable : .none(refusals: refusals)
  }

  /// Why a node does not meet the criteria; nil when it does.
  private mutating func refusal(
    of candidate: NodeTemplate.ID, _ criteria: RequirementSearch.Criteria, for source: NodeTemplate.ID
  ) -> String? {
    let node = topology[candidate]
    if let type = criteria.nodeType, !node.type.isKind(of: type.name) {
      return "it is a '\(node.type.name)'"
    }
    if let type = criteria.capabilityType {
      guard node.type.offers.contains(type.name) else { return "it has no capability '\(type.name)'" }
      if !accepts(node.type, type, from: topology[source].type) {
        return "its capability is not for a '\(topology[source].type.name)'"
      }
    }
    for filter in criteria.filters {
      if let trouble = trouble(with: node, filter) { return trouble }
    }
    return nil
  }

  /// Whether a capability of a node type may be used from a source type (`valid_source_types`, 3.7.2).
  mutating func accepts(
    _ node: ResolvedType, _ capability: ResolvedType, from source: ResolvedType
  ) -> Bool {
    guard !source.isUnknown else { return true }
    var isRefused = false
    for definition in node.capabilities {
      guard let type = topology.types.type(.capability, definition.type, reporting: &log),
        type.isKind(of: capability.name)
      else { continue }
      let sources = definition.validSources.isEmpty ? type.validSources : definition.validSources
      let isValid =
        sources.isEmpty
        || sources.contains { name in
          source.isKind(of: name.text)
            || topology.types.type(.node, name, reporting: &log).map {
              $0.isUnknown || source.isKind(of: $0.name)
            } ?? true
        }
      if isValid { return true }
      isRefused = true
    }
    return !isRefused
  }

  // MARK: Node filters (3.6.5)

  /// What of a filter a node does not meet, in words; nil when it meets all that can be known now.
  mutating func trouble(with node: NodeTemplate, _ filter: NodeFilter) -> String? {
    for limit in filter.properties {
      let schema = node.type.schema(of: limit.name.text)
      guard let schema else { return "it has no property '\(limit.name.text)'" }
      if let text = trouble(with: node[property: limit.name.text], schema, limit) { return text }
    }
    for (name, limits) in filter.capabilities {
      guard let definition = capability(name, of: node.type) else {
        return "it has no capability '\(name.text)'"
      }
      let type = topology.types.type(.capability, definition.type, reporting: &log)
      let assigned = node.capability(definition.name.text)?.properties ?? []
      for limit in limits {
        let own = definition.properties.first { $0.name.text == limit.name.text }
        guard let property = own ?? type?.property(limit.name.text) else {
          return "its capability '\(name.text)' has no property '\(limit.name.text)'"
        }
        let value =
          assigned.first { $0.name.text == limit.name.text }?.value ?? property.defaultValue
        if let text = trouble(with: value, property.schema, limit) { return text }
      }
    }
    return nil
  }

  /// The capability of a type that a filter names by its name or by its type.
  private mutating func capability(
    _ name: TOSCADocument.Word, of type: ResolvedType
  ) -> CapabilityDefinition? {
    if let named = type.capabilities.first(where: { $0.name.text == name.text }) { return named }
    guard let wanted = topology.types.type(.capability, name, reporting: &log) else { return nil }
    return type.capabilities.first { definition in
      topology.types.type(.capability, definition.type, reporting: &log)?.isKind(of: wanted.name) ?? false
    }
  }

  private func trouble(
    with value: PropertyValue?, _ schema: Schema, _ limit: NodeFilter.PropertyFilter
  ) -> String? {
    guard let value, !value.isNull else { return "it has no value for '\(limit.name.text)'" }
    if case .function = value.content { return nil }
    for constraint in limit.constraints {
      if case .function = constraint.operand.content { continue }
      if let text = constraint.trouble(with: value, schema.primitive ?? .string) {
        return "its '\(limit.name.text)' \(text)"
      }
    }
    return nil
  }
}
