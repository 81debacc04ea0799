import Synchronization

/// What a property of a resource type, or of a Senlin profile or policy type, may be.
package struct PropertySchema: Hashable, Sendable {
  /// The type of a property's value.
  package enum Kind: String, Sendable {
    case string, integer, number, boolean, list, map, any
  }

  /// What a change of the property does to a resource that is there.
  package enum Update: Sendable {
    /// The resource takes the new value.
    case inPlace
    /// Another resource takes its place.
    case replacement
    /// Heat refuses the change.
    case forbidden
  }

  /// The key of the property in its map; `*` for each item of a list.
  package var name: String
  /// The type of its value.
  package var kind: Kind
  /// Whether it must be given.
  package var isRequired = false
  /// What a change of it does.
  package var update = Update.replacement
  /// How far it is still meant to be used.
  package var support = SupportStatus.supported
  /// Whether the type knows the property and refuses it all the same.
  package var isUnimplemented = false
  /// What is asked of its value besides the kind, all at once.
  package var constraints: [Constraint] = []
  /// The name that this one is an old spelling of.
  package var newerName: String?
  /// The members of a map, in order of name; empty when it is free.
  package var members: [PropertySchema] = []
  /// What each item of a list is: one schema, or none when they are free.
  package var items: [PropertySchema] = []
  /// The default as JSON.
  var defaultText: String?

  init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The value that stands for one that is not given.
  package var defaultValue: Value? {
    defaultText.flatMap { Self.value(ofDefault: $0) }
  }

  /// The defaults that were asked for, by their texts; the schemas have less than a hundred.
  private static let defaults = Mutex<[String: Value]>([:])

  private static func value(ofDefault text: String) -> Value? {
    if let known = defaults.withLock({ $0[text] }) { return known }
    guard let value = try? Value(readingYAML: text) else { return nil }
    defaults.withLock { $0[text] = value }
    return value
  }
}

/// How far a type, a property or an attribute is still meant to be used.
package enum SupportStatus: String, Sendable {
  case supported, deprecated, hidden, unsupported
}

extension PropertySchema {
  /// What the schema asks of a value besides its kind.
  package enum Constraint: Hashable, Sendable {
    /// One of these texts, which for a number is its digits.
    case allowedValues([String])
    /// A number not less than this; of a text, a list or a map its length.
    case minimum(Double)
    /// A number not more than this; of a text, a list or a map its length.
    case maximum(Double)
    /// A number larger than this.
    case above(Double)
    /// A regular expression for the whole text.
    case pattern(String)
    /// A form such as `ip_addr`, or a kind of object that must be there such as `neutron.network`.
    case form(String)
  }
}
