import Diagnostics
import Support
import TOSCA
import Testing

/// Which node meets a requirement that names none.
@Suite struct RequirementSearchTests {
  @Test func `the first node that fits is taken, and passes the rest by`() throws {
    let read = ReadTemplate(
      """
      topology_template:
        node_templates:
          net: {type: tosca.nodes.network.Network}
          small: {type: tosca.nodes.Compute, capabilities: {host: {properties: {num_cpus: 1}}}}
          large: {type: tosca.nodes.Compute, capabilities: {host: {properties: {num_cpus: 8}}}}
          any: {type: tosca.nodes.WebServer, requirements: [{host: tosca.nodes.Compute}]}
          big:
            type: tosca.nodes.WebServer
            requirements:
            - host:
                node: tosca.nodes.Compute
                node_filter: {capabilities: [{host: {properties: [{num_cpus: {in_range: [4, 16]}}]}}]}
      """, .simple)
    let topology = try #require(read.topology)
    let targets = topology.requirements.map { $0.target.map { topology[$0].name.text } }
    #expect(targets == ["small", "large"])
    #expect(read.log.findings.isEmpty)
  }

  @Test func `why each node is refused is told`() {
    let read = ReadTemplate(
      """
      node_types:
        Box:
          derived_from: tosca.nodes.Root
          properties: {color: {type: string, required: false}}
          capabilities: {plug: {type: tosca.capabilities.Attachment, valid_source_types: [tosca.nodes.Compute]}}
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {capability: tosca.capabilities.Attachment, node: Box}
      topology_template:
        node_templates:
          gray: {type: Box}
          lamp: {type: Lamp, requirements: [{socket: {node_filter: {properties: [{color: red}]}}}]}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB}}
          web:
            type: tosca.nodes.SoftwareComponent
            requirements:
            - host: {node: tosca.nodes.Compute, node_filter: {properties: [{color: red}]}}
            - dependency: {node: Box, node_filter: {properties: [{color: red}, {size: {length: 3}}]}}
          server: {type: tosca.nodes.Compute}
      """, .simple)
    #expect(read.log.sorted.map(\.code.name) == ["no-candidate", "no-candidate", "no-candidate"])
    #expect(
      read.log.sorted.flatMap(\.notes).map(\.message) == [
        "'gray' is refused: its capability is not for a 'Lamp'",
        "'server' is refused: it has no property 'color'",
        "'gray' is refused: it has no value for 'color'",
      ])
  }

  @Test func `a node of unknown type may be the one that is looked for`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Copmute}
      #                  ^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
          web: {type: tosca.nodes.WebServer}
          other: {type: tosca.nodes.WebServer, requirements: [{host: tosca.nodes.Compute}]}
      """, .simple)
  }

  @Test func `a capability may not be for a node of this type`() {
    expectFindings(
      """
      capability_types:
        Socket: {derived_from: tosca.capabilities.Root, valid_source_types: [Lamp]}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, requirements: [{socket: {capability: Socket}}]}
        Oven: {derived_from: tosca.nodes.Root, requirements: [{socket: {capability: Socket}}]}
        Wall: {derived_from: tosca.nodes.Root, capabilities: {socket: {type: Socket}}}
      topology_template:
        node_templates:
          wall: {type: Wall}
          lamp: {type: Lamp, requirements: [{socket: wall}]}
          oven: {type: Oven, requirements: [{socket: wall}]}
      #                                              ^^^^ warning source-not-accepted
      """, .simple)
  }

  @Test func `a suppressed finding is made again elsewhere`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          net: {type: tosca.nodes.network.Network}
          first: {type: tosca.nodes.WebServer, requirements: [{host: net}]} # libretto: ignore wrong-target
          second: {type: tosca.nodes.WebServer, requirements: [{host: net}]}
      #                                                               ^^^ error wrong-target
      """, .simple)
  }

  @Test func `a node of many requirements costs no more than their number`() {
    let names = (1...2000).map { "r\($0)" }
    let definitions = names.map { "      - \($0): {capability: tosca.capabilities.Node, relationship: R}\n" }
    let stated = names.map { "      - \($0): wall\n" }
    expectFindings(
      """
      relationship_types: {R: {derived_from: tosca.relationships.DependsOn}}
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
      \(definitions.joined())
      topology_template:
        node_templates:
          wall: {type: tosca.nodes.Root}
          lamp:
            type: Lamp
            requirements:
      \(stated.joined())
          open: {type: Lamp}
      """, .simple)
  }
}
