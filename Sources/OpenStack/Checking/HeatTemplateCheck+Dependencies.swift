import Diagnostics

extension HeatTemplateCheck {
  /// Notes that the resource that is checked needs another one first.
  mutating func depend(on resource: Resource) {
    guard let current = currentResource, !isInBranch else { return }
    dependencies[current].append(resource.position)
  }

  /// Reports each circle of resources that wait for each other, once.
  mutating func reportCycles() {
    for circle in circles(in: dependencies) {
      let names = circle.map { resourceNames[$0] }
      at(names[0]) { $0.report(.cycle(names), isAboutKey: true) }
    }
  }
}

/// The groups of nodes of a graph that lead to each other, and the nodes that lead to themselves (Tarjan).
///
/// Takes time in proportion to nodes and edges and no deep call stack. Each group is sorted, and they come in order.
func circles(in edges: [[Int]]) -> [[Int]] {
  var order = [Int](repeating: 0, count: edges.count)
  var lowest = order
  var isOpen = [Bool](repeating: false, count: edges.count)
  var open: [Int] = []
  var found: [[Int]] = []
  var count = 0
  for root in edges.indices where order[root] == 0 {
    var pending = [(node: root, edge: 0)]
    while let (node, edge) = pending.last {
      if edge == 0 {
        count += 1
        (order[node], lowest[node]) = (count, count)
        open.append(node)
        isOpen[node] = true
      }
      if edge < edges[node].count {
        pending[pending.count - 1].edge += 1
        let next = edges[node][edge]
        if order[next] == 0 {
          pending.append((next, 0))
        } else if isOpen[next] {
          lowest[node] = min(lowest[node], order[next])
        }
        continue
      }
      pending.removeLast()
      if let parent = pending.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
      guard lowest[node] == order[node] else { continue }
      var group: [Int] = []
      while let member = open.popLast() {
        isOpen[member] = false
        group.append(member)
        if member == node { break }
      }
      if group.count > 1 || edges[node].contains(node) { found.append(group.sorted()) }
    }
  }
  return found.sorted { $0[0] < $1[0] }
}

extension HeatProblem {
  fileprivate static func cycle(_ names: [String]) -> HeatProblem {
    guard names.count > 1 else {
      return HeatProblem(.error, "hot-dependency-cycle", "resource '\(names[0])' depends on itself")
    }
    return HeatProblem(
      .error, "hot-dependency-cycle",
      "resources \(listed(names)) depend on each other, so none can be the first")
  }
}
