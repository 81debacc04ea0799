import Diagnostics
import TOSCA

/// What runs on which servers, and in which order, decided before any resource is made.
struct SoftwarePlan: Sendable {
  private var hosting = Hosting()
  /// What is run for a node, for those for which something is.
  private var softwareOfNode: [NodeTemplate.ID: NodeSoftware] = [:]
  private var nodesOfServer: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]
  private var earlierNodes: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]

  /// A plan for a topology without software.
  init() {}

  /// Plans the software of a topology; `groups` has the groups of the nodes that are multiplied.
  init(
    _ topology: Topology, _ lifecycle: TranslationOptions.Lifecycle, groups: [NodeTemplate.ID: Int],
    reporting log: inout DiagnosticLog
  ) {
    let nodes = topology.nodeIDs.filter { topology.isSoftware($0) }
    hosting = Hosting(topology, software: nodes)
    let connections = Self.connections(topology, reporting: &log)
    for node in topology.nodeIDs {
      let isServer = topology.type(of: node).isServer
      let onNode = connections[node] ?? []
      guard isServer ? topology.hasOperations(node) || !onNode.isEmpty : topology.isSoftware(node) else {
        continue
      }
      let software = NodeSoftware(
        name: topology[node].name.text, operations: topology.operations(of: node),
        artifacts: topology.artifacts(of: node), connections: onNode, lifecycle: lifecycle, topology.types)
      if !software.isEmpty { softwareOfNode[node] = software }
    }
    for node in topology.nodeIDs where softwareOfNode[node] != nil {
      for server in servers(of: node, topology) { nodesOfServer[server, default: []].append(node) }
    }
    let order = SoftwareOrder(
      topology, nodes: nodes + softwareOfNode.keys.filter { topology[$0].type.isServer }, groups: groups)
    for circle in order.circles { log.report(.circle(circle, topology)) }
    earlierNodes = order.earlier { softwareOfNode[$0]?.chain.isEmpty == false }
  }

  /// What is run for a node; nil where nothing is.
  func software(of node: NodeTemplate.ID) -> NodeSoftware? {
    softwareOfNode[node]
  }

  /// The servers on which the software of a node runs; a server is its own.
  func servers(of node: NodeTemplate.ID, _ topology: Topology) -> [NodeTemplate.ID] {
    topology.type(of: node).isServer ? [node] : hosting.servers(of: node)
  }

  /// The nodes for which something is run on a server, itself included.
  func nodes(on server: NodeTemplate.ID) -> [NodeTemplate.ID] {
    nodesOfServer[server] ?? []
  }

  /// The nodes whose software must be there before that of a node.
  func nodes(before node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    earlierNodes[node] ?? []
  }

  /// Whether the software of a node waits for that of another, also over others.
  func isBefore(_ earlier: NodeTemplate.ID, _ later: NodeTemplate.ID) -> Bool {
    var seen: Set<NodeTemplate.ID> = []
    var open = nodes(before: later)
    while let next = open.popLast() {
      if next == earlier { return true }
      if seen.insert(next).inserted { open += nodes(before: next) }
    }
    return false
  }

  /// The operations of relationships, by the nodes on whose servers they are run.
  private static func connections(
    _ topology: Topology, reporting log: inout DiagnosticLog
  ) -> [NodeTemplate.ID: [NodeSoftware.Connection]] {
    var connections: [NodeTemplate.ID: [NodeSoftware.Connection]] = [:]
    var names: Set<String> = []
    for requirement in topology.requirements {
      guard let target = requirement.target, topology.hasOperations(requirement) else { continue }
      let operations = topology.operations(of: requirement).filter { $0.implementation?.file != nil }
      for operation in operations where ConnectionOperation(rawValue: operation.name.text) == nil {
        log.report(.runOnChange(operation))
      }
      for name in ConnectionOperation.allCases {
        guard let operation = operations.first(where: { $0.name.text == name.rawValue }) else { continue }
        let end = name.isAtTarget ? target : requirement.source
        guard topology[end].type.isServer || topology.isSoftware(end) else {
          log.report(.runNowhere(operation, topology[end]))
          continue
        }
        let ends = "\(topology[requirement.source].name.text)_\(topology[target].name.text)"
        // The first operation of the first relationship has the name that heat-translator gives it.
        let connection = NodeSoftware.Connection(
          name: Self.free(ends, requirement.name.text, name.rawValue, among: &names),
          requirement: requirement,
          operation: operation, isBefore: name.isBefore)
        connections[end, default: []].append(connection)
      }
    }
    return connections
  }
}

extension SoftwarePlan {
  /// A name that no other connection has.
  private static func free(
    _ ends: String, _ requirement: String, _ operation: String, among names: inout Set<String>
  ) -> String {
    let usual = ["\(ends)_connect", "\(ends)_\(operation)", "\(ends)_\(requirement)_\(operation)"]
    if let free = usual.first(where: { names.insert($0).inserted }) { return free }
    var count = 2
    while !names.insert("\(ends)_\(requirement)_\(count)_\(operation)").inserted { count += 1 }
    return "\(ends)_\(requirement)_\(count)_\(operation)"
  }
}

/// The operations of a relationship that are run when a stack is made (TOSCA Simple Profile 1.3, 5.8.5).
enum ConnectionOperation: String, CaseIterable {
  case preConfigureTarget = "pre_configure_target"
  case preConfigureSource = "pre_configure_source"
  case postConfigureTarget = "post_configure_target"
  case postConfigureSource = "post_configure_source"

  var isAtTarget: Bool { self == .preConfigureTarget || self == .postConfigureTarget }
  var isBefore: Bool { self == .preConfigureTarget || self == .preConfigureSource }
}

extension Diagnostic {
  fileprivate static func runOnChange(_ operation: Operation) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "nothing in Heat runs '\(operation.name.text)' of a relationship; it is left out",
      at: operation.name.range)
  }

  fileprivate static func runNowhere(_ operation: Operation, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(operation.name.text)' is left out: '\(node.name.text)' is neither a server nor software on one",
      at: operation.name.range)
  }

  fileprivate static func circle(_ requirement: Requirement, _ topology: Topology) -> Diagnostic {
    let target = requirement.target.map { topology[$0].name.text } ?? ""
    return Diagnostic(
      .warning, "not-translated",
      "'\(topology[requirement.source].name.text)' does not wait for '\(target)', which itself waits for it",
      at: requirement.name.range)
  }
}
