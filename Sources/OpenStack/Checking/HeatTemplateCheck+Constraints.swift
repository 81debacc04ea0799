import Diagnostics
import TextForms

/// The constraints of parameters (HOT, Parameter constraints).
extension HeatTemplateCheck {
  private static let constraints = [
    "length", "range", "allowed_values", "allowed_pattern", "custom_constraint",
  ]

  mutating func checkConstraint(
    _ constraint: Value, _ kind: HeatParameter.Kind, default value: Value?
  ) {
    guard let map = constraint.map else {
      report(.noMap("a constraint", constraint))
      return
    }
    let known = Self.constraints + (version < .ocata ? [] : ["modulo"])
    checkKeys(of: map, "a constraint", known + ["description"])
    guard let (name, operand) = map.first(where: { known.contains($0.key) }) else {
      report(.emptyConstraint(known))
      return
    }
    guard Self.kinds(of: name).contains(kind) else {
      at(name) { $0.report(.constraintOfOtherKind(name, kind), isAboutKey: true) }
      return
    }
    at(name) { check in
      guard check.checkOperand(operand, of: name), let value else { return }
      if !check.meets(value, name, operand, kind) { check.report(.defaultOutside(value, name)) }
    }
  }

  /// The kinds of parameters that a constraint is for.
  private static func kinds(of constraint: String) -> [HeatParameter.Kind] {
    switch constraint {
    case "range", "modulo": [.number]
    case "length": [.string, .list, .json]
    case "allowed_pattern": [.string]
    default: [.string, .number, .list, .boolean]
    }
  }

  private mutating func checkOperand(_ operand: Value, of name: String) -> Bool {
    let isRight =
      switch name {
      case "allowed_values": operand.list != nil
      case "allowed_pattern": operand.string != nil
      case "modulo": checkBounds(operand, ["step", "offset"], needsAll: true)
      case "range", "length": checkBounds(operand, ["min", "max"], needsAll: false)
      default: true
      }
    guard isRight else {
      report(.wrongOperand(name))
      return false
    }
    return name != "allowed_pattern" || checkPattern(operand.string ?? "")
  }

  private mutating func checkPattern(_ pattern: String) -> Bool {
    if case .failure(.wrong(let reason)) = patterns.pattern(pattern) {
      report(.wrongPattern(pattern, reason))
      return false
    }
    return true
  }

  private func checkBounds(_ operand: Value, _ keys: [String], needsAll: Bool) -> Bool {
    guard let map = operand.map, map.allSatisfy({ keys.contains($0.key) }) else { return false }
    let given = keys.compactMap { map[$0] }.filter { !$0.isNull }
    guard given.allSatisfy({ $0.pythonNumber != nil }) else { return false }
    guard needsAll else { return !given.isEmpty }
    guard given.count == keys.count, let step = given[0].pythonNumber else { return false }
    return step != 0
  }

  private mutating func meets(
    _ value: Value, _ name: String, _ operand: Value, _ kind: HeatParameter.Kind
  ) -> Bool {
    switch name {
    case "range":
      return value.pythonNumber.map { isWithin($0, operand) } ?? false
    case "length":
      return value.length.map { isWithin(Double($0), operand) } ?? false
    case "modulo":
      guard let number = value.pythonNumber, let step = operand["step"]?.pythonNumber,
        let offset = operand["offset"]?.pythonNumber
      else { return false }
      let rest = number.truncatingRemainder(dividingBy: step)
      return (rest != 0 && (rest < 0) != (step < 0) ? rest + step : rest) == offset
    case "allowed_values":
      let allowed = operand.list ?? []
      if let items = value.list { return items.allSatisfy(allowed.contains) }
      return allowed.contains { isSame($0, value, kind) }
    case "allowed_pattern":
      guard let text = value.string else { return false }
      return patterns.matches(operand.string ?? "", text) ?? true
    default: return true
    }
  }

  private func isWithin(_ number: Double, _ bounds: Value) -> Bool {
    if let least = bounds["min"]?.pythonNumber, number < least { return false }
    if let most = bounds["max"]?.pythonNumber, number > most { return false }
    return true
  }

  private func isSame(_ left: Value, _ right: Value, _ kind: HeatParameter.Kind) -> Bool {
    switch kind {
    case .number: left.pythonNumber == right.pythonNumber
    case .boolean: parameterValue(left, .boolean) == parameterValue(right, .boolean)
    default: left == right || left.pythonText != nil && left.pythonText == right.pythonText
    }
  }
}

extension Value {
  /// How long a text, a list or a map is.
  var length: Int? {
    switch self {
    case .string(let text): text.unicodeScalars.count
    case .list(let items): items.count
    case .map(let map): map.count
    default: nil
    }
  }

  /// The text that Python makes of a scalar; nil for a list, a map, nothing and a number with a point.
  var pythonText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "True" : "False"
    default: nil
    }
  }
}

extension HeatProblem {
  fileprivate static func emptyConstraint(_ known: [String]) -> HeatProblem {
    HeatProblem(
      .error, "hot-parameter-constraint",
      "this constraint constrains nothing; it has one of \(listed(known, limit: known.count))")
  }

  fileprivate static func constraintOfOtherKind(_ name: String, _ kind: HeatParameter.Kind) -> HeatProblem {
    HeatProblem(
      .error, "hot-parameter-constraint",
      "'\(name)' is no constraint of a parameter of type '\(kind.rawValue)'")
  }

  fileprivate static func wrongOperand(_ name: String) -> HeatProblem {
    let form =
      switch name {
      case "range", "length": "a map with 'min', 'max' or both, which are numbers"
      case "modulo": "a map with the numbers 'step', which is not 0, and 'offset'"
      case "allowed_values": "a list"
      default: "a text"
      }
    return HeatProblem(.error, "hot-parameter-constraint", "'\(name)' is \(form)")
  }

  fileprivate static func wrongPattern(_ pattern: String, _ reason: String) -> HeatProblem {
    HeatProblem(
      .error, "hot-parameter-constraint", "'\(pattern)' is no regular expression: \(reason)")
  }

  fileprivate static func defaultOutside(_ value: Value, _ name: String) -> HeatProblem {
    HeatProblem(
      .error, "hot-parameter-default", "the default \(value.noun) is not within this '\(name)'")
  }
}
