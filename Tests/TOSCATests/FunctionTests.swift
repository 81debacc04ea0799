import Support
import Testing

@Suite struct FunctionTests {
  @Test func `a call names an input that exists`() {
    expectFindings(
      """
      topology_template:
        inputs:
          image: {type: string}
          flavor: {type: string}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: {get_input: image}
              flavor: {get_input: flavour}
      #                           ^^^^^^^ error unknown-input -> flavor
              user_data: {concat: [a, {get_input: text}]}
      #                                           ^^^^ error unknown-input
              metadata: {key: {get_input: [image]}}
            capabilities:
              nfv_compute: {properties: {mem_size: {get_input: size}}}
      #                                                        ^^^^ error unknown-input
        outputs:
          good: {value: {get_input: image}}
          bad: {value: {get_input: images}}
      #                            ^^^^^^ error unknown-input -> image
      """)
  }

  @Test func `a call names a node and a property that exist`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros}}
          VDU2:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: {get_property: [VDU1, image]}
              flavor: {get_property: [VDU1, flavour]}
      #                                     ^^^^^^^ error unknown-property -> flavor
              key_name: {get_property: [VDU, key_name]}
      #                                 ^^^ error unknown-node -> VDU1
              name: {get_property: [SELF, image]}
        outputs:
          address: {value: {get_attribute: [VDU1, private_address]}}
          other: {value: {get_attribute: [VDU3, private_address]}}
      #                                   ^^^^ error unknown-node -> VDU1
      """)
  }

  @Test func `a call of a policy is checked too`() {
    expectFindings(
      """
      topology_template:
        inputs: {most: {type: integer}}
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            targets: [VDU1]
            properties:
              targets: [VDU1]
              increment: 1
              cooldown: 60
              min_instances: {get_input: least}
      #                                  ^^^^^ error unknown-input
              default_instances: 2
              max_instances: {get_input: most}
      """)
  }
}
