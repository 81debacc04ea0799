/// Why a definition cannot take the place of the one that it refines (TOSCA Simple Profile 1.3, 3.6.10.4).
enum RefinementTrouble: Hashable {
  /// The type is neither the same nor derived from it.
  case type
  /// What a list or a map holds has such a type.
  case entry
  /// The keys of a map have such a type.
  case key
  /// A property that the parent requires is made optional.
  case optional
}

extension Schema {
  /// Whether a value of this schema is one of the parent's as well.
  ///
  /// Constraints need not be narrower: those of the parent stay in force. A parent whose list or map may hold anything
  /// takes any entries. `derives` is asked whether a data type is the parent's type or derives from it, when the names
  /// differ; the parent may be a primitive type.
  func canRefine(_ parent: Schema, derives: (_ own: Schema, _ parent: Schema) -> Bool) -> Bool {
    troubleRefining(parent, derives: derives) == nil
  }

  /// What keeps this schema from refining the parent's; nil when it can.
  func troubleRefining(
    _ parent: Schema, derives: (_ own: Schema, _ parent: Schema) -> Bool
  ) -> RefinementTrouble? {
    if isMalformed || parent.isMalformed { return nil }
    let isSame = primitive.map { $0 == parent.primitive } ?? (type == parent.type)
    guard isSame || primitive == nil && derives(self, parent) else { return .type }
    if let own = entry.first, let other = parent.entry.first, !own.canRefine(other, derives: derives) {
      return .entry
    }
    if let own = key.first, let other = parent.key.first, !own.canRefine(other, derives: derives) {
      return .key
    }
    return nil
  }
}

extension PropertyDefinition {
  /// What keeps this definition from refining the parent's; nil when it can.
  func troubleRefining(
    _ parent: PropertyDefinition, derives: (_ own: Schema, _ parent: Schema) -> Bool
  ) -> RefinementTrouble? {
    if let trouble = schema.troubleRefining(parent.schema, derives: derives) { return trouble }
    return parent.isRequired && !isRequired ? .optional : nil
  }
}
