/// What is laid out with what: the inside of each frame, and the frames with the nodes outside.
struct LayoutPlan {
  /// The place where the arrow of a node passes the border of the node's frame.
  struct Port {
    let cluster: Int
    let border: Layering.Border
    /// The link to the node, among those of the frame.
    let link: Int
    let item: Int
  }

  /// An edge between a unit and another one; units are the frames, and after them the nodes outside.
  struct Crossing {
    let edge: Int
    let from: Int
    let to: Int
    var start: Port?
    var end: Port?
  }

  /// The inside of a frame.
  struct Inside {
    var items: [LayeredLayout.Item] = []
    var links: [LayeredLayout.Link] = []
    var borders: [Layering.Border?] = []
    /// The edges of the first links; the other links lead to ports.
    var edges: [Int] = []
  }

  /// From the corner of a frame to what is inside: room for the frame's title.
  static let padding = Point(x: 16, y: 34)
  static let loopHeight = 26.0
  private static let portHeight = 8.0

  let graph: Graph
  /// The place of each node among those of its frame, or among those outside.
  private(set) var local: [Int]
  /// The room that loops need above and beside each node.
  private(set) var margins: [Size]
  private(set) var clusters: [Inside]
  private(set) var crossings: [Crossing] = []
  /// The nodes with edges to themselves, with these edges.
  private(set) var loops: [(node: Int, edges: [Int])] = []
  private var free: [Int]
  private var layering = Layering(count: 0, links: [])

  init(_ graph: Graph) {
    self.graph = graph
    local = [Int](repeating: 0, count: graph.nodes.count)
    margins = graph.nodes.map { _ in Size(width: 0, height: 0) }
    clusters = graph.clusters.map { _ in Inside() }
    let members = graph.members
    free = members[graph.clusters.count]
    for list in members {
      for (offset, node) in list.enumerated() { local[node] = offset }
    }
    findLoops()
    for cluster in clusters.indices {
      clusters[cluster].items = members[cluster].map(item)
      clusters[cluster].borders = members[cluster].map { _ in nil }
    }
    sortEdges()
    layering = Layering(
      count: clusters.count + free.count, links: crossings.map { ($0.from, $0.to) })
    for offset in crossings.indices { addPorts(offset) }
  }

  /// The place of a node outside of frames among the units.
  func unit(of node: Int) -> Int {
    clusters.count + local[node]
  }

  // MARK: Sorting

  private mutating func findLoops() {
    var places: [Int32: Int] = [:]
    for (offset, edge) in graph.edges.enumerated() {
      guard case .node(let node) = edge.from, edge.from == edge.to else { continue }
      let index = Int(node.offset)
      let place = places[node.offset] ?? loops.count
      if place == loops.count {
        places[node.offset] = place
        loops.append((index, []))
      }
      loops[place].edges.append(offset)
      let label = edge.labelSize?.width ?? 0
      margins[index].height += Self.loopHeight
      margins[index].width = max(margins[index].width, 16, label - graph.nodes[index].boxSize.width)
    }
  }

  private func item(_ node: Int) -> LayeredLayout.Item {
    let (size, margin) = (graph.nodes[node].boxSize, margins[node])
    return LayeredLayout.Item(
      size: Size(width: size.width + margin.width, height: size.height + margin.height), margin: margin)
  }

  /// Puts each edge where it belongs: inside a frame, or between units.
  private mutating func sortEdges() {
    for (offset, edge) in graph.edges.enumerated() where edge.from != edge.to {
      let (from, to) = (unit(of: edge.from), unit(of: edge.to))
      if from != to {
        crossings.append(Crossing(edge: offset, from: from, to: to))
      } else if case .node(let start) = edge.from, case .node(let end) = edge.to {
        clusters[from].links.append(
          LayeredLayout.Link(
            from: local[Int(start.offset)], to: local[Int(end.offset)], label: edge.labelSize))
        clusters[from].edges.append(offset)
      }
    }
  }

  private func unit(of end: Graph.Edge.End) -> Int {
    switch end {
    case .node(let node):
      graph.nodes[Int(node.offset)].cluster.map { Int($0.offset) } ?? unit(of: Int(node.offset))
    case .cluster(let cluster): Int(cluster.offset)
    }
  }

  private mutating func addPorts(_ offset: Int) {
    let (crossing, isReversed) = (crossings[offset], layering.isReversed[offset])
    let edge = graph.edges[crossing.edge]
    crossings[offset].start = port(edge.from, isReversed ? .left : .right)
    crossings[offset].end = port(edge.to, isReversed ? .right : .left)
  }

  private mutating func port(_ end: Graph.Edge.End, _ border: Layering.Border) -> Port? {
    guard case .node(let node) = end,
      let cluster = graph.nodes[Int(node.offset)].cluster.map({ Int($0.offset) })
    else { return nil }
    let (item, place) = (clusters[cluster].items.count, local[Int(node.offset)])
    clusters[cluster].items.append(LayeredLayout.Item(size: Size(width: 0, height: Self.portHeight)))
    clusters[cluster].borders.append(border)
    clusters[cluster].links.append(
      border == .right
        ? LayeredLayout.Link(from: place, to: item) : LayeredLayout.Link(from: item, to: place))
    return Port(cluster: cluster, border: border, link: clusters[cluster].links.count - 1, item: item)
  }

  // MARK: Layout

  func insides() -> [Arrangement] {
    clusters.map { inside in
      let layering = Layering(
        count: inside.items.count, links: inside.links.map { ($0.from, $0.to) }, borders: inside.borders)
      return Arrangement(inside.items, inside.links, layering, borders: inside.borders)
    }
  }

  func outside(_ insides: [Arrangement]) -> Arrangement {
    let items = insides.indices.map { LayeredLayout.Item(size: size(of: $0, insides[$0])) } + free.map(item)
    func offset(_ port: Port?) -> Double? {
      port.map { Self.padding.y + insides[$0.cluster].origins[$0.item].y + Self.portHeight / 2 }
    }
    let links = crossings.map { crossing in
      LayeredLayout.Link(
        from: crossing.from, to: crossing.to, label: graph.edges[crossing.edge].labelSize,
        fromOffset: offset(crossing.start), toOffset: offset(crossing.end))
    }
    return Arrangement(items, links, layering)
  }

  /// The size of a frame around its inside and its title.
  func size(of cluster: Int, _ inside: Arrangement) -> Size {
    let title = graph.clusters[cluster].line.estimatedWidth * 12
    return Size(
      width: max(inside.size.width, title.rounded(.up)) + 2 * Self.padding.x,
      height: inside.size.height + Self.padding.y + Self.padding.x)
  }
}
