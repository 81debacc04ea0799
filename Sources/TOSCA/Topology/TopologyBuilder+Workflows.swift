import Diagnostics

extension TopologyBuilder {
  /// Checks the declared workflows: the nodes, steps, operations and workflows that they name
  /// (TOSCA Simple Profile 1.3, 3.8.9 and chapter 7).
  mutating func checkWorkflows() {
    for workflow in topology.document.workflows {
      for input in workflow.inputs { input.definition.map { check($0.schema) } }
      for precondition in workflow.preconditions {
        check(precondition.condition, on: targets(precondition.target), at: precondition.relationship)
      }
      let steps = Set(workflow.steps.map(\.name.text))
      for step in workflow.steps {
        let targets = targets(step.target)
        check(step.filter, on: targets, at: step.relationship)
        for activity in step.activities { check(activity, on: targets) }
        for successor in step.successors where !steps.contains(successor.text) {
          log.report(.unknownStep(successor, workflow))
        }
      }
      checkOrder(of: workflow)
    }
  }

  /// The nodes that a target names: one node, or the members of a group.
  private mutating func targets(_ name: TOSCADocument.Word?) -> [NodeTemplate.ID] {
    guard let name else { return [] }
    if let node = topology.node(named: name.text) { return [node] }
    guard let group = topology.groupsByName[name.text] else {
      log.report(.unknownStepTarget(name, topology))
      return []
    }
    return topology.groups[group].members.compactMap(\.node)
  }

  private mutating func check(
    _ condition: ConditionClause, on targets: [NodeTemplate.ID], at relationship: TOSCADocument.Word?
  ) {
    guard let target = targets.first, !topology[target].type.isUnknown else { return }
    let type = topology[target].type
    if let relationship {
      let known = type.requirements.map(\.name.text)
      if !known.contains(relationship.text) {
        log.report(.unknownMember("unknown-requirement", "requirement", relationship, type, known))
      }
      return
    }
    let known = type.attributes.map(\.name.text) + type.properties.map(\.name.text)
    for (attribute, _) in condition.assertions where !known.contains(attribute.text) {
      log.report(.unknownMember("unknown-attribute", "attribute", attribute, type, known))
    }
  }

  /// Checks one activity (3.6.23) on the nodes that it is for.
  mutating func check(_ activity: Activity, on targets: [NodeTemplate.ID]) {
    switch activity.kind {
    case .delegate, .setState: break
    case .inline:
      let workflows = topology.document.workflows
      if !workflows.contains(where: { $0.name.text == activity.name.text }) {
        log.report(.unknownWorkflow(activity.name, workflows.map(\.name.text)))
      }
    case .callOperation:
      // One of the nodes has the operation; the policies of others say so with fewer.
      var findings: [Diagnostic] = []
      for target in targets {
        guard let finding = trouble(with: activity.name, topology[target].type) else { return }
        findings.append(finding)
      }
      findings.first.map { log.report($0) }
    }
  }

  /// An operation is named as `<interface>.<operation>`; the name of the interface may have dots itself.
  private mutating func trouble(with name: TOSCADocument.Word, _ type: ResolvedType) -> Diagnostic? {
    guard !type.isUnknown else { return nil }
    guard let dot = name.text.lastIndex(of: ".") else { return .badOperation(name) }
    let (interface, operation) = (
      String(name.text[..<dot]), String(name.text[name.text.index(after: dot)...])
    )
    let definition = type.interfaces.first {
      $0.name.text == interface || $0.type?.text == interface || interface.hasSuffix("." + $0.name.text)
    }
    guard let definition else {
      let known = type.interfaces.map(\.name.text)
      var finding = Diagnostic.unknownMember(
        "unknown-interface", "interface", .init(text: interface, range: name.range), type, known)
      // The range has the operation too, and so has what would be right there.
      finding.suggestion = finding.suggestion.map { "\($0).\(operation)" }
      return finding
    }
    let known = operations(of: definition)
    return known.contains(operation) ? nil : .unknownCalledOperation(operation, interface, name, known)
  }

  // MARK: Order

  /// Reports steps that come after themselves.
  private mutating func checkOrder(of workflow: WorkflowSyntax) {
    var waiting: [String: Int] = [:]
    let successors = Dictionary(
      workflow.steps.map { ($0.name.text, $0.successors.map(\.text)) },
      uniquingKeysWith: { first, _ in first })
    for step in workflow.steps { waiting[step.name.text] = 0 }
    for (_, names) in successors {
      for name in names { waiting[name]? += 1 }
    }
    var ready = workflow.steps.map(\.name.text).filter { waiting[$0] == 0 }
    while let step = ready.popLast() {
      waiting[step] = nil
      for name in successors[step] ?? [] {
        guard let count = waiting[name] else { continue }
        waiting[name] = count - 1
        if count == 1 { ready.append(name) }
      }
    }
    if let stuck = workflow.steps.first(where: { waiting[$0.name.text] != nil }) {
      log.report(.stepCycle(stuck.name, workflow.name))
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownStep(_ name: TOSCADocument.Word, _ workflow: WorkflowSyntax) -> Diagnostic {
    Diagnostic(
      .error, "unknown-step", "'\(name.text)' is not a step of workflow '\(workflow.name.text)'",
      at: name.range,
      suggestion: nearestSpelling(to: name.text, among: workflow.steps.map(\.name.text)))
  }

  fileprivate static func unknownStepTarget(_ name: TOSCADocument.Word, _ topology: Topology) -> Diagnostic {
    Diagnostic(
      .error, "unknown-node", "'\(name.text)' is not a node template or group", at: name.range,
      suggestion: topology.nearestNodeOrGroup(to: name))
  }

  fileprivate static func unknownWorkflow(_ name: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-workflow", "'\(name.text)' is not a workflow of this template", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func badOperation(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "unknown-operation",
      "'\(name.text)' names no operation; it is written as '<interface>.<operation>', such as 'Standard.start'",
      at: name.range)
  }

  fileprivate static func unknownCalledOperation(
    _ operation: String, _ interface: String, _ name: TOSCADocument.Word, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-operation", "interface '\(interface)' has no operation '\(operation)'", at: name.range,
      suggestion: nearestSpelling(to: operation, among: known).map { "\(interface).\($0)" })
  }

  fileprivate static func stepCycle(_ name: TOSCADocument.Word, _ workflow: TOSCADocument.Word) -> Diagnostic
  {
    Diagnostic(
      .error, "step-cycle", "step '\(name.text)' of workflow '\(workflow.text)' comes after itself",
      at: name.range)
  }
}
