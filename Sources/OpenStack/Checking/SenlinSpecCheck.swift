import Diagnostics

/// What Senlin would refuse in the spec of a profile or policy.
package func senlinProblems(in spec: Value) -> [HeatProblem] {
  var check = HeatTemplateCheck(customTypes: [])
  check.checkSpec(spec)
  return check.problems
}

extension HeatTemplateCheck {
  fileprivate mutating func checkSpec(_ spec: Value) {
    guard let map = spec.map else {
      report(.noMap("a spec", spec))
      return
    }
    for key in ["type", "version"] where map[key] == nil { report(.missingKey(key, "a spec")) }
    guard let name = map["type"]?.string, let version = map["version"]?.versionText else {
      for key in ["type", "version"] where map[key]?.versionText == nil && map[key] != nil {
        at(key) { $0.report(.noText(key)) }
      }
      return
    }
    guard let schema = SchemaLookup.senlin["\(name)-\(version)"] else {
      at("type") { $0.report(.unknownSenlinType("\(name)-\(version)")) }
      return
    }
    let isPolicy = name.hasPrefix("senlin.policy.")
    checkKeys(of: map, "a spec", ["type", "version", "properties"] + (isPolicy ? ["description"] : []))
    at("properties") { $0.checkSenlinProperties(map["properties"], schema) }
    guard name == "os.heat.stack", let template = map["properties"]?["template"], template.map != nil else {
      return
    }
    let types = map["properties"]?["environment"]?["resource_registry"]?.map?.keys ?? []
    for problem in heatProblems(in: template, knowing: Set(types)) where !isFull {
      var problem = problem
      problem.path = [.key("properties"), .key("template")] + problem.path
      problems.append(problem)
    }
  }

  /// Checks the spec inside a resource of type `OS::Senlin::Profile` or `OS::Senlin::Policy`.
  mutating func checkSenlin(_ properties: ValueMap) {
    guard let type = properties["type"]?.string else { return }
    guard let schema = SchemaLookup.senlin[type] else {
      at("type") { $0.report(.unknownSenlinType(type)) }
      return
    }
    at("properties") { $0.checkSenlinProperties(properties["properties"], schema) }
  }

  private mutating func checkSenlinProperties(_ properties: Value?, _ schema: ResourceSchema) {
    let properties = properties ?? .map(ValueMap())
    if function(in: properties) != nil { return }
    guard let map = properties.map ?? (properties.isNull ? ValueMap() : nil) else {
      report(.noMap("'properties'", properties))
      return
    }
    dialect = .senlin
    checkMembers(map, schema.properties, of: "'\(schema.type)'")
    dialect = .heat
    if schema.type.hasPrefix("os.heat.stack"), map["template"] == nil, map["template_url"] == nil {
      report(.stackWithoutTemplate)
    }
    if schema.type.hasPrefix("senlin.policy.health") { checkDetection(map["detection"]) }
  }

  /// Polling modes go together, the events of a life cycle stand alone.
  private mutating func checkDetection(_ detection: Value?) {
    guard let modes = detection?["detection_modes"]?.list else { return }
    let types = modes.compactMap { $0["type"]?.string }
    guard types.count == modes.count else { return }
    if types.contains("LIFECYCLE_EVENTS"), types.count > 1 {
      at("detection") { $0.at("detection_modes") { $0.report(.mixedModes) } }
    }
  }
}

extension Value {
  /// A version as Senlin reads it, which may be written as a number.
  fileprivate var versionText: String? {
    switch self {
    case .string(let text): text
    case .number(let number): "\(number)"
    case .integer(let number): "\(number)"
    default: nil
    }
  }
}

extension HeatProblem {
  fileprivate static func unknownSenlinType(_ type: String) -> HeatProblem {
    HeatProblem(
      .error, "senlin-unknown-type", "Senlin has no profile or policy type '\(type)'",
      suggestion: nearestSpelling(to: type, among: SchemaLookup.senlin.types))
  }

  fileprivate static func noText(_ key: String) -> HeatProblem {
    HeatProblem(.error, "hot-wrong-form", "the '\(key)' of a spec is a text")
  }

  fileprivate static var stackWithoutTemplate: HeatProblem {
    HeatProblem(
      .error, "hot-incomplete-properties", "a stack profile needs 'template' or 'template_url'")
  }

  fileprivate static var mixedModes: HeatProblem {
    HeatProblem(
      .error, "hot-conflicting-properties", "'LIFECYCLE_EVENTS' cannot stand beside other detection modes")
  }
}
