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
      return .map(ValueMap(entries.compactMap { entry in self.value(entry.value).map { (entry.key, $0) } }))
    case .function(let function):
      return call(function, at: value)
    }
  }

  private mutating func call(_ function: PropertyValue.Function, at place: PropertyValue) -> OpenStack.Value?
  {
    let words = function.arguments.compactMap(\.text)
    switch (function.name, words.count) {
    case ("get_input", 1...):
      return input(words, place)
    case ("get_property", 2) where topology.node(named: words[0]) != nil:
      guard let node = topology.node(named: words[0]), let found = topology[node][property: words[1]] else {
        break
      }
      return follow(found, from: place)
    case ("get_attribute", 2) where topology.node(named: words[0]) != nil:
      guard let node = topology.node(named: words[0]) else { break }
      guard plan.group(of: node) == group else {
        report(.attributeOfMany(topology[node], place))
        lostCalls += 1
        return nil
      }
      guard
        let value = NodeMapping.mapping(of: topology[node].type)?.attribute(words[1], node, &self)
      else { break }
      return value
    case ("concat", _):
      return ["list_join": .list(["", .list(function.arguments.compactMap { value($0) })])]
    case ("join", _):
      guard let items = function.arguments.first?.items, function.arguments.count <= 2 else { break }
      let separator = function.arguments.count == 2 ? value(function.arguments[1]) ?? "" : ""
      return ["list_join": .list([separator, .list(items.compactMap { value($0) })])]
    case ("token", _) where function.arguments.count == 3:
      guard let text = value(function.arguments[0]), let separator = value(function.arguments[1]),
        let index = value(function.arguments[2])
      else { break }
      return ["str_split": .list([separator, text, index])]
    default: break
    }
    report(.callNotTranslated(function, place))
    lostCalls += 1
    return nil
  }

  /// The value of a property that another one refers to; what refers in a circle, or to more than any template needs,
  /// is reported.
  private mutating func follow(_ found: PropertyValue, from place: PropertyValue) -> OpenStack.Value? {
    propertyDepth += 1
    followedProperties += 1
    defer {
      propertyDepth -= 1
      if propertyDepth == 0 { followedProperties = 0 }
    }
    guard propertyDepth <= 50, followedProperties <= 10_000 else {
      if !isCycleReported { report(.propertyCycle(place)) }
      isCycleReported = true
      return nil
    }
    return value(found)
  }

  private mutating func input(_ path: [String], _ place: PropertyValue) -> OpenStack.Value? {
    guard let definition = topology.input(path[0]) else { return nil }
    usedInputs.insert(path[0])
    let type = parameterKind(of: definition)
    let name =
      group == nil
      ? path[0]
      : imported(path[0], .getParam(path[0]), type: type, description: definition.description)
    guard path.count > 1 else { return .getParam(name) }
    return ["get_param": .list([.string(name)] + path.dropFirst().map(OpenStack.Value.string))]
  }
}

extension Diagnostic {
  fileprivate static func propertyCycle(_ place: PropertyValue) -> Diagnostic {
    Diagnostic(
      .error, "property-cycle", "this property refers to itself, or to others without end", at: place.range)
  }

  fileprivate static func callNotTranslated(
    _ function: PropertyValue.Function, _ place: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated", "this call of '\(function.name)' has no counterpart in HOT and is left out",
      at: place.range)
  }

  fileprivate static func attributeOfMany(_ node: NodeTemplate, _ place: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' is scaled, so it has this attribute once for each of its instances; the call is left out",
      at: place.range)
  }
}
