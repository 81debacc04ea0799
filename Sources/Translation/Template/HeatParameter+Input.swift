import Diagnostics
import OpenStack
import TOSCA

extension HeatParameter {
  /// The parameter that a TOSCA input becomes (HOT, Parameters section).
  ///
  /// What is given for the input goes before the template's own value. With `isGibibytes` a size with a unit becomes
  /// a number of GiB.
  init(
    _ input: PropertyDefinition, _ types: TypeCatalog, given: PropertyValue?, isGibibytes: Bool,
    reporting log: inout DiagnosticLog
  ) {
    self.init(type: isGibibytes ? .number : Self.kind(of: input.schema, types))
    description = input.description
    let type = type
    func converted(_ value: PropertyValue) -> OpenStack.Value? {
      let literal = Self.literal(value)
      return isGibibytes ? literal.flatMap(Self.inGibibytes) : literal.map { Self.spelled($0, type) }
    }
    if let value = (given ?? input.defaultValue ?? input.value).flatMap(converted) {
      defaultValue = value
    }
    for constraint in input.schema.constraints {
      let isWhole = isGibibytes || input.schema.type != "float"
      // The operand of a length counts; that of the others is such a value itself.
      let isCount = constraint.name.text.hasSuffix("length")
      if let operand = isCount ? Self.literal(constraint.operand) : converted(constraint.operand),
        let said = Self.constraint(constraint.name.text, operand, type, isWhole: isWhole)
      {
        constraints.append(said)
      } else {
        log.report(.constraintLeftOut(constraint, input))
      }
    }
  }

  /// A size, or a list of sizes, in GiB; nil for what is none.
  private static func inGibibytes(_ value: OpenStack.Value) -> OpenStack.Value? {
    switch value {
    case .string("UNBOUNDED"): value
    case .string(let text): ScalarUnit.count(text, in: .gibibyte, .bytes).map(OpenStack.Value.integer)
    case .integer, .number: value
    case .list(let items): .list(items.compactMap(inGibibytes))
    default: nil
    }
  }

  /// A literal in the form that a parameter of the type has; a version is a text also where it reads like a number.
  private static func spelled(_ value: OpenStack.Value, _ type: Kind) -> OpenStack.Value {
    switch (value, type) {
    case (.integer(let number), .string): .string(String(number))
    case (.number(let number), .string): .string("\(number)")
    case (.bool(let flag), .string): .string(flag ? "true" : "false")
    case (.list(let items), .string): .list(items.map { spelled($0, type) })
    default: value
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
  private static func constraint(
    _ name: String, _ operand: OpenStack.Value, _ type: Kind, isWhole: Bool
  ) -> OpenStack.Value? {
    switch (name, type) {
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

extension TemplateBuilder {
  /// The parameter of an input of the template.
  mutating func parameter(of input: PropertyDefinition) -> HeatParameter {
    let name = input.name.text
    let given = options.setsDefaults ? topology.inputValues[name].flatMap { $0.isNull ? nil : $0 } : nil
    var parameter = HeatParameter(
      input, topology.types, given: given, isGibibytes: plan.sizeInputs.contains(name), reporting: &log)
    parameter.isHidden = plan.secretInputs.contains(name)
    return parameter
  }

  /// The type of the parameter of an input, also where a nested template takes it.
  func parameterKind(of input: PropertyDefinition) -> HeatParameter.Kind {
    plan.sizeInputs.contains(input.name.text) ? .number : HeatParameter.kind(of: input.schema, topology.types)
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
