import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// A config and a deployment for each operation, each of which waits for the one before.
  mutating func addPairs(of software: NodeSoftware, _ place: SoftwarePlace, after earlier: [String]) {
    var previous = addRoles(of: software, place, after: earlier)
    if let create = software.operation("create") {
      previous = addPair(of: create, software, place, after: previous)
    }
    var open = software.connections.filter(\.isBefore).compactMap { add($0, place, after: previous) }
    if let configure = software.operation("configure") {
      previous = addPair(of: configure, software, place, after: previous + open)
      open = []
    }
    // Without a `configure` heat-translator lets `start` not wait.
    if options.lifecycle == .deployments { open = [] }
    open += software.connections.filter { !$0.isBefore }.compactMap { add($0, place, after: previous + open) }
    previous = addPairsWithActions(of: software, place, after: previous, and: open)
    if options.lifecycle == .component {
      _ = addComponent(of: software, place, after: previous)
    } else {
      for operation in software.others { report(.operationLeftOut(operation)) }
    }
  }

  /// The pairs of `start`, `delete` and `stop`; the last one is the first to be deleted.
  private mutating func addPairsWithActions(
    of software: NodeSoftware, _ place: SoftwarePlace, after earlier: [String], and open: [String]
  ) -> [String] {
    let isSuspended = options.lifecycle == .component && software.operation("stop") != nil
    var previous = earlier
    if let start = software.operation("start") {
      previous = addPair(
        of: start, software, place, after: previous + open,
        actions: isSuspended ? ["CREATE", "UPDATE", "RESUME"] : [])
    }
    for operation in software.deleting.reversed() {
      let isStop = operation.name.text == "stop"
      previous = addPair(
        of: operation, software, place, after: previous,
        actions: isStop && isSuspended ? ["SUSPEND", "DELETE"] : ["DELETE"])
    }
    return previous
  }

  private mutating func addPair(
    of operation: Operation, _ software: NodeSoftware, _ place: SoftwarePlace, after earlier: [String],
    actions: [String] = []
  ) -> [String] {
    let name = "\(software.name)_\(operation.name.text)"
    return addPair(name, operation, place, after: earlier, actions: actions).map { [$0] } ?? earlier
  }

  /// Adds an operation of a relationship.
  mutating func add(
    _ connection: NodeSoftware.Connection, _ place: SoftwarePlace, after earlier: [String]
  ) -> String? {
    let outer = scope
    scope = ValueScope(requirement: connection.requirement)
    defer { scope = outer }
    return addPair(connection.name, connection.operation, place, after: earlier)
  }

  /// Adds the config of one operation and its deployment.
  ///
  /// - Returns: the name of the deployment; nil when there is nothing to be run.
  private mutating func addPair(
    _ name: String, _ operation: Operation, _ place: SoftwarePlace, after earlier: [String],
    actions: [String] = []
  ) -> String? {
    guard let text = text(of: operation, named: name) else { return nil }
    let tool = operation.implementation?.tool(topology.types) ?? "script"
    return addPair(
      name, text, tool: tool, inputs: inputs(of: [operation]), place, after: earlier, actions: actions)
  }

  private mutating func addPair(
    _ name: String, _ text: OpenStack.Value, tool: String, inputs: OpenStack.Value? = nil,
    _ place: SoftwarePlace, after earlier: [String], actions: [String] = []
  ) -> String {
    var config = HeatResource(type: "OS::Heat::SoftwareConfig")
    config["group"] = .string(tool)
    config["config"] = text
    add("\(name)_config", config, for: place.name)
    var deployment = place.deployment(of: "\(name)_config", self)
    deployment.dependsOn = earlier
    deployment["input_values"] = inputs
    if !actions.isEmpty { deployment["actions"] = .list(actions.map(OpenStack.Value.string)) }
    add("\(name)_deploy", deployment, for: place.name)
    return "\(name)_deploy"
  }

  /// Installs the roles of Ansible's own collection that a node needs.
  mutating func addRoles(
    of software: NodeSoftware, _ place: SoftwarePlace, after earlier: [String]
  ) -> [String] {
    let roles = software.roles.compactMap { $0.file?.text }
    guard !roles.isEmpty else { return earlier }
    let lines = roles.map { "ansible-galaxy install \($0.quotedForShell)\n" }
    let script = OpenStack.Value.string("#!/bin/bash\n" + lines.joined())
    return [addPair("\(software.name)_install_roles", script, tool: "script", place, after: earlier)]
  }
}

extension Diagnostic {
  fileprivate static func operationLeftOut(_ operation: Operation) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "Heat never runs '\(operation.interface).\(operation.name.text)', and only a component can keep it "
        + "('--lifecycle component')", at: operation.name.range)
  }
}
