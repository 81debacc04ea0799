import Diagnostics

extension HeatTemplateCheck {
  private static let keys = [
    "type", "properties", "metadata", "depends_on", "deletion_policy", "update_policy", "description",
  ]

  mutating func checkResources(_ section: Value) {
    let keys = version < .newton ? Self.keys : Self.keys + ["external_id", "condition"]
    for (name, definition) in members(of: section, "'resources'") {
      currentResource = resources[name]?.position
      at(name) { check in
        if check.parameters[name] != nil { check.report(.duplicateName(name), isAboutKey: true) }
        if name.contains("/") { check.report(.slashInName(name), isAboutKey: true) }
        guard let map = definition.map else {
          check.report(.noMap("resource '\(name)'", definition))
          return
        }
        check.checkKeys(of: map, "a resource", keys)
        check.checkResource(name, map)
      }
    }
    currentResource = nil
  }

  private mutating func checkResource(_ name: String, _ map: ValueMap) {
    checkDependsOn(map["depends_on"])
    checkDeletionPolicy(map["deletion_policy"])
    if version >= .newton, let condition = map["condition"] {
      at("condition") { $0.checkCondition(condition) }
    }
    for key in ["metadata", "update_policy"] {
      guard let value = map[key] else { continue }
      at(key) { check in
        if value.map == nil { check.report(.noMap("'\(key)'", value)) }
        check.checkFunctions(in: value)
      }
    }
    if let value = map["external_id"] { at("external_id") { $0.checkFunctions(in: value) } }
    if let value = map["properties"] { at("properties") { $0.checkFunctions(in: value) } }
    guard let type = map["type"], !type.isNull else {
      report(.missingKey("type", "resource '\(name)'"), isAboutKey: true)
      return
    }
    guard let type = type.string, !type.isEmpty else {
      at("type") { $0.report(.typeIsNoText(type)) }
      return
    }
    checkType(type, map["properties"], map["update_policy"], isAdopted: map["external_id"] != nil)
  }

  /// Checks a type with the properties that it gets; `isAdopted` of a resource that is there already.
  mutating func checkType(
    _ type: String, _ properties: Value?, _ updatePolicy: Value? = nil, isAdopted: Bool = false
  ) {
    guard let schema = schema(of: type) else {
      at("type") { $0.checkUnknownType(type) }
      return
    }
    at("type") { $0.checkSupport(of: schema) }
    guard !schema.isNoOperation else { return }
    if let map = updatePolicy?.map, function(in: .map(map)) == nil {
      at("update_policy") { $0.checkMembers(map, schema.updatePolicy, of: "the update policy of '\(type)'") }
    }
    guard !isAdopted else { return }
    at("properties") { check in
      let properties = properties ?? .map(ValueMap())
      guard let map = properties.map ?? (properties.isNull ? ValueMap() : nil) else {
        check.report(.noMap("'properties'", properties))
        return
      }
      if check.function(in: properties) != nil {
        check.report(.propertiesFromFunction)
        return
      }
      check.checkMembers(map, schema.properties, of: "'\(type)'")
      check.checkRules(of: type, map)
    }
  }

  private mutating func checkUnknownType(_ type: String) {
    guard !isFull, !customTypes.contains(type), !type.hasSuffix(".yaml"), !type.hasSuffix(".template"),
      !type.contains("://"), !type.hasSuffix(".yml")
    else { return }
    let known = SchemaLookup.heat.types
    let service = type.split(separator: ":").prefix(2).joined(separator: "::") + "::"
    let names = known.filter { $0.hasPrefix(service) }.map { String($0.dropFirst(service.count)) }
    let near =
      names.isEmpty
      ? nearestSpelling(to: type, among: known)
      : nearestSpelling(to: String(type.dropFirst(service.count)), among: names).map { service + $0 }
    report(.unknownType(type, near, isHeats: !names.isEmpty))
  }

  private mutating func checkSupport(of schema: ResourceSchema) {
    switch schema.support {
    case _ where schema.isRetired:
      if mentionedTypes.insert(schema.type).inserted { report(.retiredType(schema.type)) }
    case .deprecated, .hidden: report(.deprecatedType(schema))
    default: break
    }
  }

  private mutating func checkDependsOn(_ value: Value?) {
    guard let value, !value.isNull else { return }
    at("depends_on") { check in
      if let name = value.string {
        check.checkDependency(name)
      } else if let names = value.list {
        for (index, name) in names.enumerated() {
          check.at(.index(index)) { check in
            guard let name = name.string else {
              check.report(.noName(name))
              return
            }
            check.checkDependency(name)
          }
        }
      } else {
        check.report(.noName(value))
      }
    }
  }

  private mutating func checkDeletionPolicy(_ value: Value?) {
    guard let value, !value.isNull, function(in: value) == nil else { return }
    let known = ["Delete", "Retain", "Snapshot"]
    let isKnown =
      value.string.map { text in
        known.contains(text) || version >= .newton && known.contains { $0.lowercased() == text }
      } ?? false
    if !isKnown { at("deletion_policy") { $0.report(.wrongDeletionPolicy(value, known)) } }
  }
}

extension HeatProblem {
  fileprivate static func duplicateName(_ name: String) -> HeatProblem {
    HeatProblem(
      .error, "hot-duplicate-name", "there is a parameter '\(name)', too; a resource cannot have its name")
  }

  fileprivate static func slashInName(_ name: String) -> HeatProblem {
    HeatProblem(.error, "hot-wrong-form", "the name of a resource, '\(name)', has a '/'")
  }

  fileprivate static func typeIsNoText(_ type: Value) -> HeatProblem {
    HeatProblem(.error, "hot-wrong-form", "the type of a resource is a text; this is \(type.noun)")
  }

  fileprivate static func noName(_ value: Value) -> HeatProblem {
    HeatProblem(
      .error, "hot-wrong-form",
      "'depends_on' is the name of a resource or a list of names; this is \(value.noun)")
  }

  fileprivate static var propertiesFromFunction: HeatProblem {
    HeatProblem(.error, "hot-wrong-form", "'properties' is a map as it stands, not what a function gives")
  }

  /// A type of Heat's own services that there is not is a mistake; others may come from an environment.
  fileprivate static func unknownType(_ type: String, _ near: String?, isHeats: Bool) -> HeatProblem {
    if isHeats || near != nil {
      return HeatProblem(
        .error, "hot-unknown-type", "Heat has no resource type '\(type)'", suggestion: near)
    }
    return HeatProblem(
      .warning, "hot-custom-type",
      "resource type '\(type)' is not Heat's own; an environment has to define it")
  }

  fileprivate static func retiredType(_ type: String) -> HeatProblem {
    HeatProblem(
      .info, "hot-retired-type", "'\(type)' takes anything and does nothing in releases of Heat after 2024.1")
  }

  fileprivate static func deprecatedType(_ schema: ResourceSchema) -> HeatProblem {
    let hint = schema.newerType.map { "; '\($0)' takes its place" } ?? ""
    return HeatProblem(
      .warning, "hot-deprecated", "resource type '\(schema.type)' is \(schema.support.rawValue)\(hint)",
      suggestion: schema.newerType)
  }

  fileprivate static func wrongDeletionPolicy(_ value: Value, _ known: [String]) -> HeatProblem {
    HeatProblem(
      .error, "hot-deletion-policy",
      "\(value.noun) is no deletion policy; there are 'Delete', 'Retain' and 'Snapshot'",
      suggestion: value.string.flatMap { nearestSpelling(to: $0, among: known) })
  }
}
