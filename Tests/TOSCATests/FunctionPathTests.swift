import Diagnostics
import Support
import Testing

@Suite struct FunctionPathTests {
  @Test func `HOST is a node that the node is hosted on, however far down`() {
    expectFindings(
      """
      node_types:
        App:
          derived_from: tosca.nodes.SoftwareComponent
          properties: {cpus: {type: string, required: false}}
          capabilities: {base: {type: tosca.capabilities.Compute}}
          requirements:
            - host:
                capability: tosca.capabilities.Compute
                relationship: tosca.relationships.HostedOn
                occurrences: [0, 1]
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          base: {type: App, requirements: [{host: server}]}
          upper:
            type: App
            properties: {cpus: {get_attribute: [HOST, private_address]}}
            requirements: [{host: base}]
            attributes:
              state: {get_attribute: [HOST, public_adress]}
      #                                     ^^^^^^^^^^^^^ error unknown-attribute
          lonely:
            type: tosca.nodes.Compute
            attributes:
              private_address: {get_property: [HOST, name]}
      #                                        ^^^^ error function-keyword
      """, .simple)
  }

  @Test func `a path goes through a requirement or a capability`() {
    expectFindings(
      """
      node_types:
        App:
          derived_from: tosca.nodes.SoftwareComponent
          properties: {value: {type: string, required: false}}
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          app: {type: App, requirements: [{host: server}], properties: {value: {get_property: [SELF, host, num_cpus]}}}
          other:
            type: App
            requirements: [{host: server}]
            properties:
              value: {get_property: [SELF, host, num_cpu]}
      #                                          ^^^^^^^ error unknown-property -> num_cpus
          attribute:
            type: App
            requirements: [{host: server}]
            attributes:
              value: {get_attribute: [SELF, host, private_address]}
              state: {get_attribute: [app, host, endpoint, ip_address]}
              tosca_id: {get_attribute: [app, host, endpoint, ip_adress]}
      #                                                       ^^^^^^^^^ error unknown-attribute -> ip_address
      """, .simple)
  }

  @Test func `SOURCE and TARGET are the ends of a relationship`() {
    expectFindings(
      """
      relationship_types:
        Link: {derived_from: tosca.relationships.HostedOn, properties: {address: {type: string, required: false}}}
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          app:
            type: tosca.nodes.SoftwareComponent
            properties:
              component_version: {get_property: [TARGET, host, num_cpus]}
      #                                          ^^^^^^ error function-keyword
            requirements:
              - host:
                  node: server
                  relationship:
                    type: Link
                    properties:
                      address: {get_attribute: [TARGET, private_address]}
                    interfaces:
                      Configure:
                        inputs:
                          good: {get_property: [SOURCE, component_version]}
                          own: {get_property: [SELF, address]}
                          bad: {get_property: [SOURCE, component_versio]}
      #                                                ^^^^^^^^^^^^^^^^ error unknown-property -> component_version
                          worse: {get_attribute: [TARGET, privat_address]}
      #                                                   ^^^^^^^^^^^^^^ error unknown-attribute -> private_address
      """, .simple)
  }

