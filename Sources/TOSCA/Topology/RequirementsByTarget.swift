/// The places of requirements in ``Topology/requirements``, put together by the nodes that meet them.
struct RequirementsByTarget: Sendable {
  /// Where those of each node begin in ``sorted``; one more than there are nodes, or none.
  private var starts: ContiguousArray<Int32> = []
  private var sorted: ContiguousArray<Int32> = []

  init() {}

  /// Counts first and puts in place then, so that a large template costs two runs over its requirements.
  init(_ requirements: ContiguousArray<Requirement>, nodeCount: Int) {
    starts = ContiguousArray(repeating: 0, count: nodeCount + 1)
    for requirement in requirements {
      if let target = requirement.target { starts[Int(target.offset) + 1] += 1 }
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    sorted = ContiguousArray(repeating: 0, count: Int(starts[nodeCount]))
    for (place, requirement) in requirements.enumerated() {
      guard let target = requirement.target else { continue }
      sorted[Int(next[Int(target.offset)])] = Int32(place)
      next[Int(target.offset)] += 1
    }
  }

  /// The places of the requirements that a node meets, in their order.
  func places(of node: NodeTemplate.ID) -> ArraySlice<Int32> {
    guard Int(node.offset) + 1 < starts.count else { return [] }
    return ArraySlice(sorted[Int(starts[Int(node.offset)])..<Int(starts[Int(node.offset) + 1])])
  }
}

extension Topology {
  /// Notes which requirements each node meets.
  mutating func indexRequirements() {
    requirementsByTarget = RequirementsByTarget(requirements, nodeCount: nodes.count)
  }
}
