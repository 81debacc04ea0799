import Diagnostics
import OpenStack
import TOSCA

/// One HOT template while it is made: the main one, or the nested one of a group.
struct TemplateBuilder {
  let topology: Topology
  let plan: TranslationPlan
  let options: TranslationOptions
  /// The group whose nested template this is; nil for the main template.
  let group: Int?
  var template: HeatTemplate
  var log: DiagnosticLog
  /// What a nested template takes from outside.
  private(set) var imports = Imports()
  /// The finished templates of the groups, for the main one.
  var nested: [NestedTemplate] = []
  /// The load balancers that are policies of their clusters, and nothing of their own.
  var balancersAsPolicies: Set<NodeTemplate.ID> = []
  /// Resources of the main template that must exist before any member of the group.
  private(set) var outerDependencies: [String] = []
  private var outerDependencyNames: Set<String> = []
  /// Resources that the main template has, also for a nested one.
  private(set) var mainResources: [(name: String, resource: HeatResource, place: TOSCADocument.Word)] = []
  /// Parameters that the main template declares, also for a nested one.
  var mainParameters: [(parameter: Named<HeatParameter>, place: TOSCADocument.Word)] = []
  /// The files that go with the templates.
  var attachments = Attachments()
  /// What operations must put out, since some value asks for it.
  var operationOutputs: [OperationOutput] = []
  /// The node whose operations are being given their inputs.
  var consumer: NodeTemplate.ID?
  /// What SELF and the like mean at the moment.
  var scope = ValueScope()
  /// The node that is being translated.
  private var current: NodeTemplate.ID?
  /// Which of its properties the mapping has read; what it does not read is reported.
  ///
  /// The place of a capability, -1 for the node itself, and the place in the list of properties.
  private var read: [(capability: Int, offset: Int)] = []
  private var readSections: Set<String> = []
  private var isLeftOut = false
  /// How many properties are being followed at the moment, and how many were for the value at hand.
  var propertyDepth = 0
  var followedProperties = 0
  var isCycleReported = false
  /// The inputs that a value takes, also in a nested template.
  var usedInputs: Set<String> = []
  /// Whether the value at hand is in Heat's own words.
  var takesHeatCalls = false
  /// The inputs that a parameter of another name stands for where a number is computed from them.
  var replacedInputs: Set<String> = []
  /// How many calls had no counterpart; a value around one would be wrong.
  var lostCalls = 0
  /// How many volumes were attached to servers.
  var attachmentCount = 0
  /// The names of resources and parameters, which HOT keeps in one space, and those of outputs.
  private var names: Set<String> = []
  private var resourcePlaces: [String: Int] = [:]
  private var parameterPlaces: [String: Int] = [:]
  /// What resources and parameters come from, and outputs.
  private(set) var places: [String: TOSCADocument.Word] = [:]
  /// The TOSCA type of the mapping that is at work.
  var mappingAtWork: String?
  /// The types of what each mapping has made, by its TOSCA type.
  private(set) var made: [String: Set<String>] = [:]
  private(set) var outputPlaces: [String: TOSCADocument.Word] = [:]
  /// Where the topology gives a resource a property in Heat's own words, by resource and property.
  var rawPlaces: [String: [String: SourceRange]] = [:]
  /// The names that the members of the group will take.
  private let reservedNames: Set<String>

  init(
    _ topology: Topology, _ plan: TranslationPlan, _ options: TranslationOptions, group: Int?,
    _ log: DiagnosticLog
  ) {
    self.topology = topology
    self.plan = plan
    self.options = options
    self.group = group
    self.log = log
    template = HeatTemplate(
      version: "2016-04-08", description: group == nil ? topology.document.description : "Scaling template")
    reservedNames = Set((group.map { plan.groups[$0].members } ?? []).map { topology[$0].name.text })
  }

  /// Adds a resource; two of one name cannot stand in one template.
  mutating func add(_ name: String, _ resource: HeatResource, for place: TOSCADocument.Word) {
    guard names.insert(name).inserted else {
      log.report(.nameTaken(name, place))
      return
    }
    places[name] = place
    note(resource.type)
    resourcePlaces[name] = template.resources.count
    template.resources.append(Named(name, resource))
  }

