extension Graph {
  /// The graph as a flowchart of Mermaid.
  package var mermaid: String {
    var text = "flowchart LR\n"
    let members = members
    for (offset, cluster) in clusters.enumerated() where !members[offset].isEmpty {
      text += "  subgraph c\(offset)[\(quoted([cluster.line]))]\n"
      for node in members[offset] { text += "    " + line(of: node) }
      text += "  end\n"
    }
    for node in members[clusters.count] { text += "  " + line(of: node) }
    for edge in edges {
      guard let from = name(edge.from, members), let to = name(edge.to, members) else { continue }
      let label = edge.line.isEmpty ? "" : "|\(quoted([edge.line]))|"
      text += "  \(from) \(edge.isDashed ? "-.->" : "-->")\(label) \(to)\n"
    }
    if nodes.contains(where: { $0.kind == .missing }) {
      text += "  classDef missing stroke:#b42318,stroke-dasharray:5 5\n"
    }
    return text
  }

  private func line(of offset: Int) -> String {
    let node = nodes[offset]
    let (opening, closing) = node.kind.brackets
    let label = quoted(node.lines)
    return "n\(offset)\(opening)\(label)\(closing)\(node.kind == .missing ? ":::missing" : "")\n"
  }

  private func name(_ end: Edge.End, _ members: [[Int]]) -> String? {
    switch end {
    case .node(let node): "n\(node.offset)"
    case .cluster(let cluster): members[Int(cluster.offset)].isEmpty ? nil : "c\(cluster.offset)"
    }
  }
}

extension Graph.Node.Kind {
  fileprivate var brackets: (String, String) {
    switch self {
    case .plain, .missing: ("[", "]")
    case .substituted: ("[[", "]]")
    case .outside: ("([", "])")
    case .policy, .group: ("(", ")")
    }
  }
}

/// Lines as one string of Mermaid's language: all but letters, digits and a few signs as numbered entities.
///
/// Mermaid looks for directives, comments and keywords in the raw text before it knows what a string is: the word
/// `direction` with a space after it anywhere in a line, and a colon between `style` or `classDef` and an entity.
private func quoted(_ lines: [String]) -> String {
  let hasKeyword = lines.contains { line in
    ["style", "classDef", "direction"].contains { line.contains($0) }
  }
  return "\"" + lines.map { escaped($0, hasKeyword) }.joined(separator: "<br/>") + "\""
}

private func escaped(_ text: String, _ hasKeyword: Bool) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    let isSafe =
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", ",", "/", "(", ")", "+": true
      case " ", ":": !hasKeyword
      // Mermaid's own marks for entities.
      case "\u{FB02}", "\u{B6}", "\u{DF}", "\u{B0}": false
      default: scalar.value >= 0xA0 && !scalar.properties.isWhitespace
      }
    if isSafe { result.unicodeScalars.append(scalar) } else { result += "#\(scalar.value);" }
  }
  return result
}
