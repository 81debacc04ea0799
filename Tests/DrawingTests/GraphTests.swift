import Drawing
import Testing

@Suite struct GraphTests {
  @Test func `what is added keeps its order, and a box can be framed later`() {
    var graph = Graph(title: "two")
    let one = graph.add(Graph.Node("one", detail: ""))
    let two = graph.add(Graph.Node("two", detail: ""))
    let frame = graph.add(Graph.Cluster(name: "frame", detail: ""))
    graph.add(Graph.Edge(.node(two), .node(one)))
    graph.move(two, to: frame)
    #expect(graph.nodes.map(\.name) == ["one", "two"])
    #expect(graph.nodes.map(\.cluster) == [nil, frame])
    #expect(graph.edges == [Graph.Edge(.node(two), .node(one))])
  }
}
