extension PropertyValue {
  /// Whether a scalar can be read as the type.
  func fits(_ type: PrimitiveType) -> Bool {
    switch type {
    case .string: text != nil
    case .integer: integer != nil
    case .float: number != nil
    case .boolean: bool != nil
    case .timestamp, .version, .range, .null: text != nil || items != nil
    case .list: items != nil
    case .map: entries != nil
    case .json, .xml: true
    case .size: isUnit(.size)
    case .time: isUnit(.time)
    case .frequency: isUnit(.frequency)
    case .bitrate: isUnit(.bitrate)
    }
  }

  /// A number with a unit; templates also give the bare number, in the smallest unit.
  private func isUnit(_ dimension: ScalarUnit.Dimension) -> Bool {
    if case .integer = content { return true }
    return text.flatMap { ScalarUnit($0, dimension) } != nil
  }

  /// The size of a scalar for a comparison, in the base unit of its type.
  fileprivate func magnitude(_ type: PrimitiveType) -> Double? {
    let dimension = ScalarUnit.Dimension(rawValue: type.rawValue)
    guard let dimension, let text else { return number }
    return ScalarUnit(text, dimension)?.value ?? number
  }
}

extension PrimitiveType {
  /// The type in words, for a message.
  var phrase: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .float: "a number"
    case .boolean: "true or false"
    case .list: "a list"
    case .map: "a map"
    case .size, .time, .frequency, .bitrate:
      ScalarUnit.Dimension(rawValue: rawValue).map {
        "a number with a unit (\(ScalarUnit.units($0).joined(separator: ", ")))"
      } ?? rawValue
    default: "a \(rawValue)"
    }
  }
}

extension Constraint {
  /// What is wrong with a value under this constraint, as the rest of a sentence; nil when it holds.
  func trouble(with value: PropertyValue, _ type: PrimitiveType) -> String? {
    var shown: String { operand.text ?? (operand.items ?? []).compactMap(\.text).joined(separator: ", ") }
    func compared(_ holds: (Double, Double) -> Bool, _ words: String) -> String? {
      guard let left = value.magnitude(type), let right = operand.magnitude(type), !holds(left, right) else {
        return nil
      }
      return "must be \(words) \(shown)"
    }
    let length = value.items?.count ?? value.entries?.count ?? value.text?.count
    func measured(_ holds: (Int, Int) -> Bool, _ words: String) -> String? {
      guard let length, let wanted = operand.integer, !holds(length, wanted) else { return nil }
      return "must have \(words) \(wanted) \(value.text == nil ? "entries" : "characters"), not \(length)"
    }
    switch name.text {
    case "equal": return value.text == operand.text ? nil : "must be \(shown)"
    case "greater_than": return compared(>, "over")
    case "greater_or_equal": return compared(>=, "at least")
    case "less_than": return compared(<, "under")
    case "less_or_equal": return compared(<=, "at most")
    case "in_range":
      guard let bounds = operand.items, bounds.count == 2, let number = value.magnitude(type) else {
        return nil
      }
      let isLow = bounds[0].magnitude(type).map { number < $0 } ?? false
      let isHigh = bounds[1].magnitude(type).map { number > $0 } ?? false
      return isLow || isHigh ? "must be within [\(shown)]" : nil
    case "valid_values":
      guard let allowed = operand.items, let text = value.text else { return nil }
      return allowed.contains { $0.text == text } ? nil : "must be one of \(shown), not '\(text)'"
    case "length": return measured(==, "exactly")
    case "min_length": return measured(>=, "at least")
    case "max_length": return measured(<=, "at most")
    default: return nil
    }
  }
}
