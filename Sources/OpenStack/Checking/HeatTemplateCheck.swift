import Diagnostics
import TextForms

/// What Heat would refuse in a HOT template, and what it would take but not as it was meant.
///
/// Heat reports the first mistake, and those in values with `get_resource` or `get_attr` only when it creates the
/// resource. Here all come at once. Files that the template names are not opened; `types` are the names of resource types
/// that an environment defines.
package func heatProblems(in template: Value, knowing types: Set<String> = []) -> [HeatProblem] {
  var check = HeatTemplateCheck(customTypes: types)
  check.check(template)
  return check.problems
}

/// The state of one check: what the template declares, and where the check stands in it.
struct HeatTemplateCheck {
  /// How values are read: Senlin is less strict than Heat about some, and more about others.
  enum Dialect {
    case heat, senlin
  }

  var problems: [HeatProblem] = []
  /// Where the check stands.
  var path: [HeatProblem.Step] = []
  var version = HeatVersion.newest
  var parameters: [String: Parameter] = [:]
  var parameterNames: [String] = []
  var resources: [String: Resource] = [:]
  var resourceNames: [String] = []
  var conditions: [String: Int] = [:]
  var conditionNames: [String] = []
  var dialect = Dialect.heat
  let customTypes: Set<String>

  /// For each resource the resources that must be there before it, and where the check stands among them.
  var dependencies: [[Int]] = []
  var currentResource: Int?
  /// Whether a reference may not be one after all, as in a branch of `if`.
  var isInBranch = false
  /// Whether what is looked at is data to Heat, whatever it looks like.
  var isLiteral = false

  private var schemas: [String: ResourceSchema?] = [:]
  var patterns = PatternCache()
  /// The types about which something was said that is said once only.
  var mentionedTypes: Set<String> = []

  struct Resource {
    let position: Int
    let type: String?
  }

  init(customTypes: Set<String>) {
    self.customTypes = customTypes
  }

  /// How many problems are kept; nobody reads more.
  private static let limit = 2 * DiagnosticLog.limit

  /// Whether there is no use in looking further.
  var isFull: Bool { problems.count >= Self.limit }

  /// What a word most likely meant among words of the template, of which there may be very many.
  func nearest(to word: String, among names: [String]) -> String? {
    problems.count < DiagnosticLog.limit ? nearestSpelling(to: word, among: names) : nil
  }

  mutating func report(_ problem: HeatProblem, isAboutKey: Bool = false) {
    guard !isFull else { return }
    var problem = problem
    problem.path = path
    problem.isAboutKey = isAboutKey
    problems.append(problem)
  }

  /// Goes one step into the value, and back.
  mutating func at(_ step: HeatProblem.Step, _ body: (inout Self) -> Void) {
    path.append(step)
    body(&self)
    path.removeLast()
  }

  mutating func at(_ key: String, _ body: (inout Self) -> Void) {
    at(.key(key), body)
  }

  /// The schema of a resource type; nil when it is not known here.
  mutating func schema(of type: String) -> ResourceSchema? {
    if let known = schemas[type] { return known }
    let found = customTypes.contains(type) ? nil : SchemaLookup.heat[type]
    schemas[type] = .some(found)
    return found
  }
}

extension HeatTemplateCheck {
  private static let sections = [
    "heat_template_version", "description", "parameter_groups", "parameters", "resources", "outputs",
  ]

  mutating func check(_ template: Value) {
    guard let sections = template.map else {
      report(.noMap("a template", template))
      return
    }
    readVersion(sections["heat_template_version"])
    let known = version < .newton ? Self.sections : Self.sections + ["conditions"]
    checkKeys(of: sections, "a template", known)
    declare(sections)
    if let value = sections["parameters"] { at("parameters") { $0.checkParameters(value) } }
    if let value = sections["parameter_groups"] { at("parameter_groups") { $0.checkGroups(value) } }
    if let value = sections["conditions"], version >= .newton {
      at("conditions") { $0.checkConditions(value) }
    }
    if let value = sections["resources"] { at("resources") { $0.checkResources(value) } }
    if let value = sections["outputs"] { at("outputs") { $0.checkOutputs(value) } }
    at("resources") { $0.reportCycles() }
  }

