extension Trigger {
  /// The way a scaling policy takes its targets.
  package enum Direction: String, Sendable {
    case out, `in`
  }

  /// The direction of an action: the one it states, else out when the measure is above the threshold and in when it
  /// is below, as Tacker takes it.
  package func direction(of action: Action?) -> Direction {
    if let stated = action?.direction.flatMap({ Direction(rawValue: $0.text.lowercased()) }) { return stated }
    return ["gt", "ge"].contains(condition.comparison ?? "") ? .out : .in
  }
}

extension Trigger.Condition {
  /// The operator as Aodh spells it (`gt`, `ge`, `lt`, `le`, `eq`, `ne`); from the constraint where there is no
  /// other.
  package var comparison: String? {
    comparisonOperator?.text.lowercased() ?? statedByConstraint?.comparison
  }

  /// The threshold; from the constraint where there is no other.
  package var limit: Double? {
    threshold?.number ?? statedByConstraint?.limit
  }

  /// What a constraint such as `utilization greater_than 50%` says.
  var statedByConstraint: (comparison: String, limit: Double)? {
    guard let words = constraint?.text.split(separator: " "), words.count == 3,
      let comparison = Self.operators[String(words[1])],
      let limit = Double(words[2].hasSuffix("%") ? words[2].dropLast() : words[2])
    else { return nil }
    return (comparison, limit)
  }

  private static let operators = [
    "greater_than": "gt", "greater_or_equal": "ge", "greater_equal": "ge", "less_than": "lt",
    "less_or_equal": "le",
    "less_equal": "le", "equal": "eq",
  ]
}
