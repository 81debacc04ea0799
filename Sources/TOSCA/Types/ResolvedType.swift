package import Diagnostics

/// A type with all that it inherits (TOSCA Simple Profile 1.3, 3.7).
package final class ResolvedType: Sendable {
  package let name: String
  package let kind: TypeKind
  /// Where the type is defined.
  package let range: SourceRange
  /// The names of the type and of those it derives from, the nearest first.
  package let ancestors: [String]
  package let properties: [PropertyDefinition]
  package let attributes: [PropertyDefinition]
  package let requirements: [RequirementDefinition]
  package let capabilities: [CapabilityDefinition]
  let interfaces: [InterfaceSyntax]
  let artifacts: [ArtifactSyntax]
  let triggers: [Trigger]
  /// The types of the capabilities and those that they derive from.
  let offers: Set<String>
  /// The properties of the capabilities that a template must give, by the capability's name.
  let demandedOfCapabilities: [(capability: TOSCADocument.Word, properties: [PropertyDefinition])]
  /// The limits that a data type sets to a value, its ancestors' included.
  let constraints: [Constraint]
  /// The schemas of a data type that refines a list or a map; none or one each.
  let entry: [Schema]
  let key: [Schema]
  /// What a relationship may lead to (`valid_target_types`).
  let validTargets: [TOSCADocument.Word]
  /// From where a capability may be used (`valid_source_types`).
  let validSources: [TOSCADocument.Word]
  /// The types of what may be a member of a group or a target of a policy.
  let members: [TOSCADocument.Word]
  /// Whether the type does not exist, or derives from one that does not: nothing that is not known of it is wrong.
  package let isUnknown: Bool
  /// The base type of a data type that refines `string`, `integer` and the like.
  package let primitive: String?
  /// The same as one of TOSCA's own types.
  let base: PrimitiveType?
  private let propertyOffsets: [String: Int]
  private let requirementOffsets: [String: Int]
  /// The places of the properties that a template must give.
  private let demanded: [Int]
  /// The places of the properties whose defaults call functions.
  private let calling: [Int]

  /// Joins what a type states with what it inherits.
  init(
    _ name: String, _ kind: TypeKind, range: SourceRange, _ syntax: TypeSyntax, parent: ResolvedType?,
    offers: Set<String>, demanded demandedOfCapabilities: [String: [PropertyDefinition]], primitive: String?,
    isIncomplete: Bool
  ) {
    self.name = name
    self.kind = kind
    self.range = range
    ancestors = [name] + (parent?.ancestors ?? [])
    properties = override(parent?.properties ?? [], with: syntax.properties) { $0.name.text }
    attributes = override(parent?.attributes ?? [], with: syntax.attributes) { $0.name.text }
    requirements = override(parent?.requirements ?? [], with: syntax.requirements) { $0.name.text }
    capabilities = override(parent?.capabilities ?? [], with: syntax.capabilities) { $0.name.text }
    let inherited = parent?.demandedOfCapabilities ?? []
    self.demandedOfCapabilities = capabilities.compactMap { capability in
      let name = capability.name.text
      let stated = demandedOfCapabilities[name]
      let properties = stated ?? inherited.first { $0.capability.text == name }?.properties ?? []
      return properties.isEmpty ? nil : (capability.name, properties)
    }
    interfaces = join(parent?.interfaces ?? [], syntax.interfaces, kind)
    artifacts = override(parent?.artifacts ?? [], with: syntax.artifacts) { $0.name?.text ?? "" }
    triggers = override(parent?.triggers ?? [], with: syntax.triggers) { $0.name.text }
    self.offers = offers
    constraints = (parent?.constraints ?? []) + syntax.constraints
    entry = syntax.entry.map { [$0] } ?? parent?.entry ?? []
    key = syntax.key.map { [$0] } ?? parent?.key ?? []
    validTargets = syntax.validTargets.isEmpty ? parent?.validTargets ?? [] : syntax.validTargets
    validSources = syntax.validSources.isEmpty ? parent?.validSources ?? [] : syntax.validSources
    members = syntax.members.isEmpty ? parent?.members ?? [] : syntax.members
    // Some write down the primitive types as data types of their own, and derive from these.
    let root = kind == .data ? primitive ?? ancestors.first(where: PrimitiveType.names.contains) : nil
    self.primitive = root
    base = root.flatMap(PrimitiveType.init(named:))
    isUnknown = isIncomplete || parent?.isUnknown == true
    let all = properties
    demanded = all.indices.filter { all[$0].isRequired && all[$0].defaultValue == nil }
    calling = all.indices.filter { all[$0].defaultValue?.mayCall ?? false }
    propertyOffsets = offsets(all, \.name.text)
    requirementOffsets = offsets(requirements, \.name.text)
  }

  /// The stand-in for a type that does not exist.
  private init(unknown name: TOSCADocument.Word, _ kind: TypeKind) {
    self.name = name.text
    self.kind = kind
    range = name.range
    ancestors = [name.text]
    (properties, attributes, requirements, capabilities) = ([], [], [], [])
    (interfaces, artifacts, triggers, offers, constraints, entry, key) = ([], [], [], [], [], [], [])
    (validTargets, validSources, members, demandedOfCapabilities) = ([], [], [], [])
    isUnknown = true
    (primitive, base) = (nil, nil)
    (propertyOffsets, requirementOffsets, demanded, calling) = ([:], [:], [], [])
  }

  static func unknown(_ name: TOSCADocument.Word, _ kind: TypeKind) -> ResolvedType {
    ResolvedType(unknown: name, kind)
  }

  package func property(_ name: String) -> PropertyDefinition? {
    propertyOffsets[name].map { properties[$0] }
  }

  func requirement(_ name: String) -> RequirementDefinition? {
    requirementOffsets[name].map { requirements[$0] }
  }

  package func attribute(_ name: String) -> PropertyDefinition? {
    attributes.first { $0.name.text == name }
  }

  /// The type of a property's value; nil when there is no such property.
  func schema(of name: String) -> Schema? {
    propertyOffsets[name].map { properties[$0].schema }
  }

  /// The properties that must have a value and have none by default.
  var demandedProperties: [PropertyDefinition] {
    demanded.map { properties[$0] }
  }

  /// The properties whose defaults may call functions.
  var callingProperties: [PropertyDefinition] {
    calling.map { properties[$0] }
  }

  /// The value that a property has where a template gives none.
  package func defaultValue(of name: String) -> PropertyValue? {
    propertyOffsets[name].flatMap { properties[$0].defaultValue }
  }

  /// Whether this is the named type or derives from it.
  package func isKind(of name: String) -> Bool {
    ancestors.contains(name)
  }
}

