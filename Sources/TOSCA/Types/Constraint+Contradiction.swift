extension Constraint {
  /// Constraints and values beyond this number are not held against each other.
  private static let most = 100

  /// Two constraints that no value of a type can meet both, in the order of the list; nil when there are none.
  static func contradiction(
    in constraints: [Constraint], _ type: PrimitiveType
  ) -> (first: Constraint, second: Constraint)? {
    guard (2...most).contains(constraints.count) else { return nil }
    return contradiction(between: constraints.flatMap { $0.limits(type) })
      ?? contradiction(between: constraints.flatMap { $0.limitsOfLength })
      ?? unmetChoice(in: constraints, type)
  }

  /// A bound that a constraint sets.
  private struct Limit {
    let value: Magnitude
    let isUpper: Bool
    /// Whether the bound itself is not allowed.
    let isStrict: Bool
    let constraint: Constraint
  }

  private static func contradiction(between limits: [Limit]) -> (first: Constraint, second: Constraint)? {
    for (offset, second) in limits.enumerated() {
      for first in limits[..<offset] where first.isUpper != second.isUpper {
        let (lower, upper) = first.isUpper ? (second, first) : (first, second)
        let meets =
          lower.isStrict || upper.isStrict
          ? lower.value.isBelow(upper.value) : !upper.value.isBelow(lower.value)
        if !meets, first.constraint.name != second.constraint.name {
          return (first.constraint, second.constraint)
        }
      }
    }
    return nil
  }

  private func limits(_ type: PrimitiveType) -> [Limit] {
    func limit(_ value: Magnitude?, isUpper: Bool, isStrict: Bool = false) -> Limit? {
      guard var value, type != .range else { return nil }
      // Of integers a strict bound is the next number.
      if isStrict, case .integer(let number) = value, type == .integer,
        case let (next, overflow) = number.addingReportingOverflow(isUpper ? -1 : 1), !overflow
      {
        value = .integer(next)
        return Limit(value: value, isUpper: isUpper, isStrict: false, constraint: self)
      }
      return Limit(value: value, isUpper: isUpper, isStrict: isStrict, constraint: self)
    }
    let operand = operand.magnitude(as: type)
    switch comparison {
    case .greaterThan: return [limit(operand, isUpper: false, isStrict: true)].compactMap(\.self)
    case .greaterOrEqual: return [limit(operand, isUpper: false)].compactMap(\.self)
    case .lessThan: return [limit(operand, isUpper: true, isStrict: true)].compactMap(\.self)
    case .lessOrEqual: return [limit(operand, isUpper: true)].compactMap(\.self)
    case .inRange:
      let bounds = bounds(as: type)
      return [limit(bounds?.lower, isUpper: false), limit(bounds?.upper, isUpper: true)].compactMap(\.self)
    default: return []
    }
  }

  private var limitsOfLength: [Limit] {
    guard let length = operand.integer.map(Magnitude.integer) else { return [] }
    let lower = Limit(value: length, isUpper: false, isStrict: false, constraint: self)
    let upper = Limit(value: length, isUpper: true, isStrict: false, constraint: self)
    return switch comparison {
    case .length: [lower, upper]
    case .minimumLength: [lower]
    case .maximumLength: [upper]
    default: []
    }
  }

  /// A choice of values of which each one breaks another constraint.
  private static func unmetChoice(
    in constraints: [Constraint], _ type: PrimitiveType
  ) -> (first: Constraint, second: Constraint)? {
    for (offset, choice) in constraints.enumerated() {
      let values =
        switch choice.comparison {
        case .equal: [choice.operand]
        case .validValues: choice.operand.items ?? []
        default: [PropertyValue]()
        }
      guard (1...most).contains(values.count) else { continue }
      for (position, other) in constraints.enumerated() where position != offset {
        if values.allSatisfy({ other.trouble(with: $0, type) != nil }) {
          return position < offset ? (other, choice) : (choice, other)
        }
      }
    }
    return nil
  }
}
