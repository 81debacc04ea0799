import Diagnostics
import Support
import TOSCA
import Testing

@Suite struct CopyTests {
  @Test func `a copy has what its original has, and what it says itself`() throws {
    let read = ReadTemplate(
      """
      topology_template:
        node_templates:
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB}}
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 2, mem_size: 1 GB}}}
            requirements:
            - local_storage: {node: disk, relationship: {type: AttachesTo, properties: {location: /data}}}
          spare: {copy: server}
          large: {copy: disk, properties: {size: 9 GB}}
      """, .simple)
    let topology = try #require(read.topology)
    #expect(read.log.findings.isEmpty)
    let spare = topology[try #require(topology.node(named: "spare"))]
    #expect(spare.type.name == "tosca.nodes.Compute")
    #expect(spare.capability("host")?.properties.first?.value.integer == 2)
    let targets = topology.targets(of: try #require(topology.node(named: "spare")), "local_storage")
    #expect(targets == [topology.node(named: "disk")])
    let large = topology[try #require(topology.node(named: "large"))]
    #expect(large[property: "size"]?.text == "9 GB")
  }

  @Test func `a mistake in an original is told once, one in a copy too`() {
    expectFindings(
      """
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {watts: {type: integer}}}
      topology_template:
        node_templates:
          bare: {type: Lamp}
      #   ^^^^ error missing-property
          wrong: {type: Lamp, properties: {watts: many}}
      #                                           ^^^^ error wrong-type
          bare2: {copy: bare}
          wrong2: {copy: wrong}
          wrong3: {copy: wrong, properties: {watts: few}}
      #                                             ^^^ error wrong-type
      """, .simple)
  }

  @Test func `copies of each other come to an end`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          first: {copy: second}
      #                 ^^^^^^ warning copy-of-copy
      #   ^^^^^ error missing-type
          second: {copy: first}
      #                  ^^^^^ warning copy-of-copy
      #   ^^^^^^ error missing-type
          self: {copy: self}
      #                ^^^^ warning copy-of-copy
      #   ^^^^ error missing-type
      """, .simple)
  }
}
