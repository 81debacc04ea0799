import Drawing
import Testing

/// The graph in the languages of other programs.
@Suite struct LanguageTests {
  private func sample() -> Graph {
    var graph = Graph(title: "sample")
    let frame = graph.add(Graph.Cluster(name: "frame", detail: "Root"))
    let plain = graph.add(Graph.Node("a", detail: "T", title: "a: my.T"))
    let inside = graph.add(Graph.Node("b", detail: "T", in: frame))
    let missing = graph.add(Graph.Node("c", detail: "no such node", kind: .missing))
    let double = graph.add(Graph.Node("d", detail: "T", note: "by d.yaml", kind: .substituted))
    let outside = graph.add(Graph.Node("e", detail: "", kind: .outside))
    let policy = graph.add(Graph.Node("p", detail: "", kind: .policy))
    let group = graph.add(Graph.Node("g", detail: "", kind: .group))
    graph.add(Graph.Edge(.node(plain), .node(inside), label: "host"))
    graph.add(Graph.Edge(.node(plain), .node(missing), isDashed: true))
    graph.add(Graph.Edge(.node(policy), .cluster(frame), label: "on", isDashed: true))
    graph.add(Graph.Edge(.node(group), .node(double)))
    graph.add(Graph.Edge(.cluster(frame), .node(outside)))
    return graph
  }

  @Test func `a graph in the language of Graphviz`() {
    #expect(
      sample().dot == #"""
        digraph "sample" {
          graph [rankdir=LR, compound=true, fontname="sans-serif"]
          node [shape=box, fontname="sans-serif"]
          edge [fontname="sans-serif", fontsize=10]
          subgraph cluster_0 {
            label="frame (Root)"
            n1 [label="b\nT"]
          }
          n0 [label="a\nT", tooltip="a: my.T"]
          n2 [label="c\nno such node", style=dashed, color="#b42318"]
          n3 [label="d\nT\nby d.yaml", peripheries=2]
          n4 [label="e", shape=ellipse]
          n5 [label="p", style=rounded]
          n6 [label="g", shape=folder]
          n0 -> n1 [label="host"]
          n0 -> n2 [style=dashed]
          n5 -> n1 [label="on", style=dashed, lhead=cluster_0]
          n6 -> n3
          n1 -> n4 [ltail=cluster_0]
        }

        """#)
  }

  @Test func `a graph in the language of Mermaid`() {
    #expect(
      sample().mermaid == """
        flowchart LR
          subgraph c0["frame (Root)"]
            n1["b<br/>T"]
          end
          n0["a<br/>T"]
          n2["c<br/>no such node"]:::missing
          n3[["d<br/>T<br/>by d.yaml"]]
          n4(["e"])
          n5("p")
          n6("g")
          n0 -->|"host"| n1
          n0 -.-> n2
          n5 -.->|"on"| c0
          n6 --> n3
          c0 --> n4
          classDef missing stroke:#b42318,stroke-dasharray:5 5

        """)
  }

  @Test func `an empty graph is a drawing too`() {
    let graph = Graph(title: "nothing")
    #expect(graph.dot.hasPrefix("digraph \"nothing\" {\n"))
    #expect(graph.mermaid == "flowchart LR\n")
  }

  @Test(arguments: [
    (#"a"b"#, #"a\"b"#, "a#34;b"), (#"a\nb"#, #"a\\nb"#, "a#92;nb"), (#"a\"#, #"a\\"#, "a#92;"),
    ("&lt;", "&amp;lt;", "#38;lt#59;"), ("<b>", "<b>", "#60;b#62;"), ("a\nb\u{0}", "a␊b␀", "a␊b␀"),
    ("#quot;", "#quot;", "#35;quot#59;"),
    ("%%{init: {}}%%", "%%{init: {}}%%", "#37;#37;#123;init: #123;#125;#125;#37;#37;"),
    ("`x`", "`x`", "#96;x#96;"), ("direction TB", "direction TB", "direction#32;TB"),
    ("style x:#1;", "style x:#1;", "style#32;x#58;#35;1#59;"), ("a\u{A0}b", "a\u{A0}b", "a#160;b"),
    ("\u{202E}a", "\u{FFFD}a", "\u{FFFD}a"), ("日本", "日本", "日本"),
  ])
  func `a name cannot leave its quotes`(name: String, dot: String, mermaid: String) {
    var graph = Graph(title: name)
    let frame = graph.add(Graph.Cluster(name: name, detail: ""))
    let node = graph.add(Graph.Node(name, detail: "", in: frame))
    graph.add(Graph.Edge(.node(node), .node(node), label: name))
    let lines = graph.dot.split(separator: "\n").map(String.init)
    #expect(lines.first == "digraph \"\(dot)\" {")
    #expect(lines.contains("    label=\"\(dot)\""))
    #expect(lines.contains("    n0 [label=\"\(dot)\"]"))
    #expect(lines.contains("  n0 -> n0 [label=\"\(dot)\"]"))
    #expect(
      graph.mermaid == """
        flowchart LR
          subgraph c0["\(mermaid)"]
            n0["\(mermaid)"]
          end
          n0 -->|"\(mermaid)"| n0

        """)
  }
}
