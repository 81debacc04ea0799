import TOSCA

/// Which software comes before which: what a node requires is there before it.
///
/// TOSCA lets two nodes require each other, Heat does not; and a scaled group is one resource, whatever is in it. So a
/// requirement that would close a circle, of nodes or of groups, counts for nothing here.
struct SoftwareOrder: Sendable {
  /// The requirements that close circles.
  private(set) var circles: [Requirement] = []
  private var required: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]
  /// The nodes, each after all that it requires.
  private var sorted: [NodeTemplate.ID] = []

  init(_ topology: Topology, nodes: [NodeTemplate.ID], groups: [NodeTemplate.ID: Int]) {
    let members = Set(nodes)
    let nodes = nodes.sorted { $0.offset < $1.offset }
    var edges: [NodeTemplate.ID: [Requirement]] = [:]
    for node in nodes {
      edges[node] = topology.requirements(of: node).filter { requirement in
        requirement.target.map { $0 != node && members.contains($0) } ?? false
      }
    }
    // First among the nodes, then among the groups.
    for units in [[:], groups] where units.isEmpty || !groups.isEmpty {
      let walk = Walk(nodes, edges, groups: units)
      circles += walk.circles
      edges = walk.edges
      if units.isEmpty { sorted = walk.sorted }
    }
    required = edges.mapValues { $0.compactMap(\.target) }
  }

  /// The nearest nodes before each one for which something is run.
  func earlier(where isRun: (NodeTemplate.ID) -> Bool) -> [NodeTemplate.ID: [NodeTemplate.ID]] {
    var earlier: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]
    for node in sorted {
      var seen: Set<NodeTemplate.ID> = []
      let all = (required[node] ?? []).flatMap { isRun($0) ? [$0] : earlier[$0] ?? [] }
      earlier[node] = all.filter { seen.insert($0).inserted }
    }
    return earlier
  }
}

/// One way through all nodes, deep ones first; without recursion, since a chain may be long.
private struct Walk {
  /// What is made as one.
  private enum Unit: Hashable {
    case node(NodeTemplate.ID)
    case group(Int)
  }

  private(set) var circles: [Requirement] = []
  /// The requirements that close no circle.
  private(set) var edges: [NodeTemplate.ID: [Requirement]] = [:]
  /// The nodes that are no group.
  private(set) var sorted: [NodeTemplate.ID] = []

  init(
    _ nodes: [NodeTemplate.ID], _ given: [NodeTemplate.ID: [Requirement]], groups: [NodeTemplate.ID: Int]
  ) {
    func unit(_ node: NodeTemplate.ID) -> Unit { groups[node].map(Unit.group) ?? .node(node) }
    var edgesOfUnit: [Unit: [Requirement]] = [:]
    for node in nodes { edgesOfUnit[unit(node), default: []] += given[node] ?? [] }
    var isDone: [Unit: Bool] = [:]
    for node in nodes where isDone[unit(node)] == nil {
      var open = [(unit: unit(node), next: 0)]
      isDone[unit(node)] = false
      while let (current, next) = open.last {
        let all = edgesOfUnit[current] ?? []
        guard next < all.count else {
          isDone[current] = true
          if case .node(let node) = current { sorted.append(node) }
          open.removeLast()
          continue
        }
        open[open.count - 1].next += 1
        guard let target = all[next].target.map(unit) else { continue }
        if target != current, isDone[target] == false {
          circles.append(all[next])
          continue
        }
        edges[all[next].source, default: []].append(all[next])
        guard target != current, isDone[target] == nil else { continue }
        isDone[target] = false
        open.append((target, 0))
      }
    }
  }
}
