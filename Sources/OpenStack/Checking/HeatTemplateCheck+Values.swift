import Diagnostics

/// Values held against schemas.
extension HeatTemplateCheck {
  /// Checks the members of a map: that each is known and right, and that none is missing.
  mutating func checkMembers(_ map: ValueMap, _ schemas: [PropertySchema], of owner: String) {
    var missing = schemas.filter { $0.isRequired && map[$0.name] == nil }
    for (name, value) in map {
      guard let schema = schemas.first(where: { $0.name == name }) else {
        let near = nearestSpelling(to: name, among: schemas.map(\.name))
        // What a misspelt name most likely means is not missing as well.
        if let near { missing.removeAll { $0.name == near } }
        at(name) { $0.report(.unknownProperty(name, owner, near), isAboutKey: true) }
        continue
      }
      if let newer = schema.newerName {
        missing.removeAll { $0.name == newer }
        if map[newer] != nil { at(name) { $0.report(.givenTwice(name, newer), isAboutKey: true) } }
      }
      at(name) { $0.checkMember(value, schema) }
    }
    for schema in missing { report(.missingProperty(schema.name, owner)) }
  }

  private mutating func checkMember(_ value: Value, _ schema: PropertySchema) {
    if schema.isUnimplemented { report(.unimplemented(schema.name), isAboutKey: true) }
    switch schema.support {
    case .deprecated, .hidden: report(.deprecatedProperty(schema), isAboutKey: true)
    default: break
    }
    if value.isNull, dialect == .heat, schema.defaultText == nil {
      report(.nothing(schema), isAboutKey: true)
    }
    check(value, schema)
  }

  /// Checks a value; of what a function gives only what is known before Heat runs.
  mutating func check(_ value: Value, _ schema: PropertySchema) {
    if let (function, argument) = function(in: value) {
      checkResult(of: function, argument, schema)
      return
    }
    guard let read = read(value, schema) else {
      report(.wrongType(value, schema))
      return
    }
    switch (schema.kind, read) {
    case (.map, .map(let map)):
      if !schema.members.isEmpty { checkMembers(map, schema.members, of: owner(schema)) }
    case (.list, .list(let items)):
      guard let item = schema.items.first else { break }
      for (index, value) in items.enumerated() { at(.index(index)) { $0.check(value, item) } }
    default: break
    }
    checkConstraints(read, value, schema)
  }

  /// What has members, in words.
  private func owner(_ schema: PropertySchema) -> String {
    guard schema.name == "*" else { return "'\(schema.name)'" }
    for case .key(let name) in path.reversed() { return "an item of '\(name)'" }
    return "an item"
  }

  /// The value as Heat or Senlin reads it for a kind; nil when it is refused.
  private func read(_ value: Value, _ schema: PropertySchema) -> Value? {
    if value.isNull { return readNothing(schema) }
    switch schema.kind {
    case .string:
      if dialect == .senlin, value.pythonText == nil { return "" }
      return value.pythonText.map(Value.string)
    case .integer:
      if case .number(let number) = value {
        return number.isFinite ? .number(number.rounded(.towardZero)) : nil
      }
      guard let number = value.pythonNumber, number == number.rounded(), value.string?.contains(".") != true
      else { return nil }
      return .number(number)
    case .number: return value.pythonNumber.map(Value.number)
    case .boolean:
      if dialect == .senlin { return parameterValue(value, .boolean) }
      if value.bool != nil { return value }
      return switch value.string?.lowercased() {
      case "true": true
      case "false": false
      default: nil
      }
    case .list: return value.list == nil ? nil : value
    case .map: return value.map == nil ? nil : value
    case .any: return value
    }
  }

  /// What nothing stands for: in Heat the default, else the least that the kind has.
  private func readNothing(_ schema: PropertySchema) -> Value? {
    if dialect == .senlin { return schema.kind == .integer ? .null : nil }
    if let value = schema.defaultValue { return value }
    return switch schema.kind {
    case .string: ""
    case .integer, .number: 0
    case .boolean: false
    case .list: []
    case .map: .map(ValueMap())
    case .any: .null
    }
  }

  private mutating func checkResult(of function: HeatFunction, _ argument: Value, _ schema: PropertySchema) {
    switch function.name {
    case "get_param": checkParameter(argument, schema)
    case "if":
      guard let list = argument.list else { return }
      for (index, value) in list.enumerated().dropFirst() where !value.isNull {
        at("if") { $0.at(.index(index)) { $0.check(value, schema) } }
      }
    case "get_resource" where !isOfKnownType(argument.string ?? ""): break
    default:
      let fits =
        switch (function.result, schema.kind) {
        case (.string, .list), (.string, .map), (.list, .string), (.list, .integer), (.list, .number),
          (.list, .boolean), (.list, .map), (.map, .string), (.map, .integer), (.map, .number),
          (.map, .boolean), (.map, .list):
          false
        default: true
        }
      if !fits { report(.wrongResult(function, schema)) }
    }
  }

