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
  package let attributes: [String]
  package let requirements: [RequirementDefinition]
  package let capabilities: [CapabilityDefinition]
  /// The types of the capabilities and those that they derive from.
  let offers: Set<String>
  /// The limits that a data type sets to a value, its ancestors' included.
  let constraints: [Constraint]
  /// What a data type that derives from a list or a map holds: none or one, and so for the keys.
  let entry: [Schema]
  let key: [Schema]
  /// Whether the template names a type that does not exist; nothing more is then said of what has this type.
  package let isUnknown: Bool
  /// The base type of a data type that refines `string`, `integer` and the like.
  package let primitive: String?
  /// The same as one of TOSCA's own types.
  let base: PrimitiveType?
  private let propertyOffsets: [String: Int]
  /// The places of the properties that a template must give.
  private let demanded: [Int]

  init(
    name: String, kind: TypeKind, range: SourceRange, ancestors: [String], properties: [PropertyDefinition],
    attributes: [String], requirements: [RequirementDefinition], capabilities: [CapabilityDefinition],
    offers: Set<String> = [], constraints: [Constraint] = [], entry: [Schema] = [], key: [Schema] = [],
    primitive: String?, isUnknown: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.range = range
    self.ancestors = ancestors
    self.properties = properties
    self.attributes = attributes
    self.requirements = requirements
    self.capabilities = capabilities
    self.offers = offers
    self.constraints = constraints
    self.entry = entry
    self.key = key
    // Some write down the primitive types as data types of their own, and derive from these.
    let root = kind == .data ? primitive ?? ancestors.first(where: PrimitiveType.names.contains) : nil
    self.primitive = root
    base = root.flatMap(PrimitiveType.init(named:))
    self.isUnknown = isUnknown
    demanded = properties.indices.filter { properties[$0].isRequired && properties[$0].defaultValue == nil }
    propertyOffsets = Dictionary(
      properties.enumerated().map { ($1.name.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The stand-in for a type that does not exist.
  static func unknown(_ name: TOSCADocument.Word, _ kind: TypeKind) -> ResolvedType {
    ResolvedType(
      name: name.text, kind: kind, range: name.range, ancestors: [name.text], properties: [], attributes: [],
      requirements: [], capabilities: [], primitive: nil, isUnknown: true)
  }

  package func property(_ name: String) -> PropertyDefinition? {
    propertyOffsets[name].map { properties[$0] }
  }

  /// The type of a property's value; nil when there is no such property.
  func schema(of name: String) -> Schema? {
    propertyOffsets[name].map { properties[$0].schema }
  }

  /// The properties that must have a value and have none by default.
  var demandedProperties: [PropertyDefinition] {
    demanded.map { properties[$0] }
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
package struct RequirementDefinition: Hashable, Sendable {
  package let name: TOSCADocument.Word
  package var capability: String?
  package var node: String?
  package var relationship: String?
  /// How often it must be met at least: 0 or more.
  package var minimum = 1
}

/// A capability of a node type (3.7.2).
package struct CapabilityDefinition: Hashable, Sendable {
  package let name: TOSCADocument.Word
  package var type: String
  package var properties: [PropertyDefinition] = []
}
