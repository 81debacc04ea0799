import Diagnostics

extension HeatTemplateCheck {
  /// What a template says of a parameter, as far as values that get it are held against it.
  struct Parameter {
    let kind: HeatParameter.Kind?
    let defaultValue: Value?

    init(_ definition: Value) {
      kind = definition["type"]?.string.flatMap(HeatParameter.Kind.init)
      defaultValue = definition["default"].flatMap { $0.isNull ? nil : $0 }
    }
  }

  /// The parameters that every template has.
  static let pseudoParameters = ["OS::stack_id", "OS::stack_name", "OS::project_id"]

  private static let keys = [
    "type", "label", "description", "default", "hidden", "constraints", "immutable",
  ]

  mutating func checkParameters(_ section: Value) {
    let keys = version < .queens ? Self.keys : Self.keys + ["tags"]
    for (name, definition) in members(of: section, "'parameters'") {
      at(name) { check in
        guard let map = definition.map else {
          check.report(.noMap("parameter '\(name)'", definition))
          return
        }
        check.checkKeys(of: map, "a parameter", keys)
        check.checkParameter(name, map)
      }
    }
  }

  private mutating func checkParameter(_ name: String, _ map: ValueMap) {
    guard let type = map["type"] else {
      report(.missingKey("type", "parameter '\(name)'"), isAboutKey: true)
      return
    }
    guard let kind = type.string.flatMap(HeatParameter.Kind.init) else {
      at("type") { $0.report(.unknownType(type)) }
      return
    }
    let value = map["default"].flatMap { $0.isNull ? nil : $0 }
    let read = value.flatMap { parameterValue($0, kind) }
    if let value, read == nil { at("default") { $0.report(.wrongDefault(value, kind)) } }
    guard let constraints = map["constraints"], !constraints.isNull else { return }
    at("constraints") { check in
      guard let list = constraints.list else {
        check.report(.noList("'constraints'", constraints))
        return
      }
      for (index, constraint) in list.enumerated() {
        check.at(.index(index)) { $0.checkConstraint(constraint, kind, default: read) }
      }
    }
  }

  /// What `get_param` gives of a value for a parameter; nil when Heat refuses it.
  func parameterValue(_ value: Value, _ kind: HeatParameter.Kind) -> Value? {
    switch kind {
    case .string: return value
    case .number: return value.pythonNumber == nil ? nil : value
    case .boolean:
      let text = value.string?.lowercased() ?? (value.bool.map { "\($0)" } ?? value.integer.map { "\($0)" })
      if ["t", "true", "on", "y", "yes", "1"].contains(text) { return true }
      return ["f", "false", "off", "n", "no", "0"].contains(text) ? false : nil
    case .list:
      if let text = value.string {
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        return text.isEmpty ? [] : .list(items.map { .string(String($0)) })
      }
      return value.list == nil ? nil : value
    case .json:
      guard let text = value.string else {
        return value.map == nil && value.list == nil ? nil : value
      }
      return text.isEmpty ? .map(ValueMap()) : try? Value(readingYAML: text)
    }
  }

  mutating func checkGroups(_ section: Value) {
    guard let groups = section.list else {
      if !section.isNull { report(.noList("'parameter_groups'", section)) }
      return
    }
    var seen: Set<String> = []
    for (index, group) in groups.enumerated() {
      at(.index(index)) { check in
        guard let map = group.map else {
          check.report(.noMap("a parameter group", group))
          return
        }
        guard let names = map["parameters"] else {
          check.report(.missingKey("parameters", "a parameter group"))
          return
        }
        check.at("parameters") { $0.checkGroup(names, &seen) }
      }
    }
  }

  private mutating func checkGroup(_ names: Value, _ seen: inout Set<String>) {
    guard let names = names.list else {
      report(.noList("'parameters' of a group", names))
      return
    }
    for (index, name) in names.enumerated() {
      at(.index(index)) { check in
        let text = name.string ?? name.noun
        if !seen.insert(text).inserted {
          check.report(.groupedTwice(text))
        } else if check.parameters[text] == nil {
          check.reportUnknownParameter(text)
        }
      }
    }
  }

  mutating func reportUnknownParameter(_ name: String) {
    report(.unknownParameter(name, nearest(to: name, among: parameterNames + Self.pseudoParameters)))
  }
}

extension Value {
  /// The number that Python reads in a value, as Heat does; nil when there is none.
  var pythonNumber: Double? {
    switch self {
    case .integer(let number): return Double(number)
    case .number(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .string(let text):
      let trimmed = text.trimmed
      guard let first = trimmed.utf8.first, first < UInt8(ascii: ":") else {
        let word = trimmed.lowercased()
        return ["nan", "inf", "infinity"].contains(word) ? .infinity : nil
      }
      guard !trimmed.utf8.contains(where: { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") }) else {
        return nil
      }
      return Double(trimmed.replacing("_", with: ""))
    default: return nil
    }
  }
}

extension String {
  /// The text without blanks and line ends around it.
  fileprivate var trimmed: String {
    let kept = drop { $0.isWhitespace }
    return String(kept.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension HeatProblem {
  static func missingKey(_ key: String, _ noun: String) -> HeatProblem {
    HeatProblem(.error, "hot-missing-key", "\(noun) has no '\(key)'")
  }

  fileprivate static func unknownType(_ type: Value) -> HeatProblem {
    let known = ["string", "number", "comma_delimited_list", "json", "boolean"]
    let near = type.string.flatMap { nearestSpelling(to: $0, among: known) }
    return HeatProblem(
      .error, "hot-parameter-type",
      "\(type.noun) is no type of a parameter; there are \(listed(known))",
      suggestion: near)
  }

  fileprivate static func wrongDefault(_ value: Value, _ kind: HeatParameter.Kind) -> HeatProblem {
    HeatProblem(
      .error, "hot-parameter-default", "\(value.noun) is no default of a parameter of type '\(kind.rawValue)'"
    )
  }

  fileprivate static func groupedTwice(_ name: String) -> HeatProblem {
    HeatProblem(.error, "hot-parameter-group", "parameter '\(name)' is in a group already")
  }

  fileprivate static func unknownParameter(_ name: String, _ near: String?) -> HeatProblem {
    HeatProblem(
      .error, "hot-unknown-parameter", "there is no parameter '\(name)'",
      suggestion: near)
  }
}
