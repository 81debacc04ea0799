import Diagnostics

extension Constraint {
  /// What is wrong with a value under this constraint, as the rest of a sentence; nil when it holds.
  ///
  /// A value that does not fit its type, and an operand that does not fit it, are reported elsewhere. Patterns need an
  /// engine and are held against values by ``TopologyBuilder``.
  func trouble(with value: PropertyValue, _ type: PrimitiveType) -> String? {
    switch comparison {
    case .equal: return value.isSame(as: operand, type) ? nil : "must be \(shownOperand)"
    case .greaterThan:
      return compared(value, type) { Magnitude.isLess($1, $0) } ? nil : "must be over \(shownOperand)"
    case .greaterOrEqual:
      return compared(value, type) { !$0.isBelow($1) } ? nil : "must be at least \(shownOperand)"
    case .lessThan:
      return compared(value, type) { Magnitude.isLess($0, $1) } ? nil : "must be under \(shownOperand)"
    case .lessOrEqual:
      return compared(value, type) { !$1.isBelow($0) } ? nil : "must be at most \(shownOperand)"
    case .inRange: return isInRange(value, type) ? nil : "must be within [\(shownOperand)]"
    case .validValues:
      guard let allowed = operand.items else { return nil }
      return allowed.contains { value.isSame(as: $0, type) }
        ? nil : "must be one of \(shownOperand), not \(value.shown)"
    case .length: return measured(value, ==, "exactly")
    case .minimumLength: return measured(value, >=, "at least")
    case .maximumLength: return measured(value, <=, "at most")
    case .pattern, .schema: return nil
    }
  }

  /// The operand in words.
  var shownOperand: String {
    guard let items = operand.items else { return operand.text ?? operand.kindName }
    let few = items.prefix(20).map { $0.text ?? $0.kindName }.joined(separator: ", ")
    return items.count > 20 ? few + ", ..." : few
  }

  /// The bounds of `in_range`; nil for one that is open, and for any other operand.
  func bounds(as type: PrimitiveType) -> (lower: Magnitude?, upper: Magnitude?)? {
    guard let bounds = operand.items, bounds.count == 2 else { return nil }
    let number = type == .range ? .integer : type
    return (
      bounds[0].isUnbounded ? nil : bounds[0].magnitude(as: number),
      bounds[1].isUnbounded ? nil : bounds[1].magnitude(as: number)
    )
  }

  private func compared(
    _ value: PropertyValue, _ type: PrimitiveType, _ holds: (Magnitude, Magnitude) -> Bool?
  ) -> Bool {
    guard let left = value.magnitude(as: type), let right = operand.magnitude(as: type) else { return true }
    return holds(left, right) ?? true
  }

  /// Both bounds of a range are held against the constraint.
  private func isInRange(_ value: PropertyValue, _ type: PrimitiveType) -> Bool {
    if type == .range {
      return value.items?.allSatisfy { $0.isUnbounded || isInRange($0, .integer) } ?? true
    }
    // Bounds in the wrong order are reported where they are written; every value would break them.
    guard let bounds = bounds(as: type), let number = value.magnitude(as: type), !isBackwards(type) else {
      return true
    }
    return !(bounds.lower.map { number.isBelow($0) } ?? false)
      && !(bounds.upper.map { $0.isBelow(number) } ?? false)
  }

  private func measured(
    _ value: PropertyValue, _ holds: (Int, Int) -> Bool, _ words: @autoclosure () -> String
  ) -> String? {
    guard let length = value.length, let wanted = operand.integer, !holds(length, wanted) else { return nil }
    return "must have \(words()) \(wanted) \(value.text == nil ? "entries" : "characters"), not \(length)"
  }
}

extension Magnitude {
  /// Whether this is certainly below another.
  func isBelow(_ other: Magnitude) -> Bool {
    Magnitude.isLess(self, other) ?? false
  }
}

extension PropertyValue {
  /// How many characters a scalar has, or how many entries a list or a map.
  var length: Int? {
    items?.count ?? entries?.count ?? text?.count
  }

  /// Whether this is the word for a bound that is open.
  var isUnbounded: Bool {
    content == .string("UNBOUNDED")
  }

  /// A scalar in quotes, else what it is; for a message.
  var shown: String {
    text.map { "'\($0)'" } ?? kindName
  }
}