  /// Remembers what the mapping at work makes.
  mutating func note(_ resource: String, by mapping: String? = nil) {
    guard let mapping = mapping ?? mappingAtWork else { return }
    made[mapping, default: []].insert(resource)
  }

  /// Adds a parameter; HOT lets it share no name with a resource.
  mutating func add(_ parameter: Named<HeatParameter>, for place: TOSCADocument.Word) {
    guard names.insert(parameter.name).inserted else {
      log.report(.nameTaken(parameter.name, place))
      return
    }
    places[parameter.name] = place
    parameterPlaces[parameter.name] = template.parameters.count
    template.parameters.append(parameter)
  }

  /// Adds an output; one that the template asks for gives way to none.
  mutating func add(_ name: String, _ output: HeatOutput, for place: TOSCADocument.Word) {
    guard outputPlaces[name] == nil else {
      log.report(.nameTaken(name, place))
      return
    }
    outputPlaces[name] = place
    template.outputs.append(Named(name, output))
  }

  /// The place of a resource in the template; nil when it has none of that name.
  func place(ofResource name: String) -> Int? {
    resourcePlaces[name]
  }

  /// The parameter of a name that the template declares.
  func parameter(named name: String) -> HeatParameter? {
    parameterPlaces[name].map { template.parameters[$0].element }
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
    let properties = topology.properties(of: node)
    guard let offset = properties.firstIndex(where: { $0.name.text == name }) else {
      return topology.type(of: node).defaultValue(of: name)
    }
    mark(-1, offset, of: node)
    let value = properties[offset].value
    return value.isNull ? topology[node][property: name] : value
  }

  /// The value of a property of a node's capability as the template has it.
  mutating func takeValue(_ name: String, of node: NodeTemplate.ID, capability: String) -> PropertyValue? {
    let capabilities = topology[node].capabilities
    guard let place = capabilities.firstIndex(where: { $0.name.text == capability }),
      let offset = capabilities[place].properties.firstIndex(where: { $0.name.text == name })
    else { return nil }
    mark(place, offset, of: node)
    return capabilities[place].properties[offset].value
  }

  /// Counts properties as read that have no counterpart and need none.
  mutating func ignore(_ names: [String], of node: NodeTemplate.ID) {
    let properties = topology[node].properties
    for offset in properties.indices where names.contains(properties[offset].name.text) {
      mark(-1, offset, of: node)
    }
  }

  /// Counts what a node says of one of its capabilities as read.
  mutating func ignore(capability: String, of node: NodeTemplate.ID) {
    let capabilities = topology[node].capabilities
    guard let place = capabilities.firstIndex(where: { $0.name.text == capability }) else { return }
    for offset in capabilities[place].properties.indices { mark(place, offset, of: node) }
  }

  /// Reports a node that is left out as a whole, and none of its parts.
  mutating func leaveOut(_ finding: Diagnostic) {
    log.report(finding)
    isLeftOut = true
  }

  /// Counts a section of the node that is being translated, such as `interfaces`, as read.
  mutating func readSection(_ name: String) {
    readSections.insert(name)
  }

  private mutating func mark(_ capability: Int, _ offset: Int, of node: NodeTemplate.ID) {
    if node == current { read.append((capability, offset)) }
  }

  /// Translates a node by a mapping, and reports the properties that the template gives and the mapping does not read.
  mutating func translate(_ node: NodeTemplate.ID, by mapping: NodeMapping) {
    current = node
    mappingAtWork = mapping.type
    defer { mappingAtWork = nil }
    read.removeAll(keepingCapacity: true)
    readSections.removeAll(keepingCapacity: true)
    isLeftOut = false
    scope = ValueScope(node: node)
    mapping.translate(node, &self)
    addConsequences(of: node)
    addRawProperties(of: node)
    scope = ValueScope()
    if let endpoint = plan.balancedEndpoint(of: node) {
      // The policy of the cluster reads them.
      for name in ["protocol", "port"] { _ = takeValue(name, of: node, capability: endpoint) }
    }
    current = nil
    guard !isLeftOut else { return }
    if !readSections.contains("properties") {
      reportLeftovers(topology[node].properties, -1, of: node)
      for (place, capability) in topology[node].capabilities.enumerated() {
        reportLeftovers(capability.properties, place, of: node)
      }
    }
    for key in topology[node].unreadKeys where !readSections.contains(key.text) {
      log.report(.keyLeftOut(key, topology[node]))
    }
  }

