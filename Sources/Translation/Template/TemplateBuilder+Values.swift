import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// A TOSCA value as HOT has it, its calls turned into HOT functions; nil for nothing and for what HOT cannot say,
  /// which is reported.
  mutating func value(_ value: PropertyValue) -> OpenStack.Value? {
    switch value.content {
    case .null: return nil
    case .bool(let flag): return .bool(flag)
    case .integer(let number): return .integer(number)
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .list(let items): return .list(items.compactMap { self.value($0) })
    case .map(let entries):
      if !takesHeatCalls, entries.count == 1, isHeatCall(entries[0].key) {
        report(.heatCall(entries[0]))
        lostCalls += 1
        return nil
      }
      return .map(ValueMap(entries.compactMap { entry in self.value(entry.value).map { (entry.key, $0) } }))
    case .function(let function):
      return call(function, at: value)
    }
  }

  /// A part of a value: what the names and indices of a path lead to.
  mutating func part(_ path: ArraySlice<String>, of value: PropertyValue) -> OpenStack.Value? {
    guard let step = path.first else { return self.value(value) }
    switch value.content {
    case .list(let items):
      guard let index = Int(step), items.indices.contains(index) else { return nil }
      return part(path.dropFirst(), of: items[index])
    case .map:
      return value[step].flatMap { part(path.dropFirst(), of: $0) }
    case .function(let function):
      return call(function, at: value, path: path)
    default: return nil
    }
  }

  /// A call as HOT has it, or the part of its result that a path leads to.
  private mutating func call(
    _ function: PropertyValue.Function, at place: PropertyValue, path: ArraySlice<String> = []
  ) -> OpenStack.Value? {
    let lost = lostCalls
    if let result = result(of: function, at: place, path: path) { return result }
    if lostCalls == lost {
      if !isCycleReported { report(.callNotTranslated(function, place)) }
      lostCalls += 1
    }
    return nil
  }

  private mutating func result(
    of function: PropertyValue.Function, at place: PropertyValue, path: ArraySlice<String>
  ) -> OpenStack.Value? {
    let arguments = function.arguments
    switch function.name {
    case "get_input", "get_property", "get_attribute", "get_operation_output":
      let words = arguments.compactMap(\.text) + path
      guard words.count == arguments.count + path.count, let first = words.first else { return nil }
      switch function.name {
      case "get_input": return input(words)
      case "get_property": return property(words[1...], of: first, from: place)
      case "get_attribute": return attribute(words[1...], of: first, from: place)
      default: return operationOutput(words, from: place)
      }
    case _ where !path.isEmpty: return nil
    case "get_artifact": return artifact(arguments)
    case "get_nodes_of_type":
      return arguments.first?.text.map { nodes(ofType: $0, at: place) }
    case "concat": return concatenation(of: arguments)
    case "join": return joined(arguments)
    case "token" where arguments.count == 3:
      guard let text = value(arguments[0]), let separator = value(arguments[1]),
        let index = value(arguments[2])
      else { return nil }
      return ["str_split": .list([separator, text, index])]
    default: return nil
    }
  }

  private mutating func input(_ path: [String]) -> OpenStack.Value? {
    guard let definition = topology.input(path[0]) else { return nil }
    usedInputs.insert(path[0])
    let type = parameterKind(of: definition)
    let name =
      group == nil
      ? path[0]
      : imported(
        path[0], .getParam(path[0]), type: type, description: definition.description,
        isHidden: plan.secretInputs.contains(path[0]))
    guard path.count > 1 else { return .getParam(name) }
    return ["get_param": .list([.string(name)] + path.dropFirst().map(OpenStack.Value.string))]
  }

  // MARK: Texts

  /// Texts one after the other, in the form of heat-translator: numbers are texts there too.
  private mutating func concatenation(of arguments: [PropertyValue]) -> OpenStack.Value? {
    let parts = arguments.compactMap { value($0) }
    guard parts.count == arguments.count else { return nil }
    let names = parts.indices.map { "$s\($0)" }
    let values = zip(names, parts.map(\.asText))
    return [
      "str_replace": ["template": .string(names.joined()), "params": .map(ValueMap(distinct: Array(values)))]
    ]
  }

  private mutating func joined(_ arguments: [PropertyValue]) -> OpenStack.Value? {
    guard let items = arguments.first, arguments.count <= 2 else { return nil }
    let separator = arguments.count == 2 ? value(arguments[1]) : ""
    guard let separator else { return nil }
    guard let list = value(items) else { return nil }
    guard let parts = list.list else {
      return isList(list) ? ["list_join": .list([separator, list])] : nil
    }
    guard parts.count == items.items?.count ?? parts.count else { return nil }
    return ["list_join": .list([separator, .list(parts.map(\.asJoinable))])]
  }

  /// Whether a call gives a list as far as that is known; a text would be taken for a list of its letters.
  private func isList(_ call: OpenStack.Value) -> Bool {
    guard let argument = call["get_param"] else { return call["get_attr"] != nil || call["str_split"] != nil }
    guard let name = argument.string else { return argument.list != nil }
    let isInput = topology.input(name).map { HeatParameter.kind(of: $0.schema, topology.types) == .list }
    return isInput ?? true
  }

  // MARK: Files and names

  /// The text of an artifact's file, or the URL that it is at.
  private mutating func artifact(_ arguments: [PropertyValue]) -> OpenStack.Value? {
    let words = arguments.compactMap(\.text)
    // Heat puts no file at a path on a server.
    guard words.count == arguments.count, words.count >= 2,
      words.dropFirst(2).first ?? "LOCAL_FILE" == "LOCAL_FILE",
      case .nodes(let nodes)? = holder(words[0])
    else { return nil }
    let topology = topology
    let artifacts = nodes.lazy.flatMap { topology.artifacts(of: $0) }
    guard let artifact = artifacts.first(where: { $0.name?.text == words[1] }), let file = artifact.file
    else {
      return nil
    }
    guard let path = file.text else { return value(file) }
    let url = url(of: artifact, path)
    return url.contains("://") ? .string(url) : .getFile(attach(url, at: file.range))
  }

  /// The names of the nodes of a type and of those that derive from it.
  private func nodes(ofType name: String, at place: PropertyValue) -> OpenStack.Value {
    let full = name.hasPrefix("tosca:") ? String(name.dropFirst(6)) : name
    let names = topology.nodes.filter { node in
      node.type.isKind(of: full) || node.type.isKind(of: "tosca.nodes.\(full)")
    }
    return .list(names.map { .string($0.name.text) })
  }
}

extension OpenStack.Value {
  /// A number or a truth value as text, all else as it is.
  fileprivate var asText: OpenStack.Value {
    switch self {
    case .integer(let number): .string(String(number))
    case .number(let number): .string("\(number)")
    case .bool(let flag): .string(flag ? "true" : "false")
    default: self
    }
  }

  /// The value as `list_join` takes it, which refuses a number from a parameter.
  fileprivate var asJoinable: OpenStack.Value {
    guard let map, map.count == 1, map.first?.key == "get_param" else { return asText }
    return ["str_replace": ["template": "$s0", "params": ["$s0": self]]]
  }
}

extension Diagnostic {
  /// Whoever writes a value of TOSCA may not know Heat, and who does could have the template read files and resources.
  fileprivate static func heatCall(_ entry: PropertyValue.Entry) -> Diagnostic {
    Diagnostic(
      .warning, "heat-call",
      "Heat would take this map for a call of its function '\(entry.key)', so it is left out; where the call is meant, "
        + "'hot.properties' in the node's metadata can have it", at: entry.keyRange)
  }

  fileprivate static func callNotTranslated(
    _ function: PropertyValue.Function, _ place: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated", "this call of '\(function.name)' has no counterpart in HOT and is left out",
      at: place.range)
  }
}
