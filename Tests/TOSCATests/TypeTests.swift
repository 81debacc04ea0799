import Support
import Testing

@Suite struct TypeTests {
  @Test func `a type that does not exist is one finding, with the name that was meant`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tracker
      #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.nfv.VDU.Tacker
            properties: {image: cirros, nonsense: 3}
            capabilities: {nonsense: {properties: {a: b}}}
            requirements: [{nonsense: VL1}]
          VL1:
            type: tosca.nodes.nfv.VL
            properties: {vendor: acme}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
        policies:
        - placement: {type: tosca.policies.Tacker.Placemen, targets: [VDU1], properties: {nonsense: 3}}
      #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.policies.tacker.Placement
      """)
  }

  @Test func `a type in other case is reported and taken`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.NFV.VDU.Tacker
      #           ^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.nfv.VDU.Tacker
            properties: {imag: cirros}
      #                  ^^^^ error unknown-property -> image
      """)
  }

  @Test(arguments: ["tosca.nodes.Compute", "tosca:Compute", "Compute"])
  func `a normative type has short names`(name: String) {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {properties: {nonsense: 3}, type: \(name)}
      #                         ^^^^^^^^ error unknown-property
      """, .simple)
  }

  @Test func `a derived type has what it inherits and what it changes`() {
    expectFindings(
      """
      data_types:
        Port: {derived_from: integer}
      node_types:
        Base:
          derived_from: tosca.nodes.Root
          properties:
            color: {type: string}
            size: {type: integer, default: 1}
          capabilities:
            plug: {type: tosca.capabilities.Node}
          requirements:
          - cable: {capability: tosca.capabilities.Node, occurrences: [0, 1]}
        Derived:
          derived_from: Base
          properties:
            size: {type: integer, required: false}
            port: {type: Port, required: false}
      topology_template:
        node_templates:
          good:
            type: Derived
            properties: {color: red, size: 3, port: 80}
            capabilities: {plug: {}}
            requirements: [{cable: bad}]
          bad:
            type: Derived
            properties: {size: [1], colour: red, port: eighty}
      #                                                ^^^^^^ error wrong-type
      #                             ^^^^^^ error unknown-property -> color
      #                        ^^^ error wrong-type
      """, .simple)
  }

  @Test func `a type does not derive from itself`() {
    expectFindings(
      """
      node_types:
        A: {derived_from: B}
        B: {derived_from: C}
        C: {derived_from: A}
      # ^ error type-cycle
        Own: {derived_from: Own}
      # ^^^ error type-cycle
      topology_template:
        node_templates:
          node: {type: A}
      """, .simple)
  }

  @Test func `a hundred types may derive from each other, and no more`() {
    let chain = (1...98).map { "\n  T\($0): {derived_from: T\($0 - 1)}" }.joined()
    expectFindings("node_types:\n  T0: {derived_from: tosca.nodes.Root}\(chain)", .simple)
    let long = (1...250).map { "\n  T\($0): {derived_from: T\($0 + 1)}" }.joined()
    expectFindings(
      """
      topology_template: {node_templates: {node: {type: T1}}}
      node_types:\(long)
        T251: {derived_from: tosca.nodes.Root}
      """.marking(line: 102, "#                      ^^^^ error type-chain")
        .marking(line: 203, "#                      ^^^^ error type-chain"), .simple)
  }

  @Test func `the types of a definition exist`() {
    expectFindings(
      """
      data_types:
        Pair:
          properties:
            first: {type: strin}
      #                   ^^^^^ error unknown-type -> string
            second: {type: list, entry_schema: {type: string}}
      node_types:
        Node:
          derived_from: tosca.nodes.Rot
      #                 ^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Root
          properties:
            pair: {type: Pairs, required: false}
      #                  ^^^^^ error unknown-type -> Pair
            good: {type: Pair, required: false}
      topology_template:
        inputs:
          input: {type: Paair}
      #                 ^^^^^ error unknown-type -> Pair
      """, .simple)
  }

  @Test func `a default has the type of its property`() {
    expectFindings(
      """
      node_types:
        Node:
          derived_from: tosca.nodes.Root
          properties:
            bad: {type: integer, default: many}
      #                                   ^^^^ error wrong-type
            good: {type: integer, default: 3}
      topology_template:
        inputs:
          bad: {type: boolean, default: 3}
      #                                 ^ error wrong-type
          good: {type: boolean, default: false}
      """, .simple)
  }

  @Test func `a type is defined once`() {
    expectFindings(
      """
      imports: [types.yaml]
      node_types:
        Node: {derived_from: tosca.nodes.Root}
        Other: {derived_from: tosca.nodes.Root}
      """, .simple,
      importing: [
        "types.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_3
        node_types:
          Node: {derived_from: tosca.nodes.Root}
        """
      ], elsewhere: ["types.yaml:3:3 error duplicate-type"])
  }

  @Test func `a type of the template replaces one of the profile`() {
    expectFindings(
      """
      node_types:
        tosca.nodes.Compute:
          derived_from: tosca.nodes.Root
          properties: {color: {type: string}}
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, properties: {color: red}}
      """, .simple)
  }

  @Test func `keys of a type definition are those of its kind`() {
    expectFindings(
      """
      node_types:
        Node:
          derived_from: tosca.nodes.Root
          propertys: {}
      #   ^^^^^^^^^ error unknown-key -> properties
        Good:
          derived_from: tosca.nodes.Root
          version: 1.0
          description: text
          metadata: {}
          attributes: {}
          interfaces: {}
          artifacts: {}
      capability_types:
        Capability:
          derived_from: tosca.capabilities.Root
          requirements: []
      #   ^^^^^^^^^^^^ error unknown-key
      """, .simple)
  }
}

extension String {
  /// The text with a mark under one of its lines, which count from 1.
  fileprivate func marking(line: Int, _ mark: String) -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    lines.insert(mark[...], at: line)
    return lines.joined(separator: "\n")
  }
}