/// A requirement of a node type (3.7.3).
package struct RequirementDefinition: Sendable {
  package let name: TOSCADocument.Word
  package var capability: TOSCADocument.Word?
  package var node: TOSCADocument.Word?
  package var relationship: TOSCADocument.Word?
  /// How often it must be met; once when nothing is said.
  package var occurrences = Occurrences()
  var nodeFilter: NodeFilter?
}

/// A capability of a node type (3.7.2).
package struct CapabilityDefinition: Sendable {
  package let name: TOSCADocument.Word
  /// The empty word where there is none, which was reported.
  package var type: TOSCADocument.Word
  /// Whether the type is no word, or under a misspelt key.
  var isTypeMalformed = false
  package var properties: [PropertyDefinition] = []
  package var attributes: [PropertyDefinition] = []
  /// The node types that may use it; any when there is none.
  var validSources: [TOSCADocument.Word] = []
}

/// The places of members by their names; the first of two counts.
private func offsets<Member>(_ members: [Member], _ name: (Member) -> String) -> [String: Int] {
  Dictionary(members.enumerated().map { (name($1), $0) }, uniquingKeysWith: { first, _ in first })
}

/// The inherited members with those of the same name replaced, and the new ones after them.
private func override<Member>(
  _ inherited: [Member], with own: [Member], name: (Member) -> String
) -> [Member] {
  guard !own.isEmpty else { return inherited }
  guard !inherited.isEmpty else { return own }
  let replaced = Dictionary(own.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
  let known = Set(inherited.map(name))
  return inherited.map { replaced[name($0)] ?? $0 } + own.filter { !known.contains(name($0)) }
}

/// The interfaces of a type: one that the parent has too keeps the parent's operations beside its own.
///
/// An interface type is one interface; its operations are those of its parent and its own.
private func join(
  _ inherited: [InterfaceSyntax], _ own: [InterfaceSyntax], _ kind: TypeKind
) -> [InterfaceSyntax] {
  let widened = own.map { interface -> InterfaceSyntax in
    guard
      let parent = kind == .interface
        ? inherited.first : inherited.first(where: { $0.name.text == interface.name.text })
    else { return interface }
    var joined = interface
    joined.type = interface.type ?? parent.type
    joined.inputs = override(parent.inputs, with: interface.inputs) { $0.name.text }
    joined.operations = override(parent.operations, with: interface.operations) { $0.name.text }
    joined.notifications = override(parent.notifications, with: interface.notifications) { $0.name.text }
    return joined
  }
  return kind == .interface ? widened : override(inherited, with: widened) { $0.name.text }
}
