import Diagnostics

extension ValidationRule {
  /// A condition's `constraint` repeats or contradicts its threshold and operator, which win.
  static let alarmConstraint = ValidationRule("redundant-constraint", "contradicting-constraint") {
    topology, log in
    for trigger in topology.policies.flatMap(\.triggers) {
      let condition = trigger.condition
      guard let constraint = condition.constraint, let threshold = condition.threshold?.number,
        let comparison = condition.comparisonOperator?.text.lowercased()
      else { continue }
      if let stated = condition.statedByConstraint, stated != (comparison, threshold) {
        log.report(.contradictingConstraint(constraint, comparison, condition.threshold?.text ?? ""))
      } else {
        log.report(.redundantConstraint(constraint))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func redundantConstraint(_ constraint: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .info, "redundant-constraint",
      "'threshold' and 'comparison_operator' stand beside this constraint and are used; it is only a description",
      at: constraint.range)
  }

  fileprivate static func contradictingConstraint(
    _ constraint: TOSCADocument.Word, _ comparison: String, _ threshold: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "contradicting-constraint",
      "this constraint contradicts 'comparison_operator: \(comparison)' and 'threshold: \(threshold)', which are used",
      at: constraint.range)
  }
}
