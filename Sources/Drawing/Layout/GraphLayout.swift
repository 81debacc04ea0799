/// Where everything of a graph is drawn.
///
/// First the frames are laid out inside, each with a port at its border for every arrow that leaves or enters it; then
/// all is laid out with each frame as one item.
package struct GraphLayout {
  package private(set) var nodes: [Box]
  package private(set) var clusters: [Box]
  /// The ways of the edges; one between a frame and what is inside of it has none.
  package private(set) var routes: [Route]
  package private(set) var size: Size

  package init(_ graph: Graph) {
    let plan = LayoutPlan(graph)
    let insides = plan.insides()
    let outside = plan.outside(insides)

    nodes = graph.nodes.map { Box(origin: Point(x: 0, y: 0), size: $0.boxSize) }
    clusters = insides.indices.map { Box(origin: outside.origins[$0], size: plan.size(of: $0, insides[$0])) }
    routes = [Route](repeating: Route(points: []), count: graph.edges.count)
    size = outside.size
    for (offset, node) in graph.nodes.enumerated() {
      let place: Point
      if let cluster = node.cluster.map({ Int($0.offset) }) {
        place = clusters[cluster].origin + LayoutPlan.padding + insides[cluster].origins[plan.local[offset]]
      } else {
        place = outside.origins[plan.unit(of: offset)]
      }
      nodes[offset].origin = place + Point(x: 0, y: plan.margins[offset].height)
    }
    for (cluster, inside) in insides.enumerated() {
      for (link, edge) in plan.clusters[cluster].edges.enumerated() {
        routes[edge] = inside.routes[link].moved(by: clusters[cluster].origin + LayoutPlan.padding)
      }
    }
    for (link, crossing) in plan.crossings.enumerated() {
      var route = outside.routes[link]
      if let port = crossing.start {
        route.points = way(port, insides) + route.points
      }
      if let port = crossing.end {
        route.points += way(port, insides).reversed()
      }
      routes[crossing.edge] = route
    }
    for (offset, loops) in plan.loops {
      for (turn, edge) in loops.enumerated() {
        routes[edge] = loop(turn, at: nodes[offset], labelWidth: graph.edges[edge].labelSize?.width ?? 0)
      }
    }
  }

  /// The way from a node to the border of its frame.
  private func way(_ port: LayoutPlan.Port, _ insides: [Arrangement]) -> [Point] {
    let inside = insides[port.cluster].routes[port.link]
      .moved(by: clusters[port.cluster].origin + LayoutPlan.padding)
    return port.border == .right ? inside.points : inside.points.reversed()
  }

  /// The way of an arrow from a node to itself, over its upper right corner.
  private func loop(_ turn: Int, at box: Box, labelWidth: Double) -> Route {
    let (start, level) = (box.origin.y + 8, box.origin.y - 18 - Double(turn) * LayoutPlan.loopHeight)
    let out = box.right + 10
    return Route(
      points: [
        Point(x: box.right, y: start), Point(x: out, y: start), Point(x: out, y: level),
        Point(x: box.center.x, y: level), Point(x: box.center.x, y: box.origin.y),
      ], label: Point(x: max(box.center.x, box.origin.x + labelWidth / 2), y: level))
  }
}

extension Graph.Node {
  static let lineHeight = 16.0

  /// The size of the box that has room for the lines.
  var boxSize: Size {
    // The first line is larger and bold.
    let widths = lines.enumerated().map { $1.estimatedWidth * ($0 == 0 ? 14.4 : 12) }
    return Size(
      width: max(64, (widths.max() ?? 0).rounded(.up) + 24),
      height: Double(lines.count) * Self.lineHeight + 14)
  }
}

extension Graph.Edge {
  /// The room that the text needs; nil when there is none.
  var labelSize: Size? {
    line.isEmpty ? nil : Size(width: (line.estimatedWidth * 11).rounded(.up) + 8, height: 15)
  }
}
