import Support
import Testing

@Suite struct FloatingIPTests {
  @Test func `a floating IP leads to its port, and is the public address of the server`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
            CP1:
              type: tosca.nodes.nfv.CP.Tacker
              requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: front}}
            FIP1:
              type: tosca.nodes.network.FloatingIP
              properties: {floating_network: public, floating_ip_address: 192.0.2.4}
              requirements: [{link: CP1}]
          outputs:
            private: {value: {get_attribute: [VDU1, private_address]}}
            public: {value: {get_attribute: [VDU1, public_address]}}
            address: {value: {get_attribute: [FIP1, floating_ip_address]}}
        """,
      main: """
        resources:
          VDU1:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
              networks:
              - port: {get_resource: CP1}
          CP1:
            type: OS::Neutron::Port
            properties:
              network: front
          FIP1:
            type: OS::Neutron::FloatingIP
            properties:
              floating_network: public
              floating_ip_address: '192.0.2.4'
              port_id: {get_resource: CP1}
        outputs:
          private:
            value: {get_attr: [CP1, fixed_ips, 0, ip_address]}
          public:
            value: {get_attr: [FIP1, floating_ip_address]}
          address:
            value: {get_attr: [FIP1, floating_ip_address]}
        """)
  }

  @Test func `only one instance of a scaled server can have an address that is stated`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: front}}
          FIP1:
            type: tosca.nodes.network.FloatingIP
            properties: {floating_network: public, floating_ip_address: 192.0.2.4}
      #                                            ^^^^^^^^^^^^^^^^^^^ error unique-in-group
            requirements: [{link: CP1}]
        policies:
        - webs:
            type: tosca.policies.tacker.Scaling
            targets: [VDU1]
            properties: {targets: [VDU1], min_instances: 1, max_instances: 3, default_instances: 1, increment: 1, cooldown: 60}
      """, isTranslated: true)
  }
}
