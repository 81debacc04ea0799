extension Graph {
  /// The graph as an SVG 1.1 image, laid out by Libretto itself.
  ///
  /// It has a background of its own, light or dark as its viewer asks, no script, and refers to nothing.
  package var svg: String {
    let layout = GraphLayout(self)
    let margin = 20.0
    let (width, height) = (number(layout.size.width + 2 * margin), number(layout.size.height + 2 * margin))
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img" class="libretto">
      <title>\(xml(title.printable.shortened(to: Node.longestTitle)))</title>
      <style>
      \(SVGStyle.text)
      </style>
      <rect class="paper" width="\(width)" height="\(height)"/>
      <g transform="translate(\(number(margin)) \(number(margin)))">

      """
    for (cluster, box) in zip(clusters, layout.clusters) { text += drawn(cluster, box) }
    for (edge, route) in zip(edges, layout.routes) where !route.points.isEmpty { text += drawn(edge, route) }
    for (node, box) in zip(nodes, layout.nodes) { text += drawn(node, box) }
    // The labels lie above the lines of other edges.
    for (edge, route) in zip(edges, layout.routes) { text += label(edge, route) }
    return text + "</g>\n</svg>\n"
  }

  private func drawn(_ cluster: Cluster, _ box: Box) -> String {
    """
    <g class="cluster">\(rectangle(box, radius: 6))\
    <text x="\(number(box.origin.x + 12))" y="\(number(box.origin.y + 19))">\(xml(cluster.line))</text></g>

    """
  }

  private func drawn(_ node: Node, _ box: Box) -> String {
    var text = "<g class=\"node \(node.kind.rawValue)\">"
    if let rest = node.rest { text += "<title>\(xml(rest))</title>" }
    text += rectangle(box, radius: node.kind.radius)
    if node.kind == .substituted {
      let inner = Box(
        origin: box.origin + Point(x: 3, y: 3),
        size: Size(width: box.size.width - 6, height: box.size.height - 6))
      text += rectangle(inner, radius: 1)
    }
    let classes = ["name", "detail", "note"]
    for (offset, line) in node.lines.enumerated() {
      let y = box.origin.y + 7 + (Double(offset) + 0.78) * Node.lineHeight
      text += "<text class=\"\(classes[min(offset, 2)])\" x=\"\(number(box.center.x))\" y=\"\(number(y))\">"
      text += xml(line) + "</text>"
    }
    return text + "</g>\n"
  }

  private func drawn(_ edge: Edge, _ route: Route) -> String {
    let kind = edge.isDashed ? "edge dashed" : "edge"
    return
      "<g class=\"\(kind)\"><path d=\"\(path(route.points))\"/><path class=\"head\" d=\"\(head(route.points))\"/></g>\n"
  }

  private func label(_ edge: Edge, _ route: Route) -> String {
    guard let place = route.label, let size = edge.labelSize else { return "" }
    let box = Box(origin: Point(x: place.x - size.width / 2, y: place.y - size.height / 2), size: size)
    let title = edge.rest.map { "<title>\(xml($0))</title>" } ?? ""
    return """
      <g class="label">\(title)\(rectangle(box, radius: 3))\
      <text x="\(number(place.x))" y="\(number(place.y + 3.8))">\(xml(edge.line))</text></g>

      """
  }
}

extension Graph.Node.Kind {
  fileprivate var radius: Double {
    switch self {
    case .plain, .substituted, .missing: 4
    case .policy, .group: 12
    case .outside: 20
    }
  }
}

/// Lines between places of one height or one column, else curves that leave and arrive level.
private func path(_ points: [Point]) -> String {
  guard let first = points.first else { return "" }
  var text = "M\(number(first.x)) \(number(first.y))"
  for (from, to) in zip(points, points.dropFirst()) where from != to {
    if from.y == to.y {
      text += "H\(number(to.x))"
    } else if from.x == to.x {
      text += "V\(number(to.y))"
    } else {
      let middle = number((from.x + to.x) / 2)
      text += "C\(middle) \(number(from.y)) \(middle) \(number(to.y)) \(number(to.x)) \(number(to.y))"
    }
  }
  return text
}

/// The tip of an arrow, in the direction in which its line arrives.
private func head(_ points: [Point]) -> String {
  guard let tip = points.last, let before = points.dropLast().last(where: { $0 != tip }) else { return "" }
  let start = "M\(number(tip.x)) \(number(tip.y))"
  if before.x == tip.x { return start + (before.y < tip.y ? "l-4 -8h8z" : "l-4 8h8z") }
  return start + (before.x < tip.x ? "l-8 -4v8z" : "l8 -4v8z")
}

private func rectangle(_ box: Box, radius: Double) -> String {
  "<rect x=\"\(number(box.origin.x))\" y=\"\(number(box.origin.y))\" width=\"\(number(box.size.width))\" "
    + "height=\"\(number(box.size.height))\" rx=\"\(number(radius))\"/>"
}

/// A length with one place after the point.
private func number(_ length: Double) -> String {
  let tenths = Int((length * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}

/// Text between tags; the text is printable, so that XML allows all of its characters.
private func xml(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
