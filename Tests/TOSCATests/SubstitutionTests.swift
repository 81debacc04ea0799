import Diagnostics
import Support
import TOSCA
import Testing

private let version = "tosca_definitions_version: tosca_simple_yaml_1_3\n"
/// A node type, and a topology for each flavour of it.
private let files = [
  "types.yaml": version + """
    node_types:
      Function:
        derived_from: tosca.nodes.Root
        properties: {flavour: {type: string}}
        requirements: [{link: {capability: tosca.capabilities.Attachment}}]
    """,
  "simple.yaml": flavour("simple"), "large.yaml": flavour("large"),
]

private func flavour(_ name: String) -> String {
  version + """
    imports: [types.yaml]
    topology_template:
      substitution_mappings:
        node_type: Function
        properties: {flavour: \(name)}
        requirements: {link: [\(name)_port, link]}
      node_templates:
        \(name)_port: {type: tosca.nodes.network.Port, requirements: [{binding: \(name)_server}]}
        \(name)_server: {type: tosca.nodes.Compute}
    """
}

@Suite struct SubstitutionTests {
  @Test func `the topology of the flavour that is asked for stands for a node`() throws {
    let read = ReadTemplate(
      """
      imports: [types.yaml, simple.yaml, large.yaml]
      topology_template:
        node_templates:
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB}}
          first: {type: Function, properties: {flavour: large}, requirements: [{link: disk}]}
          second: {type: Function, properties: {flavour: simple}, requirements: [{link: disk}]}
          third: {type: Function, properties: {flavour: tiny}, requirements: [{link: disk}]}
      """, .simple, importing: files)
    let topology = try #require(read.topology)
    #expect(read.log.findings.isEmpty)
    let names = topology.nodes.map { node in
      node.substitute.flatMap { topology.substitutes[$0].nodes.first?.name.text }
    }
    #expect(names == [nil, "large_port", "simple_port", nil])
  }

  @Test func `a mapped requirement is met outside, any other is not`() {
    expectFindings(
      """
      node_types:
        Function:
          derived_from: tosca.nodes.Root
          requirements: [{link: {capability: tosca.capabilities.network.Linkable}}]
      topology_template:
        substitution_mappings: {node_type: Function, requirements: [{link: [inner, link]}]}
        node_templates:
          server: {type: tosca.nodes.Compute}
          inner: {type: tosca.nodes.network.Port, requirements: [{binding: server}]}
          outer: {type: tosca.nodes.network.Port, requirements: [{binding: server}]}
      #   ^^^^^ error missing-requirement
      """, .simple)
  }

  @Test func `mappings are lists or maps, also in the form with 'mapping'`() {
    expectFindings(
      """
      topology_template:
        inputs: {size: {type: scalar-unit.size}}
        substitution_mappings:
          node_type: tosca.nodes.BlockStorage
          properties: {size: [size]}
          capabilities: [{attachment: {mapping: [disk, attachment]}}]
          attributes: {volume_id: [disk, volume_id]}
        node_templates:
          disk: {type: tosca.nodes.BlockStorage, properties: {size: {get_input: size}}}
      """, .simple)
  }

  @Test func `an imported topology has its findings in its own file`() {
    expectFindings(
      "imports: [types.yaml, broken.yaml]", .simple,
      importing: [
        "types.yaml": files["types.yaml"] ?? "",
        "broken.yaml": flavour("broken").replacing("broken_server}", with: "server}"),
      ], elsewhere: ["broken.yaml:9:76 error unknown-node"])
  }
}
