package import Diagnostics
package import OpenStack
package import TOSCA

/// What a topology becomes: a main HOT template, the nested ones it names, and bare Senlin specs.
package struct Translation: Sendable {
  package let plan: TranslationPlan
  /// The template that a stack is created from.
  package var main: HeatTemplate
  /// The nested templates with the names under which the main one has them.
  package var nested: [Named<HeatTemplate>]
  /// The specs of the profiles and policies, for a Senlin that Heat does not reach; without references to the stack.
  package var specs: [Named<SenlinSpec>]
  /// The files that the templates name with `get_file`, beside themselves.
  package let attachments: [Attachment]
  /// The types of the resources, and of the policies of clusters, that each mapping has made, by its TOSCA type.
  package let made: [String: Set<String>]
  /// The deployment flavour of a VNF that is translated; nil for what has none.
  package let flavour: String?
  /// The templates that come as they are from a package, by their names.
  var given: [String: SourceFile] = [:]
  /// The files that these name.
  package internal(set) var givenAttachments: [Attachment] = []

  /// Every file with its name and text: `stack.yaml`, the nested templates, `senlin/*.yaml`.
  package var files: [(name: String, bytes: [UInt8])] {
    [(Self.mainName, mainText)] + nestedFiles
      + specs.map { ("senlin/\($0.name).yaml", $0.element.value.yaml) }
  }

  /// The files that go with the main template to Heat.
  package var nestedFiles: [(name: String, bytes: [UInt8])] {
    nested.map { ($0.name, given[$0.name]?.bytes ?? $0.element.value.yaml) }
  }

  /// The text of the main template.
  package var mainText: [UInt8] {
    given[Self.mainName]?.bytes ?? main.value.yaml
  }

  static let mainName = "stack.yaml"
}

/// Translates a topology; the same topology gives the same values.
///
/// - Returns: nil when the log has errors and the options do not say to go on; a topology that had some before is then
///   not looked at again.
package func translate(
  _ topology: Topology, _ options: TranslationOptions = TranslationOptions(),
  reporting log: inout DiagnosticLog
) -> Translation? {
  guard options.keepsGoing || !log.hasErrors else { return nil }
  let topology = topology.deployed(reporting: &log)
  checkNames(topology, reporting: &log)
  let plan = TranslationPlan(
    topology, driver: options.driver, lifecycle: options.lifecycle, reporting: &log)
  var main = TemplateBuilder(topology, plan, options, group: nil, log)
  main.attachments = Attachments(beside: ["stack.yaml"] + plan.groups.map(\.names.file))
  for offset in plan.groups.indices {
    var builder = TemplateBuilder(topology, plan, options, group: offset, DiagnosticLog())
    main.lend(to: &builder)
    for node in plan.groups[offset].members {
      builder.translate(node)
    }
    builder.declareOperationOutputs()
    builder.template.version = max(builder.template.version, builder.template.oldestVersion)
    builder.checkTemplate()
    main.absorb(&builder)
  }
  main.settleBalancers()
  main.translateAll()
  main.declareOperationOutputs()
  main.template.version = max(main.template.version, main.template.oldestVersion)
  main.checkTemplate()
  log = main.log
  log.fillPaths(in: topology.document.tree)
  guard options.keepsGoing || !log.hasErrors else { return nil }
  let files = plan.groups.indices.filter { main.nested[$0].serverProfile == nil }
  return Translation(
    plan: plan, main: main.template,
    nested: files.map { Named(plan.groups[$0].names.file, main.nested[$0].template) },
    specs: main.specs, attachments: main.attachments.all, made: main.made, flavour: topology.deployedFlavour)
}

/// Reports names that cannot become names of resources and files.
private func checkNames(_ topology: Topology, reporting log: inout DiagnosticLog) {
  let names =
    topology.nodes.map(\.name) + topology.policies.map(\.name)
    + topology.policies.flatMap(\.triggers).map(\.name) + DeploymentSizes.aspectNames(of: topology)
  for name in names {
    let isUsable =
      !name.text.isEmpty && name.text.utf8.count <= 200
      && name.text.utf8.allSatisfy { $0 != 0x2F && $0 != 0x5C && $0 >= 32 && $0 != 127 }
    if !isUsable { log.report(.unusableName(name)) }
  }
}

