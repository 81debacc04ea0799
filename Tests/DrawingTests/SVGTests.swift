import Drawing
import Support
import Testing

@Suite struct SVGTests {
  @Test(arguments: [
    "<script>alert(1)</script>", "]]><!--", "\" onload=\"alert(1)", "&amp;&#0;",
    "a\u{0}\u{8}\u{1B}\n\u{FFFE}\u{2028}b",
    "\u{1FFFF}", "'", "a\u{85}",
  ])
  func `a stranger's name is text`(name: String) throws {
    var graph = Graph(title: name)
    let frame = graph.add(Graph.Cluster(name: name, detail: name))
    let node = graph.add(Graph.Node(name, detail: name, note: name, title: name, in: frame))
    graph.add(Graph.Edge(.node(node), .node(node), label: name))
    let elements = try elements(of: graph.svg)
    #expect(Set(elements) == ["svg", "title", "style", "rect", "g", "path", "text"])
  }

  @Test func `an image refers to nothing outside and runs nothing`() throws {
    let svg = try graph(of: scaledVDU, .nfv).svg
    let namespace = "xmlns=\"http://www.w3.org/2000/svg\""
    #expect(svg.contains(namespace))
    for word in ["http", "href", "url(", "@import", "<script", "<foreignObject", "onload"] {
      #expect(!svg.replacing(namespace, with: "").contains(word), "\(word)")
    }
  }

  @Test func `a long name is cut in its middle, and a title has the rest`() {
    let name = "front-" + String(repeating: "x", count: 100) + "-back"
    var graph = Graph(title: "long")
    let node = graph.add(Graph.Node(name, detail: "T"))
    graph.add(Graph.Edge(.node(node), .node(node), label: name))
    let cut = "front-" + String(repeating: "x", count: 17) + "…" + String(repeating: "x", count: 19) + "-back"
    #expect(graph.svg.contains("<title>\(name) · T</title>"))
    #expect(graph.svg.contains("<title>\(name)</title>"))
    #expect(graph.svg.split(separator: ">\(cut)</text>").count == 3)
    #expect(graph.dot.contains("tooltip=\"\(name) · T\""))
  }

  @Test func `what has no end is cut too`() {
    var graph = Graph(title: "marks")
    graph.add(Graph.Node("e" + String(repeating: "\u{301}", count: 10_000), detail: ""))
    #expect(graph.svg.utf8.count < 10_000)
  }

  @Test func `an empty graph is an image too`() throws {
    let svg = Graph(title: "nothing").svg
    #expect(svg.contains("viewBox=\"0 0 40 40\""))
    #expect(try elements(of: svg) == ["svg", "title", "style", "rect", "g"])
  }

  @Test func `the same graph gives the same bytes`() throws {
    let images = try (0..<3).map { _ in try graph(of: scaledVDU, .nfv).svg }
    #expect(Set(images).count == 1)
  }

  private struct NotWellFormed: Error {
    let place: String
  }

  /// The names of the elements of a document, which must be well-formed.
  private func elements(of document: String) throws -> [String] {
    var rest = document[...]
    var (names, open): ([String], [Substring]) = ([], [])
    guard let declaration = rest.prefixMatch(of: /<\?xml version="1.0" encoding="UTF-8"\?>\n/) else {
      throw NotWellFormed(place: "declaration")
    }
    rest = rest[declaration.range.upperBound...]
    let tag = /<(\/?)([a-z]+)((?: [a-zA-Z]+="[^"<&]*")*)(\/?)>/
    let text = /(?:[^<>&\x00-\x08\x0B-\x1F\x7F-\x9F\uFFFE\uFFFF]|&(?:amp|lt|gt);)+/
    while !rest.isEmpty {
      if let match = rest.prefixMatch(of: tag) {
        rest = rest[match.range.upperBound...]
        if !match.1.isEmpty {
          guard open.popLast() == match.2 else { throw NotWellFormed(place: "end of \(match.2)") }
          continue
        }
        names.append(String(match.2))
        if match.4.isEmpty { open.append(match.2) }
      } else if let match = rest.prefixMatch(of: text) {
        rest = rest[match.range.upperBound...]
      } else {
        throw NotWellFormed(place: String(rest.prefix(40)))
      }
    }
    guard open.isEmpty else { throw NotWellFormed(place: "the end") }
    return names
  }
}
