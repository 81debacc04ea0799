import Diagnostics

/// The form of the arguments of HOT's functions (HOT, Intrinsic functions).
extension HeatTemplateCheck {
  /// What a function takes, in words, when this is not it; nil when the form is right.
  static func form(of function: String, _ argument: Value, _ version: HeatVersion) -> String? {
    let list = argument.list
    let isCall = argument.call.map { HeatFunction.all[$0.name] != nil } ?? false
    switch function {
    case "get_param":
      let isRight = argument.isName || list?.first?.isName == true
      return isRight ? nil : "the name of a parameter, or a list of it and a path"
    case "get_resource", "Ref", "get_file":
      return argument.isName ? nil : function == "get_file" ? "the name of a file" : "the name of a resource"
    case "get_attr":
      let least = version < .liberty ? 2 : 1
      let isRight = (list?.count ?? 0) >= least && list?.first?.isName == true
      return isRight ? nil : "a list of a resource's name, an attribute and a path"
    case "list_join": return joinForm(list, version)
    case "str_replace", "str_replace_strict", "str_replace_vstrict": return replaceForm(argument)
    case "digest":
      let isRight = isCall || list?.count == 2 && list?.allSatisfy(\.isName) == true
      return isRight ? nil : "a list of an algorithm and a text"
    case "repeat":
      let isRight =
        argument["template"] != nil && argument["for_each"].map { $0.map != nil } == true
        && argument["permutations"].map { $0.bool != nil } != false
      return isRight ? nil : "a map with 'for_each', a map of lists, and 'template'"
    case "resource_facade":
      let isRight = ["metadata", "deletion_policy", "update_policy"].contains(argument.string)
      return isRight ? nil : "one of 'metadata', 'deletion_policy' and 'update_policy'"
    case "str_split":
      let isRight = (2...3).contains(list?.count ?? 0)
      return isRight ? nil : "a list of a delimiter, a text and, if only one part is wanted, its index"
    case "map_merge": return isCall || allItems(list, are: \.map) ? nil : "a list of maps"
    case "map_replace":
      let isRight = isCall || list?.count == 2 && allItems(list, are: \.map)
      return isRight ? nil : "a list of a map, and a map with 'keys', 'values' or both"
    case "yaql":
      let keys = argument.map?.keys ?? []
      let isRight = keys.contains("expression") && keys.allSatisfy { ["expression", "data"].contains($0) }
      return isRight ? nil : "a map with 'expression' and 'data'"
    case "if":
      let isRight = list?.count == 3 || list?.count == 2 && version >= .wallaby
      return isRight ? nil : "a list of a condition and two values"
    case "filter": return list?.count == 2 ? nil : "a list of two lists"
    case "contains": return list?.count == 2 ? nil : "a list of a value and a list"
    case "make_url": return urlForm(argument)
    case "list_concat", "list_concat_unique":
      return isCall || allItems(list, are: \.list) ? nil : "a list of lists"
    default: return nil
    }
  }

  private static func joinForm(_ list: [Value]?, _ version: HeatVersion) -> String? {
    let form = "a list of a delimiter and \(version < .liberty ? "a list" : "lists")"
    guard let list, list.count >= 2, version >= .liberty || list.count == 2,
      list[0].string != nil || list[0].call != nil
    else { return form }
    return list.dropFirst().allSatisfy { $0.list != nil || $0.map != nil || $0.isNull } ? nil : form
  }

  private static func replaceForm(_ argument: Value) -> String? {
    let isRight =
      argument["template"].map(\.isName) == true && argument["params"].map { $0.map != nil } == true
    return isRight ? nil : "a map with 'template', a text, and 'params', a map"
  }

  private static func urlForm(_ argument: Value) -> String? {
    let known = ["scheme", "username", "password", "host", "port", "path", "query", "fragment"]
    let isRight = argument.map?.allSatisfy { known.contains($0.key) } == true
    return isRight ? nil : "a map with some of \(listed(known, limit: known.count))"
  }

  /// Whether there is a list of which each item has a form, is nothing, or comes from a function.
  private static func allItems<Part>(_ list: [Value]?, are form: (Value) -> Part?) -> Bool {
    list?.allSatisfy { form($0) != nil || $0.isNull || $0.call != nil } ?? false
  }
}

extension Value {
  /// Whether this is a text that is not empty, or may become one.
  fileprivate var isName: Bool {
    string.map { !$0.isEmpty } ?? (call != nil)
  }
}
