import Diagnostics
import OpenStack
import TOSCA

/// A property that a node template gives and a mapping has read.
private struct ReadProperty: Hashable {
  let node: NodeTemplate.ID
  /// The place in the node's list of properties.
  let offset: Int
}

/// One HOT template while it is made: the main one, or the nested one of a group.
struct TemplateBuilder {
  let topology: Topology
  let plan: TranslationPlan
  /// The group whose nested template this is; nil for the main template.
  let group: Int?
  var template: HeatTemplate
  var log: DiagnosticLog
  /// What a nested template takes from outside: a parameter, and the value that the main template gives it.
  private(set) var imports: [(parameter: String, value: OpenStack.Value)] = []
  /// The finished templates of the groups, for the main one.
  var nested: [NestedTemplate] = []
  /// Resources of the main template that must exist before any member of the group.
  private(set) var outerDependencies: [String] = []
  /// Resources that the main template has, also for a nested one.
  private(set) var mainResources: [(name: String, resource: HeatResource, place: TOSCADocument.Word)] = []
  /// Parameters that the main template declares, also for a nested one.
  var mainParameters: [Named<HeatParameter>] = []
  /// The properties that mappings have read, so that what nobody reads is reported.
  private var readProperties: Set<ReadProperty> = []
  private var names: Set<String> = []

  init(_ topology: Topology, _ plan: TranslationPlan, group: Int?, _ log: DiagnosticLog) {
    self.topology = topology
    self.plan = plan
    self.group = group
    self.log = log
    template = HeatTemplate(version: "2016-04-08", description: topology.document.description)
  }

  /// Adds a resource; two of one name cannot stand in one template.
  mutating func add(_ name: String, _ resource: HeatResource, for place: TOSCADocument.Word) {
    guard names.insert(name).inserted else {
      log.report(.nameTaken(name, place))
      return
    }
    template.resources.append(Named(name, resource))
  }

  mutating func report(_ finding: Diagnostic) {
    log.report(finding)
  }

  // MARK: Reading nodes

  /// The value of a node's property as HOT has it; nil when neither template nor type gives one.
  mutating func take(_ name: String, of node: NodeTemplate.ID) -> OpenStack.Value? {
    takeValue(name, of: node).flatMap { value($0) }
  }

  /// The value of a node's property as the template has it.
  mutating func takeValue(_ name: String, of node: NodeTemplate.ID) -> PropertyValue? {
    let template = topology[node]
    guard let offset = template.properties.firstIndex(where: { $0.name.text == name }) else {
      return template[property: name]
    }
    readProperties.insert(ReadProperty(node: node, offset: offset))
    let value = template.properties[offset].value
    return value.isNull ? template[property: name] : value
  }

  /// Counts properties as read that have no counterpart and need none.
  mutating func ignore(_ names: [String], of node: NodeTemplate.ID) {
    for (offset, assignment) in topology[node].properties.enumerated()
    where names.contains(assignment.name.text) {
      readProperties.insert(ReadProperty(node: node, offset: offset))
    }
  }

  /// Reports the properties that the template gives and no mapping has read.
  mutating func reportLeftovers(of node: NodeTemplate.ID) {
    let template = topology[node]
    for (offset, assignment) in template.properties.enumerated() {
      guard !readProperties.contains(ReadProperty(node: node, offset: offset)),
        template.type.property(assignment.name.text) != nil, !assignment.value.isNull
      else { continue }
      log.report(.propertyLeftOut(assignment.name, template))
    }
    for key in template.unreadKeys {
      log.report(.keyLeftOut(key, template))
    }
  }

  /// Takes over what a nested template has read, reported and asks for.
  mutating func absorb(_ nested: TemplateBuilder) {
    log = nested.log
    mainParameters += nested.mainParameters
    for (name, resource, place) in nested.mainResources {
      add(name, resource, for: place)
    }
    readProperties.formUnion(nested.readProperties)
    self.nested.append(NestedTemplate(nested))
  }

  // MARK: References

  /// The id of a node's resource, also from a nested template, which then takes it as a parameter.
  mutating func reference(to node: NodeTemplate.ID) -> OpenStack.Value {
    let name = topology[node].name.text
    guard group != nil, plan.group(of: node) != group else { return .getResource(name) }
    return imported(name, .getResource(name), type: .string)
  }

  /// What a resource writes as `depends_on` for a resource that stands where a node's resource stands.
  mutating func dependency(on name: String, of node: NodeTemplate.ID) -> [String] {
    guard group != nil, plan.group(of: node) != group else { return [name] }
    if !outerDependencies.contains(name) { outerDependencies.append(name) }
    return []
  }

  /// Adds a resource that exists once, however often the group multiplies what refers to it.
  mutating func addToMain(_ name: String, _ resource: HeatResource, for place: TOSCADocument.Word)
    -> OpenStack.Value
  {
    guard group != nil else {
      add(name, resource, for: place)
      return .getResource(name)
    }
    mainResources.append((name, resource, place))
    return imported(name, .getResource(name), type: .string)
  }

  /// A parameter of the nested template with the value that the main template gives it.
  mutating func imported(
    _ name: String, _ value: OpenStack.Value, type: HeatParameter.Kind
  ) -> OpenStack.Value {
    if !imports.contains(where: { $0.parameter == name }) {
      imports.append((name, value))
      template.parameters.append(Named(name, HeatParameter(type: type)))
    }
    return .getParam(name)
  }
}

extension Diagnostic {
  fileprivate static func nameTaken(_ name: String, _ place: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "resource-name-taken",
      "the translation of '\(place.text)' needs the resource name '\(name)', which is taken; rename one of the two",
      at: place.range)
  }

  fileprivate static func propertyLeftOut(_ name: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "property '\(name.text)' of '\(node.name.text)' has no counterpart in the translation and is left out",
      at: name.range)
  }

  fileprivate static func keyLeftOut(_ key: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated", "'\(key.text)' of '\(node.name.text)' is not translated and is left out",
      at: key.range)
  }
}