  @Test func `a relationship template has properties, and is got by its name`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        relationship_templates:
          attachment:
            type: tosca.relationships.AttachesTo
            properties: {location: {get_property: [TARGET, anything]}, device: {get_property: [SELF, locatio]}}
      #                                                                                              ^^^^^^^ error unknown-property -> location
        outputs:
          good: {value: {get_property: [attachment, location]}}
          bad: {value: {get_property: [attachment, locations]}}
      #                                            ^^^^^^^^^ error unknown-property -> location
      """, .simple)
  }

  @Test func `a type knows itself, but no node of the template`() {
    expectFindings(
      """
      node_types:
        Node:
          derived_from: tosca.nodes.Root
          properties:
            first: {type: string, default: a}
            second: {type: string, default: {get_property: [SELF, first]}}
            third: {type: string, default: {get_property: [SELF, frist]}}
      #                                                          ^^^^^ error unknown-property -> first
            fourth: {type: string, default: {get_input: anything}}
            fifth: {type: string, default: {get_property: [some_node, anything]}}
            sixth: {type: string, default: {get_property: [SOURCE, anything]}}
      #                                                    ^^^^^^ error function-keyword
          interfaces:
            Standard:
              type: tosca.interfaces.node.lifecycle.Standard
              create:
                inputs:
                  input: {get_property: [SELF, secnd]}
      #                                        ^^^^^ error unknown-property -> second
                  host: {get_attribute: [HOST, private_address]}
      topology_template:
        node_templates:
          node: {type: Node}
      """, .simple)
  }

  @Test func `a policy and a group may get what nodes have`() {
    expectFindings(
      """
      policy_types:
        Rule: {derived_from: tosca.policies.Root, properties: {value: {type: string, required: false}}}
      topology_template:
        inputs: {list: {type: list, default: []}}
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
          - good: {type: Rule, properties: {value: {get_attribute: [server, private_address]}}}
          - bad: {type: Rule, properties: {value: {get_attribute: [servr, private_address]}}}
      #                                                            ^^^^^ error unknown-node -> server
          - worse: {type: Rule, properties: {value: {get_input: list}}}
      #                                             ^^^^^^^^^^^^^^^^^ error wrong-type
      """, .simple)
  }

  @Test func `an input is there before the nodes`() {
    expectFindings(
      """
      topology_template:
        inputs:
          first: {type: string, default: {get_input: second}}
          second: {type: string, default: {concat: [a, b]}}
          third: {type: string, default: {get_property: [server, name]}}
      #                                   ^^^^^^^^^^^^ error function-place
          circle: {type: string, default: {get_input: circle}}
      #                                               ^^^^^^ warning function-cycle
        node_templates:
          server: {type: tosca.nodes.Compute}
      """, .simple)
  }
}

@Suite struct FunctionCycleTests {
  private let types = """
    node_types:
      Node:
        derived_from: tosca.nodes.Root
        properties: {value: {type: string, required: false}, other: {type: string, required: false}, parts: {type: map, required: false}}
      Mirror: {derived_from: Node, properties: {value: {type: string, default: {get_property: [SELF, other]}}}}

    """

  @Test func `a property is not got from itself, not even through others`() {
    expectFindings(
      types + """
        topology_template:
          node_templates:
            a:
              type: Node
              properties: {value: {get_property: [b, value]}}
        #                          ^^^^^^^^^^^^ error function-cycle
            b: {type: Node, properties: {value: {concat: [x, {get_attribute: [c, value]}]}}}
            c: {type: Node, properties: {value: {get_property: [a, value]}}}
            own:
              type: Node
              properties: {value: {get_property: [SELF, value]}}
        #                          ^^^^^^^^^^^^ error function-cycle
            mirror: {type: Mirror, properties: {other: {get_property: [SELF, value]}}}
        #                                               ^^^^^^^^^^^^ error function-cycle
            behind: {type: Node, properties: {value: {get_property: [own, value]}}}
        """, .simple)
  }

  @Test func `parts of properties may be got from each other`() {
    expectFindings(
      types + """
        topology_template:
          node_templates:
            a: {type: Node, properties: {parts: {x: {get_property: [b, parts, x]}, y: here}}}
            b: {type: Node, properties: {parts: {x: there, y: {get_property: [a, parts, y]}}}}
            c: {type: Node, properties: {value: {get_property: [d, other]}, other: x}}
            d: {type: Node, properties: {value: {get_property: [c, other]}, other: {get_property: [c, other]}}}
        """, .simple)
  }

  @Test func `a circle names the way`() throws {
    let log = ReadTemplate(
      types + """
        topology_template:
          node_templates:
            a: {type: Node, properties: {value: {get_property: [b, value]}}}
            b: {type: Node, properties: {value: {get_property: [a, value]}}}
        """, .simple
    ).log
    let finding = try #require(log.findings.first { $0.code == "function-cycle" })
    #expect(
      finding.message
        == "this value is got from itself, by way of 1 other; give one of them a value of its own")
    #expect(finding.notes.map(\.message) == ["which gets 'value'"])
  }

  @Test(arguments: [false, true])
  func `a chain of any length is followed`(isClosed: Bool) {
    let count = 30_000
    let nodes = (0..<count).map { number in
      "\n    n\(number): {type: Node, properties: {value: {get_property: [n\((number + 1) % count), value]}}}"
    }
    let last = isClosed ? "" : "\n    n\(count): {type: Node, properties: {value: x}}"
    let open = isClosed ? nodes : nodes.dropLast() + ["\n    n\(count - 1): {type: Node}"]
    let log = ReadTemplate(types + "topology_template:\n  node_templates:\(open.joined())\(last)", .simple)
      .log
    let codes = log.findings.map(\.code).filter { $0 != "unused-type" }
    #expect(codes == (isClosed ? ["function-cycle"] : []))
    #expect(log.findings.allSatisfy { $0.notes.count < 10 })
  }
}
