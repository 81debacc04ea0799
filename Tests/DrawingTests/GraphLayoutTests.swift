import Drawing
import Testing

@Suite struct GraphLayoutTests {
  /// A graph of nodes in and outside of frames, with arrows of all sorts between them; each number gives another one.
  private func graph(_ seed: UInt64) -> Graph {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var graph = Graph(title: "\(seed)")
    let frames = (0..<roll(4)).map { graph.add(Graph.Cluster(name: "frame \($0)", detail: "")) }
    let nodes = (0..<2 + roll(40)).map { number in
      let choice = roll(2 + 2 * frames.count)
      let frame = choice < frames.count ? frames[choice] : nil
      return graph.add(
        Graph.Node("node \(number)", detail: String(repeating: "d", count: roll(20)), in: frame))
    }
    for number in 0..<roll(2 * nodes.count) {
      let from = Graph.Edge.End.node(nodes[roll(nodes.count)])
      let isFramed = !frames.isEmpty && roll(8) == 0
      let to = isFramed ? Graph.Edge.End.cluster(frames[roll(frames.count)]) : .node(nodes[roll(nodes.count)])
      graph.add(Graph.Edge(from, to, label: roll(2) == 0 ? "" : "edge \(number)", isDashed: roll(2) == 0))
    }
    return graph
  }

  @Test(arguments: 1...200)
  func `no box lies on another one, and each is in its frame`(seed: UInt64) {
    let graph = graph(seed)
    let layout = GraphLayout(graph)
    let whole = Box(origin: Point(x: 0, y: 0), size: layout.size)
    for (offset, box) in layout.nodes.enumerated() {
      #expect(whole.holds(box))
      #expect(!layout.nodes[..<offset].contains { $0.overlaps(box) })
      for (frame, outer) in layout.clusters.enumerated() {
        let isMember = graph.nodes[offset].cluster.map { Int($0.offset) } == frame
        #expect(isMember ? outer.holds(box) : !outer.overlaps(box))
      }
    }
    for (offset, box) in layout.clusters.enumerated() {
      #expect(whole.holds(box))
      #expect(!layout.clusters[..<offset].contains { $0.overlaps(box) })
    }
  }

  @Test(arguments: 1...200)
  func `an arrow leads from border to border, past other boxes, and its text lies on no box`(seed: UInt64) {
    let graph = graph(seed)
    let layout = GraphLayout(graph)
    for (edge, route) in zip(graph.edges, layout.routes) {
      guard let first = route.points.first, let last = route.points.last else {
        #expect(isInsideItsFrame(edge, graph))
        continue
      }
      #expect(layout.box(of: edge.from).isOnBorder(first))
      #expect(layout.box(of: edge.to).isOnBorder(last))
      for (from, to) in zip(route.points, route.points.dropFirst()) where from.y == to.y {
        let line = Box(
          origin: Point(x: min(from.x, to.x), y: from.y), size: Size(width: abs(from.x - to.x), height: 0))
        #expect(!layout.nodes.contains { $0.overlaps(line) })
      }
      if !edge.label.isEmpty {
        #expect(route.label.map { label in !layout.nodes.contains { $0.holds(label) } } == true)
      }
    }
  }

  /// An arrow between a frame and what is in it has no way.
  private func isInsideItsFrame(_ edge: Graph.Edge, _ graph: Graph) -> Bool {
    guard case .cluster(let frame) = edge.to, case .node(let node) = edge.from else { return false }
    return graph.nodes[Int(node.offset)].cluster == frame
  }

  @Test func `arrows lead to the right where no cycle forbids it`() {
    var graph = Graph(title: "chain")
    let nodes = (0..<4).map { graph.add(Graph.Node("\($0)", detail: "")) }
    for (from, to) in [(3, 1), (1, 0), (0, 2), (3, 2)] {
      graph.add(Graph.Edge(.node(nodes[from]), .node(nodes[to])))
    }
    let lefts = GraphLayout(graph).nodes.map(\.origin.x)
    #expect([3, 1, 0, 2].map { lefts[$0] } == lefts.sorted())
    #expect(Set(lefts).count == 4)
  }

  @Test func `a chain of ten thousand nodes with a way back is laid out`() {
    var graph = Graph(title: "chain")
    let nodes = (0..<10_000).map { graph.add(Graph.Node("\($0)", detail: "")) }
    for (from, to) in zip(nodes, nodes.dropFirst() + [nodes[0]]) {
      graph.add(Graph.Edge(.node(from), .node(to)))
    }
    let layout = GraphLayout(graph)
    #expect(layout.routes.allSatisfy { $0.points.count > 1 })
  }

  @Test func `many arrows across a long chain do not multiply`() {
    var graph = Graph(title: "fan")
    let nodes = (0..<1_000).map { graph.add(Graph.Node("\($0)", detail: "")) }
    for (from, to) in zip(nodes, nodes.dropFirst()) {
      graph.add(Graph.Edge(.node(from), .node(to)))
      graph.add(Graph.Edge(.node(nodes[0]), .node(to), label: "all"))
    }
    let layout = GraphLayout(graph)
    #expect(layout.routes.reduce(0) { $0 + $1.points.count } < 400_000)
    #expect(layout.routes.allSatisfy { $0.points.count > 1 })
  }

  @Test func `parts that nothing joins stand in rows`() {
    var graph = Graph(title: "parts")
    for number in 0..<100 { graph.add(Graph.Node("\(number)", detail: "")) }
    let size = GraphLayout(graph).size
    #expect(size.width / size.height > 0.7 && size.width / size.height < 3)
  }
}

extension Box {
  /// Whether more is shared than a border, which two ways of reckoning may put a hair apart.
  fileprivate func overlaps(_ other: Box) -> Bool {
    let slack = 0.001
    return origin.x < other.right - slack && other.origin.x < right - slack && origin.y < other.bottom - slack
      && other.origin.y < bottom - slack
  }

  fileprivate func holds(_ other: Box) -> Bool {
    let slack = 0.001
    return origin.x <= other.origin.x && other.right <= right + slack && origin.y <= other.origin.y
      && other.bottom <= bottom + slack
  }

  fileprivate func holds(_ point: Point) -> Bool {
    origin.x < point.x && point.x < right && origin.y < point.y && point.y < bottom
  }

  fileprivate func isOnBorder(_ point: Point) -> Bool {
    let slack = 0.001
    let isBeside = abs(point.x - origin.x) < slack || abs(point.x - right) < slack
    let isAbove = abs(point.y - origin.y) < slack || abs(point.y - bottom) < slack
    let isLevel = point.y > origin.y - slack && point.y < bottom + slack
    let isWithin = point.x > origin.x - slack && point.x < right + slack
    return (isBeside && isLevel) || (isAbove && isWithin)
  }
}

extension GraphLayout {
  fileprivate func box(of end: Graph.Edge.End) -> Box {
    switch end {
    case .node(let node): nodes[Int(node.offset)]
    case .cluster(let cluster): clusters[Int(cluster.offset)]
    }
  }
}