  private mutating func reportLeftovers(
    _ properties: [Assignment], _ capability: Int, of node: NodeTemplate.ID
  ) {
    for (offset, assignment) in properties.enumerated() where !assignment.value.isNull {
      if !read.contains(where: { $0 == (capability, offset) }) {
        log.report(.propertyLeftOut(assignment.name, topology[node]))
      }
    }
  }

  /// Hands the findings and the files over to a nested template, so that there is one of each, which nothing copies.
  ///
  /// ``absorb(_:)`` takes them back.
  mutating func lend(to nested: inout TemplateBuilder) {
    swap(&log, &nested.log)
    swap(&attachments, &nested.attachments)
  }

  /// Takes over what a nested template has reported and asks for.
  mutating func absorb(_ nested: inout TemplateBuilder) {
    lend(to: &nested)
    operationOutputs += nested.operationOutputs.filter(\.isInMain)
    mainParameters += nested.mainParameters
    usedInputs.formUnion(nested.usedInputs)
    replacedInputs.formUnion(nested.replacedInputs)
    made.merge(nested.made) { $0.union($1) }
    for (name, resource, place) in nested.mainResources {
      add(name, resource, for: place)
    }
    self.nested.append(NestedTemplate(nested))
  }

  // MARK: References

  /// The id of a node's resource, also from a nested template, which then takes it as a parameter.
  mutating func reference(to node: NodeTemplate.ID) -> OpenStack.Value {
    let name = topology[node].name.text
    guard group != nil, plan.group(of: node) != group else { return .getResource(name) }
    return importedID(of: name)
  }

  /// The id of a further resource that stands where a node's resource stands.
  mutating func reference(toResource name: String, of node: NodeTemplate.ID) -> OpenStack.Value {
    guard group != nil, plan.group(of: node) != group else { return .getResource(name) }
    return importedID(of: name)
  }

  /// The id of a resource of the main template, also from a nested one.
  mutating func referenceToMain(_ name: String) -> OpenStack.Value {
    guard group != nil else { return .getResource(name) }
    return importedID(of: name)
  }

  /// A value as the main template has it, for a resource that stands there and not in a nested one.
  mutating func mainValue(_ value: PropertyValue) -> OpenStack.Value? {
    guard group != nil else { return self.value(value) }
    let before = imports.all.count
    let result = self.value(value)?.replacingParameters(with: imports.values)
    while imports.all.count > before { removeLastImport() }
    return result
  }

  /// The id of a resource of the main template, as a parameter of a nested one.
  mutating func importedID(of name: String) -> OpenStack.Value {
    .getParam(imported("\(name.lowercased())_id", .getResource(name), type: .string))
  }

  /// What a resource writes as `depends_on` for a resource that stands where a node's resource stands.
  mutating func dependency(on name: String, of node: NodeTemplate.ID) -> [String] {
    guard group != nil, plan.group(of: node) != group else { return [name] }
    dependOutside(on: name, of: node)
    return []
  }

  /// Makes the group wait for a resource of the main template.
  mutating func dependOutside(on name: String) {
    if outerDependencyNames.insert(name).inserted { outerDependencies.append(name) }
  }

  /// Makes the group wait for a resource of the main template that stands where a node's resource stands.
  mutating func dependOutside(on name: String, of node: NodeTemplate.ID) {
    guard group != nil, plan.group(of: node) != group else { return }
    dependOutside(on: name)
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
    return importedID(of: name)
  }

  /// The name of the nested template's parameter for a value that the main template gives it.
  mutating func imported(
    _ name: String, _ value: OpenStack.Value, type: HeatParameter.Kind, description: String? = nil,
    isHidden: Bool = false
  ) -> String {
    if let known = imports.parameter(for: value) { return known }
    var free = name
    while reservedNames.contains(free) || names.contains(free) { free += "_" }
    names.insert(free)
    imports.add(free, value)
    var parameter = HeatParameter(type: type)
    parameter.description = description
    parameter.isHidden = isHidden
    parameterPlaces[free] = template.parameters.count
    template.parameters.append(Named(free, parameter))
    return free
  }

  private mutating func removeLastImport() {
    let name = imports.removeLast()
    names.remove(name)
    parameterPlaces[name] = nil
    template.parameters.removeLast()
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
