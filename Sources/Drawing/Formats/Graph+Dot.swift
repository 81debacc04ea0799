extension Graph {
  /// The graph in the language of Graphviz.
  package var dot: String {
    var text = "digraph \(quoted(title.printable)) {\n"
    text += "  graph [rankdir=LR, compound=true, fontname=\"sans-serif\"]\n"
    text += "  node [shape=box, fontname=\"sans-serif\"]\n"
    text += "  edge [fontname=\"sans-serif\", fontsize=10]\n"
    let members = members
    for (offset, cluster) in clusters.enumerated() {
      text += "  subgraph cluster_\(offset) {\n    label=\(quoted(cluster.line))\n"
      for node in members[offset] { text += "    " + line(of: node) }
      text += "  }\n"
    }
    for node in members[clusters.count] { text += "  " + line(of: node) }
    for edge in edges { text += line(of: edge, members) }
    return text + "}\n"
  }

  private func line(of offset: Int) -> String {
    let node = nodes[offset]
    var attributes = ["label=" + quoted(node.lines.map(escaped).joined(separator: "\\n"), isEscaped: true)]
    if let look = node.kind.look { attributes.append(look) }
    if let rest = node.rest { attributes.append("tooltip=" + quoted(rest)) }
    return "n\(offset) [\(attributes.joined(separator: ", "))]\n"
  }

  /// An edge of a cluster is one of its first node that is cut off at the frame.
  private func line(of edge: Edge, _ members: [[Int]]) -> String {
    var attributes: [String] = []
    func name(_ end: Edge.End, _ attribute: String) -> String? {
      switch end {
      case .node(let node): return "n\(node.offset)"
      case .cluster(let cluster):
        attributes.append("\(attribute)=cluster_\(cluster.offset)")
        return members[Int(cluster.offset)].first.map { "n\($0)" }
      }
    }
    if !edge.line.isEmpty { attributes.append("label=" + quoted(edge.line)) }
    if let rest = edge.rest { attributes.append("tooltip=" + quoted(rest)) }
    if edge.isDashed { attributes.append("style=dashed") }
    guard let from = name(edge.from, "ltail"), let to = name(edge.to, "lhead") else { return "" }
    let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
    return "  \(from) -> \(to)\(list)\n"
  }
}

extension Graph.Node.Kind {
  fileprivate var look: String? {
    switch self {
    case .plain: nil
    case .substituted: "peripheries=2"
    case .missing: "style=dashed, color=\"#b42318\""
    case .outside: "shape=ellipse"
    case .policy: "style=rounded"
    case .group: "shape=folder"
    }
  }
}

/// A text as a double-quoted string of the language.
private func quoted(_ text: String, isEscaped: Bool = false) -> String {
  "\"" + (isEscaped ? text : escaped(text)) + "\""
}

/// Escapes what ends a string, what begins an escape in a label, and what begins an entity.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "&": result += "&amp;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
