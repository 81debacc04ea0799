import Diagnostics
import Drawing
import Support
import Testing
import Translation

/// The graph of a template's topology; what a template imports comes by name.
func graph(of text: String, _ form: TemplateForm = .simple, importing files: [String: String] = [:]) throws
  -> Graph
{
  let read = ReadTemplate(text, form, importing: files)
  return Graph(try #require(read.topology), title: "template.yaml") { read.log[file: $0].name }
}

/// The graph of what a template becomes.
func translatedGraph(of text: String, driver: TranslationPlan.Driver) throws -> Graph {
  let translation = try #require(ReadTemplate(text).translated(driver: driver).translation)
  return Graph(translation, title: "template.yaml")
}

/// The arrows of a graph in words: `from -> to: label`, `..>` where they are dashed.
func arrows(_ graph: Graph) -> [String] {
  func name(_ end: Graph.Edge.End) -> String {
    switch end {
    case .node(let node): graph.nodes[Int(node.offset)].name
    case .cluster(let cluster): "[\(graph.clusters[Int(cluster.offset)].name)]"
    }
  }
  return graph.edges.map { edge in
    "\(name(edge.from)) \(edge.isDashed ? "..>" : "->") \(name(edge.to))"
      + (edge.label.isEmpty ? "" : ": \(edge.label)")
  }
}

/// A VDU with a port on a network, scaled by an alarm.
let scaledVDU = """
  topology_template:
    node_templates:
      VDU1:
        type: tosca.nodes.nfv.VDU.Tacker
        properties: {image: debian, flavor: m1.small}
      CP1:
        type: tosca.nodes.nfv.CP.Tacker
        properties: {anti_spoofing_protection: false}
        requirements:
        - virtualLink: {node: VL1}
        - virtualBinding: {node: VDU1}
      VL1:
        type: tosca.nodes.nfv.VL
        properties: {network_name: net1, vendor: Libretto}
    policies:
    - SP1:
        type: tosca.policies.tacker.Scaling
        targets: [VDU1]
        properties: {targets: [VDU1], min_instances: 1, max_instances: 3, default_instances: 2, increment: 1}
  """
