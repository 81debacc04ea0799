import Diagnostics
import OpenStack
import TOSCA

/// A property that a node template gives and a mapping has read.
private struct ReadProperty: Hashable {
  let node: NodeTemplate.ID
  /// The place of the capability in the node's list; -1 for a property of the node itself.
  var capability = -1
  /// The place in the list of properties.
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
  var mainParameters: [(parameter: Named<HeatParameter>, place: TOSCADocument.Word)] = []
  /// The properties that mappings have read, so that what nobody reads is reported.
  private var readProperties: Set<ReadProperty> = []
  /// How many properties are being followed at the moment, and how many were for the value at hand.
  var propertyDepth = 0
  var followedProperties = 0
  var isCycleReported = false
  /// The names of resources and parameters, which HOT keeps in one space, and those of outputs.
  private var names: Set<String> = []
  private var outputNames: Set<String> = []
  /// The names that the members of the group will take.
  private let reservedNames: Set<String>

  init(_ topology: Topology, _ plan: TranslationPlan, group: Int?, _ log: DiagnosticLog) {
    self.topology = topology
    self.plan = plan
    self.group = group
    self.log = log
    template = HeatTemplate(version: "2016-04-08", description: topology.document.description)
    reservedNames = Set((group.map { plan.groups[$0].members } ?? []).map { topology[$0].name.text })
  }

  /// Adds a resource; two of one name cannot stand in one template.
  mutating func add(_ name: String, _ resource: HeatResource, for place: TOSCADocument.Word) {
    guard names.insert(name).inserted else {
      log.report(.nameTaken(name, place))
      return
    }
    template.resources.append(Named(name, resource))
  }

  /// Adds a parameter; HOT lets it share no name with a resource.
  mutating func add(_ parameter: Named<HeatParameter>, for place: TOSCADocument.Word) {
    guard names.insert(parameter.name).inserted else {
      log.report(.nameTaken(parameter.name, place))
      return
    }
    template.parameters.append(parameter)
  }

  /// Adds an output; one that the template asks for gives way to none.
  mutating func add(_ name: String, _ output: HeatOutput, for place: TOSCADocument.Word) {
    guard outputNames.insert(name).inserted else {
      log.report(.nameTaken(name, place))
      return
    }
    template.outputs.append(Named(name, output))
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

  /// The value of a property of a node's capability as the template has it.
  mutating func takeValue(_ name: String, of node: NodeTemplate.ID, capability: String) -> PropertyValue? {
    let capabilities = topology[node].capabilities
    guard let place = capabilities.firstIndex(where: { $0.name.text == capability }),
      let offset = capabilities[place].properties.firstIndex(where: { $0.name.text == name })
    else { return nil }
    readProperties.insert(ReadProperty(node: node, capability: place, offset: offset))
    return capabilities[place].properties[offset].value
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
    for (place, capability) in template.capabilities.enumerated() {
      for (offset, assignment) in capability.properties.enumerated() {
        let read = ReadProperty(node: node, capability: place, offset: offset)
        guard !readProperties.contains(read), !assignment.value.isNull else { continue }
        log.report(.propertyLeftOut(assignment.name, template))
      }
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
    return .getParam(imported(name, .getResource(name), type: .string))
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
    return .getParam(imported(name, .getResource(name), type: .string))
  }

  /// The name of the nested template's parameter for a value that the main template gives it.
  mutating func imported(_ name: String, _ value: OpenStack.Value, type: HeatParameter.Kind) -> String {
    if let known = imports.first(where: { $0.value == value }) { return known.parameter }
    var free = name
    while reservedNames.contains(free) || names.contains(free) { free += "_" }
    names.insert(free)
    imports.append((free, value))
    template.parameters.append(Named(free, HeatParameter(type: type)))
    return free
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
