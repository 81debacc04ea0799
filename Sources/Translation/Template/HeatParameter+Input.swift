import OpenStack
import TOSCA

extension HeatParameter {
  /// The parameter that a TOSCA input becomes (HOT, Parameters section).
  init(_ input: PropertyDefinition) {
    self.init(type: Self.kind(of: input.schema.type))
    description = input.description
    if let literal = (input.defaultValue ?? input.value).flatMap(Self.literal) {
      defaultValue = literal
    }
    constraints = input.schema.constraints.compactMap(Self.constraint)
  }

  private static func kind(of type: String) -> Kind {
    switch type {
    case "integer", "float": .number
    case "boolean": .boolean
    case "list", "range": .list
    case "string", "version", "timestamp", "scalar-unit.size", "scalar-unit.time", "scalar-unit.frequency":
      .string
    default: .json
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

  private static func constraint(_ constraint: Constraint) -> OpenStack.Value? {
    guard let operand = literal(constraint.operand) else { return nil }
    switch constraint.name.text {
    case "equal": return ["allowed_values": .list([operand])]
    case "valid_values": return ["allowed_values": operand]
    case "greater_or_equal": return ["range": ["min": operand]]
    case "less_or_equal": return ["range": ["max": operand]]
    case "greater_than": return operand.integer.map { ["range": ["min": .integer($0 + 1)]] }
    case "less_than": return operand.integer.map { ["range": ["max": .integer($0 - 1)]] }
    case "in_range":
      guard let bounds = operand.list, bounds.count == 2 else { return nil }
      var range = ValueMap()
      for (key, bound) in zip(["min", "max"], bounds) where bound.integer != nil { range[key] = bound }
      return range.isEmpty ? nil : ["range": .map(range)]
    case "length": return ["length": ["min": operand, "max": operand]]
    case "min_length": return ["length": ["min": operand]]
    case "max_length": return ["length": ["max": operand]]
    case "pattern": return ["allowed_pattern": operand]
    default: return nil
    }
  }
}