  private mutating func readVersion(_ value: Value?) {
    guard let value else {
      report(HeatProblem.missingVersion)
      return
    }
    let text = value.string ?? value.noun
    if let known = HeatVersion(text) {
      version = known
    } else {
      at("heat_template_version") { $0.report(.unknownVersion(text)) }
    }
  }

  /// Notes what the sections have, so that a reference may stand before its target.
  private mutating func declare(_ sections: ValueMap) {
    for (name, definition) in sections["parameters"]?.map ?? ValueMap() {
      parameters[name] = Parameter(definition)
      parameterNames.append(name)
    }
    for (position, condition) in (sections["conditions"]?.map ?? ValueMap()).enumerated() {
      conditions[condition.key] = position
      conditionNames.append(condition.key)
    }
    for (position, resource) in (sections["resources"]?.map ?? ValueMap()).enumerated() {
      resources[resource.key] = Resource(position: position, type: resource.value["type"]?.string)
      resourceNames.append(resource.key)
    }
    dependencies = Array(repeating: [], count: resourceNames.count)
  }

  /// The members of a map, or a problem when the value is none; nothing is an empty map.
  mutating func members(of value: Value, _ noun: String) -> ValueMap {
    if let map = value.map { return map }
    if !value.isNull { report(.noMap(noun, value)) }
    return ValueMap()
  }

  /// Reports the keys that a map may not have.
  mutating func checkKeys(of map: ValueMap, _ noun: String, _ known: [String]) {
    for (key, _) in map where !known.contains(key) {
      at(key) { $0.report(.unknownKey(key, noun, known), isAboutKey: true) }
    }
  }

  private mutating func checkOutputs(_ section: Value) {
    let keys = ["description", "value"] + (version < .newton ? [] : ["condition"])
    for (name, output) in members(of: section, "'outputs'") {
      at(name) { check in
        guard let map = output.map, !map.isEmpty else {
          if output.isNull || output.map != nil {
            check.report(.outputWithoutValue(name), isAboutKey: true)
          } else {
            check.report(.noMap("output '\(name)'", output))
          }
          return
        }
        check.checkKeys(of: map, "an output", keys)
        if let value = map["value"] {
          check.at("value") { $0.checkFunctions(in: value) }
        } else {
          check.report(.outputWithoutValue(name), isAboutKey: true)
        }
        if let condition = map["condition"] { check.at("condition") { $0.checkCondition(condition) } }
      }
    }
  }
}

extension HeatProblem {
  static func noMap(_ noun: String, _ value: Value) -> HeatProblem {
    HeatProblem(.error, "hot-wrong-form", "\(noun) is a map; this is \(value.noun)")
  }

  static func noList(_ noun: String, _ value: Value) -> HeatProblem {
    HeatProblem(.error, "hot-wrong-form", "\(noun) is a list; this is \(value.noun)")
  }

  static func unknownKey(_ key: String, _ noun: String, _ known: [String]) -> HeatProblem {
    HeatProblem(
      .error, "hot-unknown-key", "\(noun) has no key '\(key)'",
      suggestion: nearestSpelling(to: key, among: known))
  }

  fileprivate static var missingVersion: HeatProblem {
    HeatProblem(.error, "hot-unknown-version", "'heat_template_version' is missing")
  }

  fileprivate static func unknownVersion(_ text: String) -> HeatProblem {
    HeatProblem(
      .error, "hot-unknown-version", "'\(text)' is no version of HOT, such as '2021-04-16' or 'wallaby'",
      suggestion: HeatVersion.nearest(to: text))
  }

  fileprivate static func outputWithoutValue(_ name: String) -> HeatProblem {
    HeatProblem(.error, "output-without-value", "output '\(name)' has no 'value'")
  }
}
