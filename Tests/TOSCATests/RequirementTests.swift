import Support
import Testing

@Suite struct RequirementTests {
  @Test(arguments: [
    "- virtualLink: VL1", "- virtualLink: {node: VL1}", "- virtualLink: {node: VL1, relationship: LinksTo}",
    "- virtualLink: {node: VL1, relationship: {type: LinksTo}}",
    "- virtualLink: {node: VL1, capability: virtual_linkable}",
  ])
  func `a requirement has a short and a long form`(requirement: String) {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements:
            \(requirement)
      """)
  }

  @Test func `a requirement names a node template that exists`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements:
            - virtualLink: {node: VL2}
      #                           ^^^ error unknown-node -> VL1
            - virtualBinding: VDU11
      #                       ^^^^^ error unknown-node -> VDU1
          CP2:
            type: tosca.nodes.nfv.CP.Tacker
            requirements:
            - virtualLink: VL1
            - virtualBinding: VDU1
      """)
  }

  @Test func `a requirement is one that the type has`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements:
            - virtualLink: VL1
            - virtualLinks: VL1
      #       ^^^^^^^^^^^^ error unknown-requirement -> virtualLink
      """)
  }

  @Test func `a requirement is met by a node of the type and capability that it asks for`() {
    expectFindings(
      """
      node_types:
        Wall: {derived_from: tosca.nodes.Root}
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {capability: tosca.capabilities.Attachment, occurrences: [0, 1]}
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements:
            - virtualLink: VDU1
      #                    ^^^^ error wrong-target
            - virtualBinding: {node: VL1}
      #                              ^^^ error wrong-target
          wall: {type: Wall}
          volume: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB}}
          dark: {type: Lamp, requirements: [{socket: wall}]}
      #                                              ^^^^ error wrong-target
          bright: {type: Lamp, requirements: [{socket: volume}]}
      """)
  }

  @Test func `software may be hosted past what should lie between, and on several servers`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          spare: {type: tosca.nodes.Compute}
          data: {type: tosca.nodes.Database, properties: {name: data}, requirements: [{host: server}]}
      #                                                                                      ^^^^^^ warning wrong-target
          app: {type: tosca.nodes.WebApplication, requirements: [{host: data}]}
      #                                                                 ^^^^ error wrong-target
          web: {type: tosca.nodes.WebServer, requirements: [{host: server}, {host: spare}]}
      #                                                                      ^^^^ warning too-many-requirements
      """, .simple)
  }

  @Test func `a node states the requirements that its type wants met`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          CP1: {type: tosca.nodes.nfv.CP.Tacker}
      #   ^^^ warning missing-requirement
          port: {type: tosca.nodes.network.Port}
      #   ^^^^ warning missing-requirement
      #   ^^^^ warning missing-requirement
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP2: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}]}
      """)
  }

  @Test func `what another template meets is not missing here`() {
    expectFindings(
      """
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.nfv.VNF, requirements: {virtualLink: [CP1, virtualLink]}}
        node_templates:
          CP1: {type: tosca.nodes.nfv.CP.Tacker}
      """)
  }

  @Test func `a requirement that names a type or a filter is met by the first node that fits`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: tosca.nodes.nfv.VL}]}
          CP2: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: {node_filter: {}}}]}
          CP3: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: {node: VL1}}]}
      """)
  }

  @Test func `a requirement has one of the two forms`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements:
            - virtualLink: [VL1]
      #                    ^^^^^ error wrong-form
            - text
      #       ^^^^ error wrong-form
      """)
  }

  @Test func `one component of Tacker on several servers is accepted, as Tacker does`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          firewall:
            type: tosca.nodes.nfv.VNFC.Tacker
            requirements:
            - host: VDU1
            - host: VDU2
      #       ^^^^ warning too-many-requirements
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker}
      """)
  }
}
