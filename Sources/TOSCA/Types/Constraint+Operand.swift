extension Constraint {
  /// Whether the operator says anything of values of a type (3.6.3.1).
  func applies(to type: PrimitiveType) -> Bool {
    switch comparison {
    case .equal, .validValues: true
    case .greaterThan, .greaterOrEqual, .lessThan, .lessOrEqual: type.isComparable
    case .inRange: type.isComparable || type == .range
    case .length, .minimumLength, .maximumLength: [.string, .list, .map, .json, .xml].contains(type)
    case .pattern, .schema: [.string, .json, .xml].contains(type)
    }
  }

  /// What the operand must be and is not; nil when it is right.
  func troubleOfOperand(_ type: PrimitiveType) -> String? {
    if case .function = operand.content { return nil }
    switch comparison {
    case .equal: return operand.isNull || !operand.fits(type) ? type.phrase : nil
    case .greaterThan, .greaterOrEqual, .lessThan, .lessOrEqual:
      return operand.magnitude(as: type) == nil ? type.phrase : nil
    case .inRange:
      let bound = type == .range ? .integer : type
      let fit = operand.items?.allSatisfy { $0.isUnbounded || $0.magnitude(as: bound) != nil }
      return operand.items?.count == 2 && fit == true ? nil : "a list of two bounds, each \(bound.phrase)"
    case .validValues:
      guard let items = operand.items, !items.isEmpty else { return "a list of values" }
      return items.allSatisfy { $0.isNull || $0.fits(type) } ? nil : "a list of values, each \(type.phrase)"
    case .length, .minimumLength, .maximumLength:
      return operand.integer.map { $0 >= 0 } == true ? nil : "an integer that is not negative"
    case .pattern: return operand.text == nil ? "a regular expression" : nil
    case .schema:
      return operand.text.flatMap(PropertyValue.isJSON) == false || operand.text == nil ? "JSON text" : nil
    }
  }

  /// Whether the bounds of `in_range` leave no value.
  func isBackwards(_ type: PrimitiveType) -> Bool {
    guard comparison == .inRange, case let (lower?, upper?)? = bounds(as: type) else { return false }
    return upper.isBelow(lower)
  }
}

extension PrimitiveType {
  /// Whether values of the type have an order (3.6.3.2).
  fileprivate var isComparable: Bool {
    switch self {
    case .integer, .float, .timestamp, .string, .version, .size, .time, .frequency, .bitrate: true
    case .boolean, .null, .range, .list, .map, .json, .xml: false
    }
  }
}