extension TemplateBuilder {
  /// Makes the main template: inputs, the nodes outside of groups, policies, outputs.
  fileprivate mutating func translateAll() {
    for input in topology.inputs where !topology.isSubstitute {
      addParameter(input)
    }
    addKeyPairParameter()
    for node in topology.nodeIDs where plan.group(of: node) == nil {
      if balancersAsPolicies.contains(node) {
        translate(node, by: .balancerOfClusters)
      } else {
        translate(node)
      }
    }
    for (offset, policy) in topology.policies.enumerated() {
      if let mapping = PolicyMapping.mapping(of: policy.type) {
        mappingAtWork = mapping.type
        mapping.translate(offset, &self)
        mappingAtWork = nil
      } else {
        report(.policyLeftOut(policy))
      }
    }
    addMaintenanceAlarms()
    reportGroups()
    var added: [String: HeatParameter] = [:]
    for (parameter, place) in mainParameters where added[parameter.name] != parameter.element {
      // Several nodes may share one, such as a network outside.
      added[parameter.name] = parameter.element
      add(parameter, for: place)
    }
    for output in topology.outputs {
      let lost = lostCalls
      guard let value = output.value.flatMap({ self.value($0) }), lostCalls == lost else { continue }
      add(output.name.text, HeatOutput(value, description: output.description), for: output.name)
    }
    // What describes a VNF is given to the topology that stands for it, which need not use it.
    for input in topology.inputs where topology.isSubstitute && usedInputs.contains(input.name.text) {
      addParameter(input)
    }
    removeReplacedParameters()
    for section in topology.document.unreadSections where !isRead(section) {
      report(.sectionLeftOut(section))
    }
  }

  private mutating func addParameter(_ input: PropertyDefinition) {
    add(Named(input.name.text, parameter(of: input)), for: input.name)
  }

  /// Whether a section has all its effect, or what has none is reported one by one: groups count as targets of policies,
  /// relationship templates where a requirement names them, mappings as what a VNF offers.
  private func isRead(_ section: TOSCADocument.Word) -> Bool {
    switch section.text {
    case "groups", "relationship_templates": return true
    case "substitution_mappings":
      let type = topology.substitution?.nodeType.flatMap { topology.types.known(.node, $0) }
      return type?.isKind(of: "tosca.nodes.nfv.VNF") == true
    default: return false
    }
  }

  /// Reports the groups that no policy is for.
  private mutating func reportGroups() {
    let targets = Set(topology.policies.flatMap(\.targets).map(\.name.text))
    for group in topology.groups where !targets.contains(group.name.text) {
      report(
        group.type.isKind(of: "tosca.groups.nfv.VNFFG") ? .graphLeftOut(group.name) : .groupLeftOut(group))
    }
  }

  fileprivate mutating func translate(_ node: NodeTemplate.ID) {
    guard let mapping = NodeMapping.mapping(of: node, in: topology) else {
      report(.nodeLeftOut(topology[node]))
      return
    }
    translate(node, by: mapping)
  }
}

extension Diagnostic {
  fileprivate static func unusableName(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "unusable-name",
      "'\(name.text)' cannot name a resource: up to 200 bytes, without '/', '\\' and control characters, can",
      at: name.range)
  }

  fileprivate static func nodeLeftOut(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "node template '\(node.name.text)' of type '\(node.type.name)' is not translated and is left out",
      at: node.name.range)
  }

  fileprivate static func graphLeftOut(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "forwarding graph '\(name.text)' is left out: service chains are outside of Heat's templates",
      at: name.range)
  }

  fileprivate static func groupLeftOut(_ group: Group) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "group '\(group.name.text)' of type '\(group.type.name)' has no counterpart and is left out",
      at: group.name.range)
  }

  fileprivate static func sectionLeftOut(_ section: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated", "the section '\(section.text)' is not translated and is left out",
      at: section.range)
  }
}
