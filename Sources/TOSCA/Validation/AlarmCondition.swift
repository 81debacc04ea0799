import Diagnostics

extension ValidationRule {
  /// A condition compares and aggregates in words that Aodh knows.
  static let alarmCondition = ValidationRule("comparison-operator", "aggregation-method") { topology, log in
    for condition in topology.policies.flatMap(\.triggers).map(\.condition) {
      if let word = condition.comparisonOperator, !comparisons.contains(word.text.lowercased()) {
        log.report(.unknownComparison(word))
      }
      if let word = condition.aggregationMethod, !isAggregation(word.text) {
        log.report(.unknownAggregation(word))
      }
    }
  }
}

private let comparisons = ["gt", "ge", "lt", "le", "eq", "ne"]
private let aggregations = ["mean", "sum", "last", "max", "min", "std", "median", "first", "count"]

/// Whether Gnocchi knows the method: a plain one, the rate of one, or a percentile such as `95pct`.
private func isAggregation(_ method: String) -> Bool {
  let plain = method.hasPrefix("rate:") ? String(method.dropFirst("rate:".count)) : method
  return aggregations.contains(plain)
    || (plain.hasSuffix("pct") && Int(plain.dropLast(3)).map { (1...99).contains($0) } == true)
}

extension Diagnostic {
  fileprivate static func unknownComparison(_ word: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "comparison-operator",
      "'\(word.text)' is no comparison; it must be one of \(comparisons.joined(separator: ", "))",
      at: word.range,
      suggestion: nearestSpelling(to: word.text, among: comparisons))
  }

  fileprivate static func unknownAggregation(_ word: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "aggregation-method", "'\(word.text)' is no way to aggregate measures", at: word.range,
      suggestion: nearestSpelling(to: word.text, among: aggregations))
  }
}