  private mutating func isOfKnownType(_ name: String) -> Bool {
    guard let type = resources[name]?.type else { return false }
    return schema(of: type) != nil
  }

  /// Checks what a parameter gives: its default, or else its type.
  private mutating func checkParameter(_ argument: Value, _ schema: PropertySchema) {
    guard let name = argument.string, let parameter = parameters[name], let kind = parameter.kind else {
      return
    }
    if let value = parameter.defaultValue {
      guard let value = parameterValue(value, kind) else { return }
      let count = problems.count
      // Heat calls no functions in defaults, which may therefore name their own parameters.
      isLiteral = true
      check(value, schema)
      isLiteral = false
      if problems.count > count { standAtDefault(of: name, after: count) }
      return
    }
    let fits =
      switch (kind, schema.kind) {
      case (.list, .string), (.list, .integer), (.list, .number), (.list, .boolean), (.list, .map): false
      case (.string, .list), (.string, .map), (.number, .list), (.number, .map), (.number, .boolean): false
      case (.boolean, .list), (.boolean, .map): false
      default: true
      }
    if !fits { report(.wrongParameter(name, kind, schema)) }
  }

  /// Problems of a parameter's default stand where the parameter is used, once.
  private mutating func standAtDefault(of name: String, after count: Int) {
    let found = problems[count...]
    problems.removeSubrange(count...)
    guard let first = found.first else { return }
    report(
      HeatProblem(
        first.severity, first.code, "the default of parameter '\(name)' does not do here: \(first.message)"))
  }
}

extension PropertySchema {
  /// The property in words.
  var noun: String {
    name == "*" ? "each item" : "'\(name)'"
  }

  /// Its kind in words.
  var kindNoun: String {
    switch kind {
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "true or false"
    case .list: "a list"
    case .map: "a map"
    case .any: "anything"
    }
  }
}

extension HeatProblem {
  fileprivate static func unknownProperty(_ name: String, _ owner: String, _ near: String?) -> HeatProblem {
    HeatProblem(.error, "hot-unknown-property", "\(owner) has no property '\(name)'", suggestion: near)
  }

  fileprivate static func missingProperty(_ name: String, _ owner: String) -> HeatProblem {
    HeatProblem(.error, "hot-missing-property", "\(owner) needs '\(name)'")
  }

  fileprivate static func givenTwice(_ name: String, _ newer: String) -> HeatProblem {
    HeatProblem(
      .error, "hot-conflicting-properties", "'\(name)' is the old name of '\(newer)', which is given, too")
  }

  fileprivate static func unimplemented(_ name: String) -> HeatProblem {
    HeatProblem(
      .error, "hot-unimplemented-property", "Heat knows '\(name)', but refuses it as not implemented")
  }

  fileprivate static func nothing(_ schema: PropertySchema) -> HeatProblem {
    let least =
      switch schema.kind {
      case .string: "an empty text"
      case .integer, .number: "0"
      case .boolean: "false"
      default: "nothing"
      }
    return HeatProblem(
      .warning, "hot-null-property",
      "'\(schema.name)' is given, but without a value; Heat takes \(least) for it, so leave it out")
  }

  fileprivate static func deprecatedProperty(_ schema: PropertySchema) -> HeatProblem {
    let hint = schema.newerName.map { "; '\($0)' takes its place" } ?? ""
    return HeatProblem(
      .warning, "hot-deprecated", "property '\(schema.name)' is \(schema.support.rawValue)\(hint)",
      suggestion: schema.newerName)
  }

  fileprivate static func wrongType(_ value: Value, _ schema: PropertySchema) -> HeatProblem {
    var hint = ""
    if schema.kind == .string, case .number = value { hint = "; put it in quotes" }
    return HeatProblem(
      .error, "hot-wrong-type", "\(schema.noun) is \(schema.kindNoun); this is \(value.noun)\(hint)")
  }

  fileprivate static func wrongResult(_ function: HeatFunction, _ schema: PropertySchema) -> HeatProblem {
    HeatProblem(
      .error, "hot-wrong-type",
      "\(schema.noun) is \(schema.kindNoun); '\(function.name)' gives a \(function.result)")
  }

  fileprivate static func wrongParameter(
    _ name: String, _ kind: HeatParameter.Kind, _ schema: PropertySchema
  ) -> HeatProblem {
    HeatProblem(
      .error, "hot-wrong-type",
      "\(schema.noun) is \(schema.kindNoun); parameter '\(name)' is of type \(kind.rawValue)")
  }
}
