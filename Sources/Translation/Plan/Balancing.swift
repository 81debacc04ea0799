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
  private var serversOfApplication: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]

  init(_ topology: Topology) {
    let routes = topology.requirements.filter {
      $0.name.text == "application" && topology[$0.source].type.isKind(of: "tosca.nodes.LoadBalancer")
    }
    let hosting = Hosting(
      topology, software: routes.compactMap(\.target).filter { !topology[$0].type.isServer })
    for route in routes {
      guard let application = route.target else { continue }
      let targets = topology[application].type.isServer ? [application] : hosting.servers(of: application)
      serversOfApplication[application] = targets
      let member = Member(balancer: route.source, application: application, capability: route.capability)
      for server in targets { members[server, default: []].append(member) }
      servers[route.source, default: []] += targets
    }
  }

  /// The load balancers that a server takes load of.
  func members(on server: NodeTemplate.ID) -> [Member] {
    members[server] ?? []
  }

  /// The servers that a node behind a load balancer is, or runs on.
  func servers(ofApplication application: NodeTemplate.ID) -> [NodeTemplate.ID] {
    serversOfApplication[application] ?? []
  }

  /// The servers behind a load balancer.
  func servers(of balancer: NodeTemplate.ID) -> [NodeTemplate.ID] {
    servers[balancer] ?? []
  }
}
