import OpenStack

extension HeatTemplate {
  /// The parameters' values: those given, else the environment's, else the defaults, each of its type.
  func parameterValues(_ given: ValueMap, environment: Value = [:]) throws(EngineError) -> ValueMap {
    let fromEnvironment = environment["parameters"]?.map ?? ValueMap()
    let defaults = environment["parameter_defaults"]?.map ?? ValueMap()
    for (name, _) in fromEnvironment + given.entries
    where !name.hasPrefix("OS::") && !parameters.contains(where: { $0.name == name }) {
      throw EngineError(
        .invalid, "UnknownUserParameter", "The Parameter (\(name)) was not defined in template.")
    }
    var values = ValueMap()
    for parameter in parameters {
      let name = parameter.name
      let candidates = [given[name], fromEnvironment[name], defaults[name], parameter.element.defaultValue]
      guard let value = candidates.compactMap({ $0 }).first(where: { !$0.isNull }) else {
        throw .unknownParameter(name)
      }
      values[name] = try parameter.element.value(value, name: name)
    }
    return values
  }

  /// Checks the properties of a resource that is a stack of this template.
  func checkProperties(_ properties: ValueMap, of resource: String) throws(EngineError) {
    for (name, value) in properties {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw .property(SchemaError(path: [], trouble: .unknown(name)), of: resource)
      }
      guard !value.containsCall, !value.isNull else { continue }
      do {
        _ = try parameter.element.value(value, name: name)
      } catch {
        throw .property(SchemaError(path: [name], trouble: .wrong(error.message)), of: resource)
      }
    }
    for parameter in parameters
    where parameter.element.defaultValue == nil && (properties[parameter.name] ?? .null).isNull {
      throw .property(SchemaError(path: [], trouble: .missing(parameter.name)), of: resource)
    }
  }
}

extension HeatParameter {
  /// A given value as one of the parameter's type, within its constraints.
  fileprivate func value(_ given: Value, name: String) throws(EngineError) -> Value {
    let value: Value
    switch type {
    case .string:
      guard given.list == nil, given.map == nil else { throw .parameter(name, "Value must be a string") }
      value = .string(given.text)
    case .number:
      guard let number = given.double else {
        throw .parameter(name, "could not convert string to float: '\(given.text)'")
      }
      value = Int(exactly: number).map(Value.integer) ?? .number(number)
    case .boolean:
      guard let flag = given.flag else {
        throw .parameter(name, "Unrecognized value '\(given.text)', acceptable values are: 'false', 'true'")
      }
      value = .bool(flag)
    case .list:
      value = .list(
        given.list ?? given.text.split(separator: ",").map { .string($0.trimmed) })
    case .json:
      guard let parsed = given.string.map({ Value(json: $0) }) ?? given,
        parsed.map != nil || parsed.list != nil
      else { throw .parameter(name, "Value must be valid JSON") }
      value = parsed
    }
    for constraint in constraints {
      try check(value, constraint, name: name)
    }
    return value
  }

  /// HOT, Parameter Constraints.
  private func check(_ value: Value, _ constraint: Value, name: String) throws(EngineError) {
    let reason: String
    if let allowed = constraint["allowed_values"]?.list {
      let items = type == .list ? value.list ?? [] : [value]
      guard items.contains(where: { item in !allowed.contains { $0.text == item.text } }) else { return }
      reason = "\(value.text) is not an allowed value [\(allowed.map(\.text).joined(separator: ", "))]"
    } else if let range = constraint["range"], let number = value.double {
      let (least, most) = (range["min"]?.double, range["max"]?.double)
      guard number < least ?? number || number > most ?? number else { return }
      reason =
        "\(value.text) is out of range (min: \(range["min"]?.text ?? "None"), max: \(range["max"]?.text ?? "None"))"
    } else if let range = constraint["length"] {
      let length = value.list?.count ?? value.map?.count ?? value.text.count
      let (least, most) = (range["min"]?.wholeNumber ?? 0, range["max"]?.wholeNumber ?? Int.max)
      guard !(least...max(least, most)).contains(length) else { return }
      reason =
        "length (\(length)) is out of range (min: \(range["min"]?.text ?? "None"), max: \(range["max"]?.text ?? "None"))"
    } else if let pattern = constraint["allowed_pattern"]?.string, let expression = try? Regex(pattern) {
      guard (try? expression.wholeMatch(in: value.text)) ?? nil == nil else { return }
      reason = "\"\(value.text)\" does not match pattern \"\(pattern)\""
    } else {
      return
    }
    throw .parameter(name, constraint["description"]?.string ?? reason)
  }
}

extension Value {
  /// Whether a function stands anywhere in the value.
  var containsCall: Bool {
    if call != nil { return true }
    switch self {
    case .list(let items): return items.contains(where: \.containsCall)
    case .map(let map): return map.contains { $0.value.containsCall }
    default: return false
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension EngineError {
  fileprivate static func parameter(_ name: String, _ reason: String) -> EngineError {
    .stackValidationFailed("Parameter '\(name)' is invalid: \(reason)")
  }
}
