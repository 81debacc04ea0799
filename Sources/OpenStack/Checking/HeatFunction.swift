/// A function of HOT: a map with one key that the version of the template knows (HOT, Intrinsic functions).
struct HeatFunction {
  /// What a call gives as far as it is known beforehand.
  enum Result {
    case string, list, map, unknown
  }

  let name: String
  let since: HeatVersion
  /// The version from which on Heat refuses the function.
  let removed: HeatVersion?
  let result: Result
  /// Whether the name is also a word that people use as a key of their own.
  let isCommonWord: Bool

  private init(
    _ name: String, since: HeatVersion = .first, removed: HeatVersion? = nil, _ result: Result = .unknown,
    isCommonWord: Bool = false
  ) {
    self.name = name
    self.since = since
    self.removed = removed
    self.result = result
    self.isCommonWord = isCommonWord
  }

  /// The functions of values by name.
  static let all = table([
    HeatFunction("get_param"), HeatFunction("get_resource", .string), HeatFunction("get_attr"),
    HeatFunction("get_file", .string), HeatFunction("list_join", .string),
    HeatFunction("str_replace", .string), HeatFunction("resource_facade"),
    HeatFunction("digest", since: .kilo, .string, isCommonWord: true),
    HeatFunction("repeat", since: .kilo, .list, isCommonWord: true),
    HeatFunction("str_split", since: .liberty), HeatFunction("map_merge", since: .mitaka, .map),
    HeatFunction("yaql", since: .newton), HeatFunction("map_replace", since: .newton, .map),
    HeatFunction("if", since: .newton, isCommonWord: true),
    HeatFunction("filter", since: .ocata, .list, isCommonWord: true),
    HeatFunction("str_replace_strict", since: .ocata, .string),
    HeatFunction("str_replace_vstrict", since: .pike, .string),
    HeatFunction("make_url", since: .pike, .string), HeatFunction("list_concat", since: .pike, .list),
    HeatFunction("list_concat_unique", since: .pike, .list),
    HeatFunction("contains", since: .pike, isCommonWord: true),
    HeatFunction("Ref", removed: .juno), HeatFunction("Fn::Base64", removed: .juno),
    HeatFunction("Fn::GetAZs", removed: .juno), HeatFunction("Fn::Join", removed: .juno),
    HeatFunction("Fn::MemberListToMap", removed: .juno), HeatFunction("Fn::Replace", removed: .juno),
    HeatFunction("Fn::ResourceFacade", removed: .juno), HeatFunction("Fn::Split", removed: .juno),
    HeatFunction("Fn::Select", removed: .liberty),
  ])

  /// The functions of conditions by name.
  static let ofConditions = table([
    HeatFunction("get_param", since: .newton), HeatFunction("equals", since: .newton),
    HeatFunction("not", since: .newton), HeatFunction("and", since: .newton),
    HeatFunction("or", since: .newton), HeatFunction("yaql", since: .pike),
    HeatFunction("contains", since: .pike),
  ])

  private static func table(_ functions: [HeatFunction]) -> [String: HeatFunction] {
    Dictionary(functions.map { ($0.name, $0) }) { first, _ in first }
  }
}

extension Value {
  /// The key and the value of a map with one pair, which may be a call of a function.
  var call: (name: String, argument: Value)? {
    guard case .map(let map) = self, map.count == 1, let (name, argument) = map.first else { return nil }
    return (name, argument)
  }

  /// What kind of value this is, for messages.
  var noun: String {
    switch self {
    case .null: "nothing"
    case .bool(let flag): "'\(flag)'"
    case .integer(let number): "'\(number)'"
    case .number(let number): "'\(number)'"
    case .string(let text): text.utf8.count > 60 ? "'\(text.prefix(50))...'" : "'\(text)'"
    case .list: "a list"
    case .map: "a map"
    }
  }
}
