import TOSCA

/// What is to be run for one node, and what it becomes.
struct NodeSoftware: Sendable {
  /// How the life cycle of the node is written.
  enum Form: Sendable {
    /// One component with all operations.
    case component
    /// A config and a deployment for each operation.
    case pairs
  }

  /// The name of the node.
  let name: String
  /// The operations of the life cycle that are implemented: create, configure, start, stop, delete.
  let lifecycle: [Operation]
  /// The operations of other interfaces, which are run when somebody asks for them.
  let others: [Operation]
  /// The Ansible roles to be installed first.
  let roles: [Artifact]
  /// The operations of relationships that are run on the servers of this node.
  let connections: [Connection]
  let form: Form
  /// Why the operations cannot be one component, though one is asked for.
  let apartBecause: String?

  /// An operation of a relationship that is run at one of its ends.
  struct Connection: Sendable {
    /// What the names of its resources begin with.
    let name: String
    let requirement: Requirement
    let operation: Operation
    /// Whether it is run before what configures the node, else after it.
    let isBefore: Bool
  }

  init(
    name: String, operations: [Operation], artifacts: [Artifact], connections: [Connection],
    lifecycle mode: TranslationOptions.Lifecycle, _ types: TypeCatalog
  ) {
    self.name = name
    let implemented = operations.filter { $0.implementation?.file != nil }
    let standard = implemented.filter { ["Standard", "Lifecycle"].contains($0.interface) }
    lifecycle = Self.order.compactMap { name in standard.first { $0.name.text == name } }
    others = implemented.filter { operation in
      !["Standard", "Lifecycle"].contains(operation.interface) || !Self.order.contains(operation.name.text)
    }
    roles = (artifacts + implemented.flatMap(\.dependencies)).filter { $0.isAnsibleRole(types) }
    self.connections = connections
    let reason =
      mode == .component ? Self.reasonApart(lifecycle, others, connections, node: name, types) : nil
    apartBecause = reason
    form = mode == .deployments || reason != nil ? .pairs : .component
  }

  private static let order = ["create", "configure", "start", "stop", "delete"]

  /// Whether there is anything to be run.
  var isEmpty: Bool {
    lifecycle.isEmpty && others.isEmpty && roles.isEmpty && connections.isEmpty
  }

  func operation(_ name: String) -> Operation? {
    lifecycle.first { $0.name.text == name }
  }

  /// The operations that are run when the stack is made.
  var creating: [Operation] {
    lifecycle.filter { ["create", "configure", "start"].contains($0.name.text) }
  }

  /// The operations that are run when the stack goes.
  var deleting: [Operation] {
    lifecycle.filter { ["stop", "delete"].contains($0.name.text) }
  }

  /// An operation of the life cycle and those that are run after it, by name.
  func operations(from first: Operation) -> [String] {
    let names = (creating + deleting.reversed()).map(\.name.text)
    return names.firstIndex(of: first.name.text).map { Array(names[$0...]) } ?? []
  }

  // MARK: Names

  func deployment(of operation: String) -> String { "\(name)_\(operation)_deploy" }
  func config(of operation: String) -> String { "\(name)_\(operation)_config" }
  var component: String { "\(name)_component" }
  var componentDeployment: String { "\(name)_deploy" }
  var rolesDeployment: String { deployment(of: "install_roles") }

  /// The deployments in the order in which they are made, so that each waits for the one before.
  ///
  /// A stack goes in the opposite order: what stops a node is run first then, and what deletes it after that.
  var chain: [String] {
    let roles = roles.isEmpty ? [] : [rolesDeployment]
    switch form {
    case .component:
      return roles + (hasComponent ? [componentDeployment] : [])
    case .pairs:
      return roles + (creating + deleting.reversed()).map { deployment(of: $0.name.text) }
        + (hasComponent ? [componentDeployment] : [])
    }
  }

  /// Whether there is a component: of all operations, or of those that the life cycle does not run.
  var hasComponent: Bool {
    form == .component ? !lifecycle.isEmpty || !others.isEmpty : apartBecause != nil && !others.isEmpty
  }

  // MARK: Form

  private static func reasonApart(
    _ lifecycle: [Operation], _ others: [Operation], _ connections: [Connection], node: String,
    _ types: TypeCatalog
  ) -> String? {
    for names in [["create", "configure", "start"], ["stop", "delete"]] {
      let operations = lifecycle.filter { names.contains($0.name.text) }
      let tools = Set(operations.compactMap { $0.implementation?.tool(types) })
      if tools.count > 1 { return "they need several tools" }
      if operations.count > 1, tools != ["script"] {
        return "several files for '\(tools.first ?? "")' cannot be one"
      }
    }
    let creating = lifecycle.filter { ["create", "configure", "start"].contains($0.name.text) }
    if connections.contains(where: { $0.parts(creating) }) {
      return "an operation of a relationship stands between them"
    }
    var values: [String: PropertyValue] = [:]
    for input in (lifecycle + others).flatMap(\.inputs) {
      if let other = values.updateValue(input.value, forKey: input.name.text), !other.says(input.value) {
        return "they have different values for the input '\(input.name.text)'"
      }
      if input.value.asksForOutput(of: node) { return "one of them takes an output of another" }
    }
    return nil
  }
}

extension NodeSoftware.Connection {
  /// Whether it stands between operations: some must be done before it, some come after it.
  fileprivate func parts(_ creating: [Operation]) -> Bool {
    let names = creating.map(\.name.text)
    let earlier = names.contains { isBefore ? $0 == "create" : $0 != "start" }
    let later = names.contains { isBefore ? $0 != "create" : $0 == "start" }
    return earlier && later
  }
}

extension PropertyValue {
  /// Whether there is a call in it for what an operation of the same node put out, any or one of those that are named.
  func asksForOutput(of node: String, _ operations: [String]? = nil) -> Bool {
    switch content {
    case .list(let items): return items.contains { $0.asksForOutput(of: node, operations) }
    case .map(let entries): return entries.contains { $0.value.asksForOutput(of: node, operations) }
    case .function(let call):
      if call.name == "get_operation_output", let holder = call.arguments.first?.text {
        guard holder == "SELF" || holder == node else { return false }
        guard let operations else { return true }
        return call.arguments.dropFirst(2).first?.text.map(operations.contains) ?? false
      }
      return call.arguments.contains { $0.asksForOutput(of: node, operations) }
    default: return false
    }
  }
}
