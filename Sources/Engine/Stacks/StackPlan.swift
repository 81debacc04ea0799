import GRDB
import OpenStack
import Synchronization

/// A template that was read and checked, ready to make stacks of.
struct StackPlan: Sendable {
  /// A resource with what it waits for.
  struct Step: Sendable {
    let name: String
    let definition: HeatResource
    let type: ResourceType
    /// The names of the resources it refers to or depends on.
    fileprivate(set) var requirements: Set<String>
  }

  let blueprint: Blueprint
  let template: HeatTemplate
  /// In the template's order.
  let steps: [Step]
  private let indices: [String: Int]
  private let dependentNames: [String: [String]]
  /// What each member of a scaling group is made of.
  let member: Step?

  subscript(name: String) -> Step? {
    indices[name].map { steps[$0] } ?? member
  }

  /// The names of the resources that wait for one.
  func dependents(of name: String) -> [String] {
    dependentNames[name] ?? []
  }
}

extension StackPlan {
  /// Reads and checks the blueprint's template, or that of one of its files.
  init(_ blueprint: Blueprint, file: String? = nil) throws(EngineError) {
    self.blueprint = blueprint
    let source: Value
    if let file {
      guard let text = blueprint.files[file] else {
        throw .stackValidationFailed("No content found in the \"files\" section for template path: \(file)")
      }
      do throws(YAMLTextError) {
        if let value = Value(json: text) {
          source = value
        } else {
          source = try Value(readingYAML: text)
        }
      } catch {
        throw .stackValidationFailed("Error parsing template \(file): \(error.message)")
      }
    } else {
      source = blueprint.template
    }
    do {
      template = try HeatTemplate(source)
    } catch {
      throw EngineError(.invalid, error.name, error.message)
    }
    var steps: [Step] = []
    let names = Set(template.resources.map(\.name))
    for resource in template.resources {
      steps.append(
        try Step(
          resource.name, resource.element, beside: names, parameters: template.parameters, of: blueprint))
    }
    Self.addOrder(to: &steps)
    self.steps = steps
    dependentNames = steps.reduce(into: [:]) { names, step in
      for requirement in step.requirements { names[requirement, default: []].append(step.name) }
    }
    indices = Dictionary(steps.enumerated().map { ($1.name, $0) }) { first, _ in first }
    try Self.checkOutputs(template)
    if let cycle = Self.cycle(in: steps) {
      throw EngineError(.invalid, "CircularDependencyException", "Circular Dependency Found: \(cycle)")
    }
    member = try blueprint.member.map { member throws(EngineError) in try Self.member(member, of: blueprint) }
  }

  /// Makes each resource wait for those that its type follows.
  private static func addOrder(to steps: inout [Step]) {
    struct Key: Hashable {
      let type: String
      let value: Value
    }
    var groups: [Key: [String]] = [:]
    let followed = Set(steps.compactMap(\.type.follows?.type))
    let property = Dictionary(steps.compactMap(\.type.follows)) { first, _ in first }
    for step in steps where followed.contains(step.type.name) {
      guard let name = property[step.type.name], let value = step.definition[name] else { continue }
      groups[Key(type: step.type.name, value: value), default: []].append(step.name)
    }
    guard !groups.isEmpty else { return }
    let stated = Dictionary(steps.map { ($0.name, $0.requirements) }) { first, _ in first }
    for offset in steps.indices {
      guard let follows = steps[offset].type.follows, let value = steps[offset].definition[follows.sharing]
      else { continue }
      // What is said the other way round stays so, instead of a circle.
      let first = (groups[Key(type: follows.type, value: value)] ?? []).filter { name in
        stated[name]?.contains(steps[offset].name) != true
      }
      steps[offset].requirements.formUnion(first)
    }
  }

  private static func member(_ definition: Value, of blueprint: Blueprint) throws(EngineError) -> Step {
    let template: HeatTemplate
    do {
      template = try HeatTemplate([
        "heat_template_version": "2016-04-08", "resources": ["member": definition],
      ])
    } catch {
      throw EngineError(.invalid, error.name, error.message)
    }
    guard let resource = template.resources.first else {
      throw .stackValidationFailed("The group has no resource.")
    }
    return try Step(
      resource.name, resource.element, beside: ["member"], parameters: template.parameters, of: blueprint)
  }

