import Diagnostics
import TextForms

/// The constraints of properties.
extension HeatTemplateCheck {
  /// Checks a value as it was read against the constraints of its schema; `written` is how it stands in the template.
  mutating func checkConstraints(_ value: Value, _ written: Value, _ schema: PropertySchema) {
    for constraint in schema.constraints {
      switch constraint {
      case .allowedValues(let allowed):
        if !isAllowed(value, allowed, schema.kind) { report(.notAllowed(written, schema, allowed)) }
      case .minimum(let least):
        if let size = size(of: value), size < least {
          report(.outOfRange(written, schema, "at least", least))
        }
      case .maximum(let most):
        if let size = size(of: value), size > most { report(.outOfRange(written, schema, "at most", most)) }
      case .above(let bound):
        if let size = size(of: value), size <= bound {
          report(.outOfRange(written, schema, "more than", bound))
        }
      case .pattern(let pattern):
        if let text = value.string, patterns.matches(pattern, text) == false {
          report(.notMatching(written, schema, pattern))
        }
      case .form(let name):
        if let text = value.string, let trouble = trouble(text, form: name) {
          report(.wrongForm(written, schema, trouble))
        }
      }
    }
  }

  private func size(of value: Value) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: value.length.map(Double.init)
    }
  }

  /// Whether a value, or each item of a list, is among those that are allowed; what a function gives may be.
  private func isAllowed(_ value: Value, _ allowed: [String], _ kind: PropertySchema.Kind) -> Bool {
    switch value {
    case .list(let items):
      return items.allSatisfy { function(in: $0) != nil || $0.pythonText.map(allowed.contains) ?? false }
    case .number(let number): return allowed.contains { Double($0) == number }
    case .integer(let number): return allowed.contains { Double($0) == Double(number) }
    case .bool(let flag): return allowed.contains { $0.lowercased() == "\(flag)" }
    case .string(let text): return allowed.contains(text)
    default: return true
    }
  }
}

extension HeatProblem {
  fileprivate static func notAllowed(
    _ value: Value, _ schema: PropertySchema, _ allowed: [String]
  ) -> HeatProblem {
    let near = value.string.flatMap { nearestSpelling(to: $0, among: allowed) }
    return HeatProblem(
      .error, "hot-allowed-value",
      "\(schema.noun) is one of \(listed(allowed, limit: 12)); this is \(value.noun)",
      suggestion: near)
  }

  fileprivate static func outOfRange(
    _ value: Value, _ schema: PropertySchema, _ bound: String, _ number: Double
  ) -> HeatProblem {
    let isNumber = schema.kind == .integer || schema.kind == .number
    let limit = Int(exactly: number).map { "\($0)" } ?? "\(number)"
    let unit = schema.kind == .string ? " characters" : schema.kind == .list ? " items" : " members"
    return HeatProblem(
      .error, "hot-out-of-range",
      "\(schema.noun) \(isNumber ? "is" : "has") \(bound) \(limit)\(isNumber ? "" : unit); this is \(value.noun)"
    )
  }

  fileprivate static func notMatching(
    _ value: Value, _ schema: PropertySchema, _ pattern: String
  ) -> HeatProblem {
    HeatProblem(.error, "hot-pattern", "\(schema.noun) matches '\(pattern)'; this is \(value.noun)")
  }

  fileprivate static func wrongForm(
    _ value: Value, _ schema: PropertySchema, _ form: String
  ) -> HeatProblem {
    HeatProblem(.error, "hot-wrong-text", "\(schema.noun) is \(form); this is \(value.noun)")
  }
}
