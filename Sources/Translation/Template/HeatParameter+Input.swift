import Diagnostics
import OpenStack
import TOSCA

extension HeatParameter {
  /// The parameter that a TOSCA input becomes (HOT, Parameters section).
  init(_ input: PropertyDefinition, _ types: TypeCatalog, reporting log: inout DiagnosticLog) {
    self.init(type: Self.kind(of: input.schema, types))
    description = input.description
    if let literal = (input.defaultValue ?? input.value).flatMap(Self.literal) {
      defaultValue = literal
    }
    for constraint in input.schema.constraints {
      if let constraint = Self.constraint(constraint, type, isWhole: input.schema.type != "float") {
        constraints.append(constraint)
      } else {
        log.report(.constraintLeftOut(constraint, input))
      }
    }
  }

  /// The type of parameter for a TOSCA type; a data type that refines a primitive one is taken as that.
  static func kind(of schema: Schema, _ types: TypeCatalog) -> Kind {
    let name = schema.type.hasPrefix("tosca:") ? String(schema.type.dropFirst("tosca:".count)) : schema.type
    switch name {
    case "integer", "int", "float": return .number
    case "boolean", "bool": return .boolean
    case "range": return .list
    case "list":
      return schema.entry.first.map { kind(of: $0, types) }.map { $0 == .json ? .json : .list } ?? .list
    case "string", "version", "timestamp", "xml": return .string
    case _ where name.hasPrefix("scalar-unit."): return .string
    default:
      guard let primitive = types.known(.data, schema.typeName)?.primitive else { return .json }
      return kind(of: Schema(type: primitive, typeRange: schema.typeRange), types)
    }
  }

  /// A value without calls; nil when there is one in it.
  private static func literal(_ value: PropertyValue) -> OpenStack.Value? {
    switch value.content {
    case .null, .function: nil
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .list(let items): .list(items.compactMap(literal))
    case .map(let entries):
      .map(ValueMap(entries.compactMap { entry in literal(entry.value).map { (entry.key, $0) } }))
    }
  }

  /// A constraint as HOT has it; nil when HOT cannot say it of the type.
  private static func constraint(_ constraint: Constraint, _ type: Kind, isWhole: Bool) -> OpenStack.Value? {
    guard let operand = literal(constraint.operand) else { return nil }
    switch (constraint.name.text, type) {
    case ("equal", _): return ["allowed_values": .list([operand])]
    case ("valid_values", _): return ["allowed_values": operand]
    case ("greater_or_equal", .number): return ["range": ["min": operand]]
    case ("less_or_equal", .number): return ["range": ["max": operand]]
    case ("greater_than", .number) where isWhole:
      guard let number = operand.integer, number < .max else { return nil }
      return ["range": ["min": .integer(number + 1)]]
    case ("less_than", .number) where isWhole:
      guard let number = operand.integer, number > .min else { return nil }
      return ["range": ["max": .integer(number - 1)]]
    case ("in_range", .number):
      guard let bounds = operand.list, bounds.count == 2 else { return nil }
      var range = ValueMap()
      for (key, bound) in zip(["min", "max"], bounds) where bound.string == nil { range[key] = bound }
      return range.isEmpty ? nil : ["range": .map(range)]
    case ("length", .string), ("length", .list), ("length", .json):
      return ["length": ["min": operand, "max": operand]]
    case ("min_length", .string), ("min_length", .list), ("min_length", .json):
      return ["length": ["min": operand]]
    case ("max_length", .string), ("max_length", .list), ("max_length", .json):
      return ["length": ["max": operand]]
    case ("pattern", .string): return ["allowed_pattern": operand]
    default: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func constraintLeftOut(_ constraint: Constraint, _ input: PropertyDefinition)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "not-translated",
      "the constraint '\(constraint.name.text)' of input '\(input.name.text)' cannot be said in HOT and is left out",
      at: constraint.name.range)
  }
}