  private static func checkOutputs(_ template: HeatTemplate) throws(EngineError) {
    let names = Set(template.resources.map(\.name))
    for output in template.outputs {
      try output.element.value.checkCalls(parameters: template.parameters)
      for reference in output.element.value.references where !names.contains(reference) {
        throw .incorrectReference(reference, in: "outputs.\(output.name)")
      }
    }
  }

  /// The names along a circle of requirements, if there is one.
  private static func cycle(in steps: [Step]) -> String? {
    var waiting = Dictionary(steps.map { ($0.name, $0.requirements) }) { first, _ in first }
    while true {
      let ready = waiting.filter { $0.value.isDisjoint(with: waiting.keys) }.keys
      if ready.isEmpty { break }
      for name in ready { waiting[name] = nil }
    }
    guard !waiting.isEmpty else { return nil }
    return waiting.keys.sorted().joined(separator: ", ")
  }
}

extension StackPlan.Step {
  init(
    _ name: String, _ definition: HeatResource, beside names: Set<String>, parameters: [Named<HeatParameter>],
    of blueprint: Blueprint
  ) throws(EngineError) {
    self.name = name
    self.definition = definition
    type = try ResourceType.find(definition.type, in: blueprint)
    var requirements = Set(definition.dependsOn)
    for (_, value) in definition.properties {
      try value.checkCalls(parameters: parameters)
      requirements.formUnion(value.references)
    }
    for requirement in requirements.sorted()
    where !names.contains(requirement) {
      throw .incorrectReference(requirement, in: name)
    }
    self.requirements = requirements
    try type.check(definition.properties, of: name)
  }
}

extension Value {
  /// The resources that `get_resource` and `get_attr` name in this value.
  var references: Set<String> {
    switch self {
    case .list(let items): return items.reduce(into: []) { $0.formUnion($1.references) }
    case .map(let map):
      if let (function, argument) = call {
        if function == "get_resource" { return Set([argument.string].compactMap { $0 }) }
        if function == "get_attr" {
          return Set([argument.list?.first?.string].compactMap { $0 }).union(argument.references)
        }
      }
      return map.reduce(into: []) { $0.formUnion($1.value.references) }
    default: return []
    }
  }

  /// Refuses functions that the engine does not know and parameters that the template does not declare.
  fileprivate func checkCalls(parameters: [Named<HeatParameter>]) throws(EngineError) {
    switch self {
    case .list(let items):
      for item in items { try item.checkCalls(parameters: parameters) }
    case .map(let map):
      if let (function, argument) = call {
        guard Self.functions.contains(function) else { throw .unsupportedFunction(function) }
        if function == "get_param", let name = argument.string ?? argument.list?.first?.string,
          !name.hasPrefix("OS::"), !parameters.contains(where: { $0.name == name })
        {
          throw .incorrectReference(name, in: "get_param")
        }
      }
      for (_, value) in map { try value.checkCalls(parameters: parameters) }
    default: break
    }
  }
}

/// The plans of blueprints in use, so that five hundred nodes read their template once.
final class PlanCache: Sendable {
  private struct Key: Hashable {
    let blueprint: Int64
    let file: String?
  }

  private let plans = Mutex<[Key: StackPlan]>([:])

  /// The plan of a stored blueprint.
  func plan(_ database: Database, blueprint id: Int64, file: String?) throws -> StackPlan {
    let key = Key(blueprint: id, file: file)
    if let plan = plans.withLock({ $0[key] }) { return plan }
    guard let blueprint = try Blueprint.find(database, id) else {
      throw EngineError.store("the database has no blueprint \(id); it was changed by another program")
    }
    let plan = try StackPlan(blueprint, file: file)
    plans.withLock { plans in
      if plans.count >= 64 { plans.removeAll() }
      plans[key] = plan
    }
    return plan
  }
}

extension EngineError {
  fileprivate static func incorrectReference(_ name: String, in place: String) -> EngineError {
    EngineError(
      .invalid, "InvalidTemplateReference", "The specified reference \"\(name)\" (in \(place)) is incorrect.")
  }
}
