import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// Prepares a server for what runs on it, and adds what is run for the server itself and what it has in common with
  /// servers of other templates.
  mutating func addSoftware(ofServer server: NodeTemplate.ID) {
    let nodes = plan.software.nodes(on: server)
    guard !nodes.isEmpty else { return }
    prepareServer(server)
    for node in nodes {
      if node == server {
        addSoftware(of: node)
      } else if plan.group(of: node) != group, serversHere(of: node).first == server {
        // The rest of it is told when the node itself is translated.
        addSoftware(of: node)
      }
    }
  }

  /// Adds what Heat runs for a node on its servers in this template.
  mutating func addSoftware(of node: NodeTemplate.ID) {
    readSection("interfaces")
    if topology.artifacts(of: node).allSatisfy({ $0.type?.text.contains("Deployment") != true }) {
      readSection("artifacts")
    }
    guard let software = plan.software.software(of: node) else { return }
    let servers = serversHere(of: node)
    guard !servers.isEmpty else {
      let isElsewhere = !plan.software.servers(of: node, topology).isEmpty
      if !isElsewhere { report(.softwareOnNoServer(topology[node])) }
      return
    }
    if let reason = software.apartBecause { report(.operationsApart(topology[node].name, reason)) }
    reportUnusedDependencies(of: software)
    let outer = scope
    scope = ValueScope(node: node)
    consumer = node
    defer { (scope, consumer) = (outer, nil) }
    let place = SoftwarePlace(servers: servers, name: topology[node].name)
    let earlier = deployments(before: node)
    let others = topology[node].type.isServer ? [] : dependencies(ofSoftware: node)
    let first = earlier + others.filter { !earlier.contains($0) }
    switch software.form {
    case .component: addComponentForm(of: software, place, after: first)
    case .pairs: addPairs(of: software, place, after: first)
    }
  }

  /// The servers of a node that stand in this template.
  private func serversHere(of node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    plan.software.servers(of: node, topology).filter { plan.group(of: $0) == group }
  }

  /// Lets a server ask for what is to be run on it.
  private mutating func prepareServer(_ server: NodeTemplate.ID) {
    let name = topology[server].name
    guard let place = place(ofResource: name.text) else { return }
    let format = template.resources[place].element["user_data_format"]
    if format == nil {
      template.resources[place].element["user_data_format"] = "SOFTWARE_CONFIG"
    } else if format != "SOFTWARE_CONFIG" {
      report(.formatWithoutSoftware(name))
    }
    if options.lifecycle == .component {
      template.resources[place].element["software_config_transport"] = "POLL_SERVER_HEAT"
    }
  }

  // MARK: Order

  /// What the first deployment of a node waits for.
  private mutating func deployments(before node: NodeTemplate.ID) -> [String] {
    var names: [String] = []
    for earlier in plan.software.nodes(before: node) {
      guard let last = plan.software.software(of: earlier)?.chain.last else { continue }
      let places = plan.software.servers(of: earlier, topology).map { plan.group(of: $0) }
      if places.contains(group) {
        names.append(last)
      } else if places.contains(nil) {
        dependOutside(on: last)
      } else {
        for place in places.compactMap({ $0 }) {
          let group = plan.groups[place]
          let whole = group.driver == .senlin ? group.names.cluster : group.names.group
          if self.group != nil {
            dependOutside(on: whole)
          } else if !names.contains(whole) {
            names.append(whole)
          }
        }
      }
    }
    return names
  }

  // MARK: Components

  /// One component with all that the node's life cycle runs, and its deployment.
  private mutating func addComponentForm(
    of software: NodeSoftware, _ place: SoftwarePlace, after earlier: [String]
  ) {
    var previous = addRoles(of: software, place, after: earlier)
    let creating = software.creating.map(\.name.text)
    func isEarly(_ connection: NodeSoftware.Connection) -> Bool {
      // Nothing of the node's own comes before it, so that it need not wait for the component.
      !creating.isEmpty && !creating.contains { connection.isBefore ? $0 == "create" : $0 != "start" }
    }
    let early = software.connections.filter(isEarly).compactMap { add($0, place, after: previous) }
    if !early.isEmpty { previous = early }
    previous = addComponent(of: software, place, after: previous)
    for connection in software.connections where !isEarly(connection) {
      _ = add(connection, place, after: previous)
    }
  }

  /// The component of a node and its deployment, where there is something in it.
  mutating func addComponent(
    of software: NodeSoftware, _ place: SoftwarePlace, after earlier: [String]
  ) -> [String] {
    guard software.hasComponent else { return earlier }
    let operations = (software.form == .component ? software.lifecycle : []) + software.others
    let configs = software.entries.compactMap { entry in config(entry, of: software, place) }
    guard !configs.isEmpty else { return earlier }
    var component = HeatResource(type: "OS::Heat::SoftwareComponent")
    component["configs"] = .list(configs)
    add(software.component, component, for: place.name)
    var deployment = place.deployment(of: software.component, self)
    deployment.dependsOn = earlier
    deployment["input_values"] = inputs(of: operations)
    add(software.componentDeployment, deployment, for: place.name)
    return [software.componentDeployment]
  }

  private mutating func config(
    _ entry: NodeSoftware.Entry, of software: NodeSoftware, _ place: SoftwarePlace
  ) -> OpenStack.Value? {
    let scripts = entry.operations.compactMap { operation in
      text(of: operation, named: "\(software.name)_\(operation.name.text)").map { (operation.name.text, $0) }
    }
    guard let first = scripts.first, scripts.count == entry.operations.count else { return nil }
    let tool = entry.operations.first?.implementation?.tool(topology.types) ?? "script"
    return [
      "actions": .list([.string(entry.action)]),
      "config": scripts.count == 1 ? first.1 : .runningInOrder(scripts),
      "tool": .string(tool),
    ]
  }

  // MARK: Parts

  /// The text of the file of an operation; nil for one that only the stack would know, which is reported.
  ///
  /// A profile of Senlin's takes no files for what is in a template in it, so there the main template gives the text.
  mutating func text(of operation: Operation, named name: String) -> OpenStack.Value? {
    guard let artifact = operation.implementation, let file = artifact.file else { return nil }
    guard let path = file.text else {
      report(.fileIsACall(operation, file))
      return nil
    }
    let text = OpenStack.Value.getFile(attach(url(of: artifact, path), at: file.range))
    guard let group, plan.groups[group].driver == .senlin else { return text }
    return .getParam(imported("\(name)_script", text, type: .string))
  }

  /// The path of an artifact's file, or its URL where it is in a repository.
  func url(of artifact: Artifact, _ path: String) -> String {
    guard let repository = topology.repositoryURL(of: artifact), !path.contains("://") else { return path }
    return (repository.hasSuffix("/") ? repository : repository + "/") + path
  }

  mutating func inputs(of operations: [Operation]) -> OpenStack.Value? {
    var values = ValueMap()
    for operation in operations {
      for input in operation.inputs where !asksForLaterOutput(input.value, operation) {
        let lost = lostCalls
        if let value = value(input.value), lostCalls == lost { values[input.name.text] = value }
      }
    }
    return values.isEmpty ? nil : .map(values)
  }

  /// Whether an operation of the life cycle asks for what it puts out itself, or what a later one does; that is reported.
  private mutating func asksForLaterOutput(_ value: PropertyValue, _ operation: Operation) -> Bool {
    guard let consumer, ["Standard", "Lifecycle"].contains(operation.interface),
      let later = plan.software.software(of: consumer)?.operations(from: operation),
      value.asksForOutput(of: topology[consumer].name.text, later)
    else { return false }
    report(.outputOfItself(operation, value))
    return true
  }

  private mutating func reportUnusedDependencies(of software: NodeSoftware) {
    let operations = software.lifecycle + software.others + software.connections.map(\.operation)
    for operation in operations {
      for file in operation.dependencies.filter({ !$0.isAnsibleRole(topology.types) }).compactMap(\.file) {
        report(.dependencyLeftOut(operation, file))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func softwareOnNoServer(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' is hosted on no server, so its operations are left out", at: node.name.range)
  }

  fileprivate static func formatWithoutSoftware(_ server: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the software on '\(server.text)' is not run: that needs 'user_data_format: SOFTWARE_CONFIG'",
      at: server.range)
  }

  fileprivate static func operationsApart(_ name: TOSCADocument.Word, _ reason: String) -> Diagnostic {
    Diagnostic(
      .info, "operations-apart",
      "the operations of '\(name.text)' become deployments of their own, not one component: \(reason)",
      at: name.range)
  }

  fileprivate static func outputOfItself(_ operation: Operation, _ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(operation.name.text)' cannot take what it puts out itself, or what is run after it does; the input is left out",
      at: value.range)
  }

  fileprivate static func fileIsACall(_ operation: Operation, _ file: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the file of '\(operation.name.text)' must be a plain name to go with the templates; it is left out",
      at: file.range)
  }

  fileprivate static func dependencyLeftOut(_ operation: Operation, _ file: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(file.text ?? "")' is not sent to the server: Heat gives it the primary file of '\(operation.name.text)' only",
      at: file.range)
  }
}
