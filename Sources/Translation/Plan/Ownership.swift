import TOSCA

/// Which nodes are there for which others: the ports of a server, its software, its volumes.
struct Ownership: Sendable {
  private var ownersOfNode: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]
  private var ownedByNode: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]
  private var portsOfServer: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]

  init(_ topology: Topology) {
    var bringers: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]
    for node in topology.nodeIDs {
      for brought in NodeMapping.mapping(of: topology.type(of: node))?.brought(node, topology) ?? [] {
        bringers[brought, default: []].append(node)
      }
    }
    for node in topology.nodeIDs {
      guard let mapping = NodeMapping.mapping(of: node, in: topology) else { continue }
      var seen: Set<NodeTemplate.ID> = []
      let owners = (mapping.owners(node, topology) + (bringers[node] ?? []))
        .filter { $0 != node && seen.insert($0).inserted }
      guard !owners.isEmpty else { continue }
      ownersOfNode[node] = owners
      let isPort = topology.type(of: node).isPort
      for owner in owners {
        ownedByNode[owner, default: []].append(node)
        if isPort { portsOfServer[owner, default: []].append(node) }
      }
    }
  }

  func owners(of node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    ownersOfNode[node] ?? []
  }

  /// The ports that are bound to a server, in the order of the template.
  func ports(of server: NodeTemplate.ID) -> [NodeTemplate.ID] {
    portsOfServer[server] ?? []
  }

  /// Some nodes and those that are there for them alone, also at second hand, in the order of the template.
  func members(around nodes: [NodeTemplate.ID]) -> [NodeTemplate.ID] {
    var members = Set(nodes)
    var remaining: [NodeTemplate.ID: Int] = [:]
    var open = nodes
    while let next = open.popLast() {
      for owned in ownedByNode[next] ?? [] where !members.contains(owned) {
        let left = (remaining[owned] ?? owners(of: owned).count) - 1
        remaining[owned] = left
        guard left == 0 else { continue }
        members.insert(owned)
        open.append(owned)
      }
    }
    return members.sorted { $0.offset < $1.offset }
  }
}

extension ResolvedType {
  /// Whether its nodes are ports of servers: `tosca.nodes.network.Port`, and so Tacker's CP, and SOL001's VduCp.
  var isPort: Bool {
    isKind(of: "tosca.nodes.network.Port") || isKind(of: "tosca.nodes.nfv.VduCp")
  }
}
