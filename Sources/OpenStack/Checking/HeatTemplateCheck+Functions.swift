import Diagnostics

extension HeatTemplateCheck {
  /// The function that a value calls in this version of HOT.
  func function(in value: Value) -> (HeatFunction, argument: Value)? {
    guard !isLiteral, let call = value.call, let function = HeatFunction.all[call.name],
      function.since <= version
    else { return nil }
    return (function, call.argument)
  }

  /// Checks every call in a value and in its parts.
  mutating func checkFunctions(in value: Value) {
    switch value {
    case .map(let map):
      if let call = value.call {
        if let function = HeatFunction.all[call.name] {
          guard function.since <= version else {
            checkNewerCall(function, call.argument)
            return
          }
          at(call.name) { $0.checkCall(function, call.argument) }
          return
        }
        checkUnknownCall(call.name, call.argument)
      }
      for (key, item) in map { at(key) { $0.checkFunctions(in: item) } }
    case .list(let items):
      for (index, item) in items.enumerated() { at(.index(index)) { $0.checkFunctions(in: item) } }
    default: break
    }
  }

  /// A call of what this version does not have yet is data to Heat, and hardly ever meant so.
  private mutating func checkNewerCall(_ function: HeatFunction, _ argument: Value) {
    at(function.name) { check in
      let isMeant = !function.isCommonWord || Self.form(of: function.name, argument, .newest) == nil
      if isMeant { check.report(.newerFunction(function, check.version), isAboutKey: true) }
      check.checkFunctions(in: argument)
    }
  }

  /// A key that only looks like a function is data to Heat.
  private mutating func checkUnknownCall(_ name: String, _ argument: Value) {
    let prefixes = ["get_", "str_", "list_", "map_", "Fn::"]
    guard prefixes.contains(where: name.hasPrefix) || name.hasSuffix("_join") || name.hasSuffix("_replace"),
      let near = nearestSpelling(to: name, among: HeatFunction.all.keys.sorted())
    else { return }
    at(name) { $0.report(.unknownFunction(name, near), isAboutKey: true) }
  }

  private mutating func checkCall(_ function: HeatFunction, _ argument: Value) {
    if let removed = function.removed, removed <= version {
      report(.removedFunction(function.name, removed), isAboutKey: true)
      return
    }
    if let form = Self.form(of: function.name, argument, version) {
      report(.wrongArguments(function.name, form))
      checkFunctions(in: argument)
      return
    }
    switch function.name {
    case "get_param": checkParameterCall(argument)
    case "get_resource", "Ref": checkResourceCall(argument)
    case "get_attr": checkAttributeCall(argument)
    case "if": checkBranches(argument)
    default: checkFunctions(in: argument)
    }
  }

  mutating func checkParameterCall(_ argument: Value) {
    if let name = argument.string {
      if parameters[name] == nil, !Self.pseudoParameters.contains(name) { reportUnknownParameter(name) }
    } else if let name = argument.list?.first?.string {
      at(.index(0)) { $0.checkParameterCall(.string(name)) }
      for (index, item) in (argument.list ?? []).enumerated().dropFirst() {
        at(.index(index)) { $0.checkFunctions(in: item) }
      }
    } else {
      checkFunctions(in: argument)
    }
  }

  private mutating func checkResourceCall(_ argument: Value) {
    guard let name = argument.string else {
      checkFunctions(in: argument)
      return
    }
    if let resource = reference(name, mayBeParameter: path.last == .key("Ref")) { depend(on: resource) }
  }

  private mutating func checkAttributeCall(_ argument: Value) {
    guard let list = argument.list else { return }
    for (index, item) in list.enumerated() where item.string == nil {
      at(.index(index)) { $0.checkFunctions(in: item) }
    }
    guard let name = list.first?.string else { return }
    var target: Resource?
    at(.index(0)) { target = $0.reference(name) }
    guard let target else { return }
    depend(on: target)
    guard list.count > 1, let attribute = list[1].string else { return }
    at(.index(1)) { $0.checkAttribute(attribute, of: name, target) }
  }

  private mutating func checkAttribute(_ attribute: String, of name: String, _ resource: Resource) {
    guard let type = resource.type, let schema = schema(of: type), !schema.isNoOperation,
      attribute != "show"
    else { return }
    guard let known = schema.attributes.first(where: { $0.name == attribute }) else {
      guard !schema.hasOpenAttributes else { return }
      report(.unknownAttribute(attribute, name, schema))
      return
    }
    if known.support == .deprecated || known.support == .hidden {
      report(.deprecatedAttribute(attribute, known.support))
    }
  }

  /// The resource of a name, or a problem when there is none.
  private mutating func reference(_ name: String, mayBeParameter: Bool = false) -> Resource? {
    if let resource = resources[name] { return resource }
    if mayBeParameter, parameters[name] != nil { return nil }
    report(.unknownResource(name, nearest(to: name, among: resourceNames)))
    return nil
  }

  mutating func checkDependency(_ name: String) {
    if let resource = reference(name) { depend(on: resource) }
  }

  /// Only one of the branches of `if` counts, so what they name need not come first.
  private mutating func checkBranches(_ argument: Value) {
    guard let list = argument.list, let condition = list.first else { return }
    at(.index(0)) { $0.checkCondition(condition) }
    let outer = isInBranch
    isInBranch = true
    for (index, item) in list.enumerated().dropFirst() { at(.index(index)) { $0.checkFunctions(in: item) } }
    isInBranch = outer
  }
}

extension HeatProblem {
  static func wrongArguments(_ name: String, _ form: String) -> HeatProblem {
    HeatProblem(.error, "hot-function-arguments", "'\(name)' takes \(form)")
  }

  fileprivate static func newerFunction(_ function: HeatFunction, _ version: HeatVersion) -> HeatProblem {
    HeatProblem(
      .warning, "hot-newer-function",
      "function '\(function.name)' came with version \(function.since.text); in \(version.text) Heat takes it as data"
    )
  }

  fileprivate static func unknownFunction(_ name: String, _ near: String) -> HeatProblem {
    HeatProblem(
      .warning, "hot-unknown-function", "'\(name)' is no function, so Heat takes it as data",
      suggestion: near)
  }

  fileprivate static func removedFunction(_ name: String, _ removed: HeatVersion) -> HeatProblem {
    HeatProblem(
      .error, "hot-removed-function", "function '\(name)' is gone since version \(removed.text) of HOT")
  }

  fileprivate static func unknownResource(_ name: String, _ near: String?) -> HeatProblem {
    HeatProblem(
      .error, "hot-unknown-resource", "there is no resource '\(name)'",
      suggestion: near)
  }

  fileprivate static func unknownAttribute(
    _ attribute: String, _ resource: String, _ schema: ResourceSchema
  ) -> HeatProblem {
    HeatProblem(
      .error, "hot-unknown-attribute",
      "'\(attribute)' is no attribute of '\(resource)', which is of type '\(schema.type)'",
      suggestion: nearestSpelling(to: attribute, among: schema.attributes.map(\.name)))
  }

  fileprivate static func deprecatedAttribute(_ name: String, _ status: SupportStatus) -> HeatProblem {
    HeatProblem(.warning, "hot-deprecated", "attribute '\(name)' is \(status.rawValue)")
  }
}
