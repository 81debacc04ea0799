import Diagnostics

/// The section `conditions` and what uses it (HOT, Conditions section).
extension HeatTemplateCheck {
  mutating func checkConditions(_ section: Value) {
    let map = members(of: section, "'conditions'")
    var needs: [[Int]] = []
    for (name, condition) in map {
      at(name) { check in
        if condition.bool == nil, condition.call == nil {
          check.report(.wrongCondition(condition))
        } else {
          check.checkCondition(condition)
        }
      }
      needs.append(names(in: condition).compactMap { conditions[$0] })
    }
    for circle in circles(in: needs) {
      let names = circle.map { map[$0].key }
      at(names[0]) { $0.report(.conditionCircle(names), isAboutKey: true) }
    }
  }

  /// The conditions that a condition names, below `not`, `and` and `or`.
  private func names(in condition: Value) -> [String] {
    guard let call = condition.call, ["not", "and", "or"].contains(call.name) else { return [] }
    return (call.argument.list ?? [call.argument]).flatMap { part in
      part.string.map { [$0] } ?? names(in: part)
    }
  }

  /// Checks what stands for a condition: true or false, the name of one, or a function of conditions.
  mutating func checkCondition(_ condition: Value) {
    if condition.bool != nil { return }
    if let name = condition.string {
      if conditions[name] == nil { report(.unknownCondition(name, nearest(to: name, among: conditionNames))) }
      return
    }
    guard let call = condition.call, let function = HeatFunction.ofConditions[call.name],
      function.since <= version
    else {
      report(.wrongCondition(condition))
      return
    }
    at(call.name) { check in
      switch call.name {
      case "not": check.checkCondition(call.argument)
      case "and", "or":
        guard let parts = call.argument.list, parts.count >= 2 else {
          check.report(.wrongArguments(call.name, "a list of at least two conditions"))
          return
        }
        for (index, part) in parts.enumerated() { check.at(.index(index)) { $0.checkCondition(part) } }
      case "equals":
        guard let parts = call.argument.list, parts.count == 2 else {
          check.report(.wrongArguments(call.name, "a list of two values"))
          return
        }
        for (index, part) in parts.enumerated() {
          check.at(.index(index)) { $0.checkConditionValues(in: part) }
        }
      case "get_param": check.checkParameterCall(call.argument)
      default: check.checkConditionValues(in: call.argument)
      }
    }
  }

  /// Checks the functions in a value that a condition compares; those of resources are not for conditions.
  private mutating func checkConditionValues(in value: Value) {
    if let call = value.call, HeatFunction.all[call.name] != nil {
      guard let function = HeatFunction.ofConditions[call.name], function.since <= version else {
        report(.functionInCondition(call.name))
        return
      }
      checkCondition(value)
      return
    }
    switch value {
    case .list(let items):
      for (index, item) in items.enumerated() { at(.index(index)) { $0.checkConditionValues(in: item) } }
    case .map(let map):
      for (key, item) in map { at(key) { $0.checkConditionValues(in: item) } }
    default: break
    }
  }
}

extension HeatProblem {
  fileprivate static func wrongCondition(_ value: Value) -> HeatProblem {
    let what = value.call.map { "'\($0.name)'" } ?? value.noun
    return HeatProblem(
      .error, "hot-wrong-condition",
      "\(what) is no condition: true, false, or a function such as equals, not, and, or")
  }

  fileprivate static func functionInCondition(_ name: String) -> HeatProblem {
    HeatProblem(.error, "hot-wrong-condition", "function '\(name)' cannot stand in a condition")
  }

  fileprivate static func unknownCondition(_ name: String, _ near: String?) -> HeatProblem {
    HeatProblem(
      .error, "hot-unknown-condition", "there is no condition '\(name)'",
      suggestion: near)
  }

  fileprivate static func conditionCircle(_ names: [String]) -> HeatProblem {
    HeatProblem(
      .error, "hot-dependency-cycle", "conditions need themselves to be decided: \(listed(names))")
  }
}
