import Support
import Testing

@Suite struct NetworkAddressTests {
  @Test func `addresses are addresses and lie in their network`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: banana}}
      #   ^^^ warning unused-network
      #                                                                    ^^^^^^ error network-address
          VL2:
      #   ^^^ warning unused-network
            type: tosca.nodes.nfv.VL
            properties:
              vendor: acme
              cidr: 10.0.0.0/24
              gateway_ip: 10.0.1.1
      #                   ^^^^^^^^ error address-outside
              start_ip: 10.0.0.20
      #                 ^^^^^^^^^ error address-outside
              end_ip: 10.0.0.10
          VL3:
            type: tosca.nodes.nfv.VL
            properties:
              vendor: acme
              cidr: 10.0.9.0/24
              ip_version: 6
      #                   ^ error ip-version
          VL4: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 'fd00::/64', ip_version: 6, gateway_ip: 'fd00::1'}}
      #   ^^^ warning unused-network
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties:
              ip_address: 10.0.3.4
      #                   ^^^^^^^^ error address-outside
              mac_address: zz
      #                    ^^ error network-address
            requirements: [{virtualLink: VL3}, {virtualBinding: VDU1}]
      """)
  }

  @Test func `a delay of monitoring is not negative`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: i
              flavor: f
              monitoring_policy:
                name: ping
                parameters: {interval: 60, monitoring_delay: -5}
      #                                                      ^^ error monitoring-delay
                actions: {failure: respawn}
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              driver: senlin
              targets: [VDU1]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 1
              max_instances: 2
      """, isTranslated: true)
  }
}
