import OpenStack

/// What the functions of a template are resolved against.
struct FunctionScope {
  /// With the pseudo parameters.
  var parameters: ValueMap
  var files: [String: String]
  /// The reference of a resource, such as its physical id.
  var reference: (String) throws -> Value
  /// An attribute of a resource; null while it has none.
  var attribute: (String, String) throws -> Value
}

extension Value {
  /// The functions that the engine knows (HOT, Intrinsic functions).
  static let functions = ["get_resource", "get_attr", "get_param", "get_file", "str_replace", "list_join"]

  /// The functions of HOT that the engine does not know.
  private static let otherFunctions = [
    "digest", "repeat", "resource_facade", "str_split", "map_merge", "map_replace", "yaql", "if", "equals",
    "not",
    "and", "or", "filter", "str_replace_strict", "str_replace_vstrict", "make_url", "list_concat",
    "list_concat_unique", "contains",
  ]

  /// The function that this value calls, with its argument.
  var call: (function: String, argument: Value)? {
    guard case .map(let map) = self, map.count == 1, let entry = map.first,
      Self.functions.contains(entry.key) || Self.otherFunctions.contains(entry.key)
    else { return nil }
    return (entry.key, entry.value)
  }

  /// The value with all its functions resolved.
  func resolved(in scope: FunctionScope) throws -> Value {
    switch self {
    case .list(let items):
      return .list(try items.map { try $0.resolved(in: scope) })
    case .map(let map):
      if let (function, argument) = call { return try Value.result(of: function, argument, in: scope) }
      return .map(try map.resolved(in: scope))
    default:
      return self
    }
  }

  private static func result(of function: String, _ argument: Value, in scope: FunctionScope) throws -> Value
  {
    switch function {
    case "get_resource": return try scope.reference(argument.string ?? "")
    case "get_param": return try parameter(argument, in: scope)
    case "get_attr": return try attribute(argument, in: scope)
    case "get_file":
      let name = try argument.resolved(in: scope).string ?? ""
      guard let text = scope.files[name] else { throw EngineError.missingFile(name) }
      return .string(text)
    case "str_replace": return try replacement(argument, in: scope)
    case "list_join": return try joined(argument, in: scope)
    default: throw EngineError.unsupportedFunction(function)
    }
  }

  private static func parameter(_ argument: Value, in scope: FunctionScope) throws -> Value {
    let path = argument.list ?? [argument]
    guard let name = path.first?.string else {
      throw EngineError.malformed("get_param", "Argument must be a string")
    }
    guard let value = scope.parameters[name] else { throw EngineError.unknownParameter(name) }
    return try value.member(at: path.dropFirst(), in: scope)
  }

  private static func attribute(_ argument: Value, in scope: FunctionScope) throws -> Value {
    guard let path = argument.list, path.count > 1, let name = path[0].string,
      let attribute = try path[1].resolved(in: scope).string
    else {
      throw EngineError.malformed(
        "get_attr", "Arguments to \"get_attr\" must be of the form [resource_name, attribute, (path), ...]")
    }
    return try scope.attribute(name, attribute).member(at: path.dropFirst(2), in: scope)
  }

  /// The member that a path of keys and indices leads to; null where there is none.
  private func member(at path: some Sequence<Value>, in scope: FunctionScope) throws -> Value {
    var value = self
    for step in path {
      switch (value, try step.resolved(in: scope)) {
      case (.map(let map), let key): value = map[key.text] ?? .null
      case (.list(let items), let index):
        guard let index = index.integer ?? index.string.flatMap(Int.init), items.indices.contains(index)
        else {
          return .null
        }
        value = items[index]
      default: return .null
      }
    }
    return value
  }

  private static func replacement(_ argument: Value, in scope: FunctionScope) throws -> Value {
    guard let template = try argument["template"]?.resolved(in: scope),
      let params = try argument["params"]?.resolved(in: scope).map
    else {
      throw EngineError.malformed("str_replace", "\"str_replace\" needs a \"template\" and \"params\"")
    }
    let pairs = params.filter { !$0.key.isEmpty }.sorted { $0.key.utf8.count > $1.key.utf8.count }
    let text = template.text
    var result = ""
    var rest = text[...]
    // The longest key first, and no text that was put in is looked at again.
    while let first = rest.first {
      if let pair = pairs.first(where: { rest.hasPrefix($0.key) }) {
        result += pair.value.text
        rest = rest.dropFirst(pair.key.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return .string(result)
  }

  private static func joined(_ argument: Value, in scope: FunctionScope) throws -> Value {
    guard let parts = argument.list, parts.count >= 2, let separator = try parts[0].resolved(in: scope).string
    else {
      throw EngineError.malformed("list_join", "\"list_join\" needs a separator and lists")
    }
    let items = try parts.dropFirst().flatMap { (part: Value) throws -> [Value] in
      switch try part.resolved(in: scope) {
      case .list(let items): items
      case .null: []
      default: throw EngineError.malformed("list_join", "Items to join must be lists")
      }
    }
    return .string(items.map(\.text).joined(separator: separator))
  }

  /// As Heat writes a value into a text: strings as they are, maps and lists as JSON.
  var text: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .bool(let flag): flag ? "True" : "False"
    default: json
    }
  }
}

extension ValueMap {
  /// The map with all functions in its values resolved.
  func resolved(in scope: FunctionScope) throws -> ValueMap {
    ValueMap(distinct: try map { ($0.key, try $0.value.resolved(in: scope)) })
  }
}

extension EngineError {
  static func unsupportedFunction(_ function: String) -> EngineError {
    .stackValidationFailed("the function \"\(function)\" is not supported by the built-in engine")
  }

  static func unknownParameter(_ name: String) -> EngineError {
    EngineError(.invalid, "UserParameterMissing", "The Parameter (\(name)) was not provided.")
  }

  fileprivate static func missingFile(_ name: String) -> EngineError {
    .stackValidationFailed("No content found in the \"files\" section for get_file path: \(name)")
  }

  fileprivate static func malformed(_ function: String, _ message: String) -> EngineError {
    .stackValidationFailed("\(message) (in \(function))")
  }
}
