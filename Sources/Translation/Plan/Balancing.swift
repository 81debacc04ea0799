import TOSCA

/// Which servers take the load of which load balancers.
struct Balancing: Sendable {
  /// A server behind a load balancer.
  struct Member: Sendable {
    let balancer: NodeTemplate.ID
    /// The node that the load balancer routes to: the server, or what runs on it.
    let application: NodeTemplate.ID
    /// The capability of the application that is used, by name or type; nil when the template names none.
    let capability: String?
  }

  private var members: [NodeTemplate.ID: [Member]] = [:]
  private var servers: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]

  init(_ topology: Topology) {
    for requirement in topology.requirements where requirement.name.text == "application" {
      guard topology[requirement.source].type.isKind(of: "tosca.nodes.LoadBalancer"),
        let application = requirement.target, let server = topology.host(of: application)
      else { continue }
      let member = Member(
        balancer: requirement.source, application: application, capability: requirement.capability)
      members[server, default: []].append(member)
      servers[requirement.source, default: []].append(server)
    }
  }

  /// The load balancers that a server takes load of.
  func members(on server: NodeTemplate.ID) -> [Member] {
    members[server] ?? []
  }

  /// The servers behind a load balancer.
  func servers(of balancer: NodeTemplate.ID) -> [NodeTemplate.ID] {
    servers[balancer] ?? []
  }
}

extension Topology {
  /// The server that a node is or runs on; nil when it runs on none.
  func host(of node: NodeTemplate.ID) -> NodeTemplate.ID? {
    var node = node
    // A template may host nodes on each other in a circle.
    for _ in 0..<20 {
      if self[node].type.isKind(of: "tosca.nodes.Compute") { return node }
      guard let host = targets(of: node, "host").first else { return nil }
      node = host
    }
    return nil
  }
}
