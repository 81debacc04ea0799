import Diagnostics

extension TopologyBuilder {
  /// What a step into a value of a schema leads to.
  private enum Step {
    case schema(Schema)
    case open
    case missing(ResolvedType)
    /// A list has no names, a scalar no parts.
    case noPart
  }

  /// The schema of an entry of a list or a map, or of a property; nil when it is not known.
  mutating func part(_ key: String?, of schema: Schema?) -> Schema? {
    guard let schema, case .schema(let inner) = step(key, into: schema) else { return nil }
    return inner
  }

  private mutating func step(_ key: String?, into schema: Schema) -> Step {
    var (primitive, entry) = (schema.primitive, schema.entry.first)
    if primitive == nil {
      guard let type = dataType(of: schema) else { return .open }
      (primitive, entry) = (type.base, entry ?? type.entry.first)
      if primitive == nil {
        guard let key, !type.properties.isEmpty else { return .open }
        return type.schema(of: key).map(Step.schema) ?? .missing(type)
      }
    }
    switch primitive {
    case .list?:
      guard key.map({ Int($0).map { $0 >= 0 } ?? false }) ?? true else { return .noPart }
      return entry.map(Step.schema) ?? .open
    case .map?: return entry.map(Step.schema) ?? .open
    case .json?, .xml?, .range?, nil: return .open
    default: return .noPart
    }
  }

  /// Follows names and indices into a value; what is not there is reported.
  mutating func follow(
    _ path: ArraySlice<PropertyValue>, from schema: Schema, _ name: String, _ context: FunctionContext
  ) -> Schema? {
    var (current, name) = (schema, name)
    for part in path {
      switch step(part.text, into: current) {
      case .schema(let inner): current = inner
      case .open: return nil
      case .missing(let type):
        guard let word = part.word else { return nil }
        report(
          .unknownMember("unknown-property", "property", word, type, type.properties.map(\.name.text)),
          context)
        return nil
      case .noPart:
        report(.noPart(part, name, current), context)
        return nil
      }
      name = part.text ?? name
    }
    return current
  }
}

extension Diagnostic {
  fileprivate static func noPart(_ part: PropertyValue, _ name: String, _ schema: Schema) -> Diagnostic {
    let isList = schema.primitive == .list
    return Diagnostic(
      .error, "function-path",
      isList
        ? "'\(name)' is a list; its parts have numbers from 0, not \(part.shown)"
        : "'\(name)' is of type '\(schema.type)', which has no parts such as \(part.shown)", at: part.range)
  }
}
