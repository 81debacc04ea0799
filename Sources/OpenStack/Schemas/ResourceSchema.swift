/// What a resource type of Heat takes and gives, or what a profile or policy type of Senlin takes.
package struct ResourceSchema: Hashable, Sendable {
  /// What `get_attr` gives of a resource of the type.
  package struct Attribute: Hashable, Sendable {
    /// The first step of the path in `get_attr`.
    package let name: String
    /// The type of what it gives.
    package let kind: PropertySchema.Kind
    /// How far it is still meant to be used.
    package let support: SupportStatus
  }

  /// The name of the type, such as `OS::Nova::Server` or `senlin.policy.scaling-1.0`.
  package let type: String
  /// How far the type is still meant to be used.
  package var support = SupportStatus.supported
  /// The type to use instead.
  package var newerType: String?
  /// Whether the type takes anything, gives nothing and does nothing.
  package var isNoOperation = false
  /// Whether the type takes anything and does nothing in releases of Heat after 2024.1.
  package var isRetired = false
  /// Whether the type has other attributes besides, such as the outputs of what it makes.
  package var hasOpenAttributes = false
  /// In order of name.
  package var properties: [PropertySchema] = []
  /// In order of name, without `show`, which every type has.
  package var attributes: [Attribute] = []
  /// The members of a resource's `update_policy`.
  package var updatePolicy: [PropertySchema] = []

  init(type: String) {
    self.type = type
  }

  /// The property of a name; nil when the type has none.
  package func property(_ name: String) -> PropertySchema? {
    properties.first { $0.name == name }
  }
}
