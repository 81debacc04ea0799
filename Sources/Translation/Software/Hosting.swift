import TOSCA

extension ResolvedType {
  /// Whether its nodes are servers, on which software runs.
  var isServer: Bool {
    isKind(of: "tosca.nodes.Compute") || isKind(of: "tosca.nodes.nfv.Vdu.Compute")
  }

  /// Whether its nodes are software by their type.
  fileprivate var isSoftware: Bool {
    isKind(of: "tosca.nodes.SoftwareComponent") || isKind(of: "tosca.nodes.WebApplication")
      || isKind(of: "tosca.nodes.Database")
  }
}

extension Topology {
  /// The nodes that a node is hosted on, each once: a server, or software between.
  func hosts(of node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    var hosts: [NodeTemplate.ID] = []
    for requirement in requirements(of: node) {
      guard let target = requirement.target, target != node, !hosts.contains(target) else { continue }
      if requirement.name.text == "host"
        || requirement.relationship?.isKind(of: "tosca.relationships.HostedOn") == true
      {
        hosts.append(target)
      }
    }
    return hosts
  }

  /// Whether a node is software: by its type, or because it is hosted and has something to be run.
  func isSoftware(_ node: NodeTemplate.ID) -> Bool {
    let type = self[node].type
    if type.isServer { return false }
    return type.isSoftware
      || NodeMapping.mapping(of: type) == nil && hasOperations(node) && !hosts(of: node).isEmpty
  }
}

/// On which servers each node of software runs, software between followed.
struct Hosting: Sendable {
  private var serversOfNode: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]

  /// No software at all.
  init() {}

  init(_ topology: Topology, software: [NodeTemplate.ID]) {
    var isOpen: Set<NodeTemplate.ID> = []
    for node in software {
      // Each is looked at twice: before its hosts, and when these are done.
      var open = [node]
      while let next = open.last {
        guard serversOfNode[next] == nil else {
          open.removeLast()
          continue
        }
        let hosts = topology.hosts(of: next)
        let pending =
          isOpen.insert(next).inserted
          ? hosts.filter { !topology[$0].type.isServer && serversOfNode[$0] == nil && !isOpen.contains($0) }
          : []
        guard pending.isEmpty else {
          open += pending
          continue
        }
        serversOfNode[next] = servers(of: hosts, topology)
        open.removeLast()
      }
    }
  }

  /// The servers in the order in which the hosts name them; none for software that is hosted on none.
  func servers(of software: NodeTemplate.ID) -> [NodeTemplate.ID] {
    serversOfNode[software] ?? []
  }

  private func servers(of hosts: [NodeTemplate.ID], _ topology: Topology) -> [NodeTemplate.ID] {
    var seen: Set<NodeTemplate.ID> = []
    let all = hosts.flatMap { topology[$0].type.isServer ? [$0] : serversOfNode[$0] ?? [] }
    return all.filter { seen.insert($0).inserted }
  }
}
