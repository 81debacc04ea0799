import Support
import Testing

private func vnfd(_ nodes: String...) -> String {
  """
  imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
  topology_template:
    node_templates:
  \(nodes.joined(separator: "\n"))
  """
}

private func vdu(_ name: String = "VDU1") -> String {
  """
      \(name):
        type: tosca.nodes.nfv.Vdu.Compute
        properties: {name: \(name), description: b, vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}}
  """
}

private func link(_ name: String = "VL1", _ data: String = "") -> String {
  """
      \(name):
        type: tosca.nodes.nfv.VnfVirtualLink
        properties:
          connectivity_type: {layer_protocols: [ipv4]}
          vl_profile:
            max_bitrate_requirements: {root: 1}
            min_bitrate_requirements: {root: 1}
  \(indented(data))
  """
}

private let point = """
      CP1:
        type: tosca.nodes.nfv.VduCp
        properties: {layer_protocols: [ipv4]}
        requirements: [{virtual_binding: VDU1}, {virtual_link: VL1}]
  """

@Suite struct ConnectionPointTests {
  @Test func `a connection point is bound and linked`() {
    expectFindings(vnfd(vdu(), point, link()), .simple)
    expectFindings(
      vnfd(
        vdu(), link(), point,
        """
            CP2:
        #   ^^^ warning unbound-cp
              type: tosca.nodes.nfv.VduCp
              properties: {layer_protocols: [ipv4]}
              requirements: [{virtual_link: VL1}]
            CP3:
        #   ^^^ warning unlinked-cp
              type: tosca.nodes.nfv.VduCp
              properties: {layer_protocols: [ipv4]}
              requirements: [{virtual_binding: VDU1}]
        """), .simple)
  }

  @Test func `a connection point to the outside is mapped`() {
    expectFindings(
      """
      imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
      topology_template:
        substitution_mappings:
          node_type: tosca.nodes.nfv.VNF
          properties: {flavour_id: simple}
          requirements: {virtual_link: [CP1, virtual_link]}
        node_templates:
      \(vdu())
          CP1:
            type: tosca.nodes.nfv.VduCp
            properties: {layer_protocols: [ipv4]}
            requirements: [{virtual_binding: VDU1}]
      """, .simple)
  }

  @Test func `a VDU is reached by a port where others are`() {
    expectFindings(
      vnfd(
        vdu(), point, link(),
        """
            VDU2:
        #   ^^^^ info vdu-without-cp
              type: tosca.nodes.nfv.Vdu.Compute
              properties: {name: v, description: b, vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}}
        """), .simple)
  }

  @Test func `a misspelt requirement is one mistake`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtualLink: VL2}, {virtualBinding: VDU1}]
      #                                  ^^^ error unknown-node -> VL1
      """)
  }

  @Test func `the ports of a server have different places`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {order: 1}
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
          CP2:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {order: 1}
      #                         ^ warning cp-order
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
      """)
  }

  @Test func `connection points and links have a layer protocol in common`() {
    expectFindings(
      vnfd(
        vdu(),
        link(
          "VL1",
          """
                  virtual_link_protocol_data: [{associated_layer_protocol: ipv6}]
          #                                                                ^^^^ warning layer-protocol
          """),
        """
            CP1:
              type: tosca.nodes.nfv.VduCp
              properties:
                layer_protocols: [ipv6]
        #                        ^^^^^^ warning layer-protocol
                protocol: [{associated_layer_protocol: ethernet}]
        #                                              ^^^^^^^^ warning layer-protocol
              requirements: [{virtual_binding: VDU1}, {virtual_link: VL1}]
        """), .simple)
  }

  @Test func `the addresses of a virtual link are addresses and lie in its block`() {
    expectFindings(
      vnfd(
        vdu(), point,
        link(
          "VL1",
          """
                  virtual_link_protocol_data:
                    - associated_layer_protocol: ipv4
                      l3_protocol_data:
                        ip_version: ipv4
                        cidr: 10.0.0.0/24
                        gateway_ip: 10.0.1.1
          #                         ^^^^^^^^ error address-outside
                        ip_allocation_pools:
                          - {start_ip_address: 10.0.0.20, end_ip_address: 10.0.0.10}
          #                                    ^^^^^^^^^ error address-outside
                          - {start_ip_address: here, end_ip_address: 10.0.0.30}
          #                                    ^^^^ error network-address
                    - associated_layer_protocol: ipv4
                      l3_protocol_data:
                        ip_version: ipv6
          #                         ^^^^ error ip-version
                        cidr: 10.1.0.0/24
          """)), .simple)
  }

  @Test func `a network has ports, and a storage is attached and has room`() {
    expectFindings(
      vnfd(
        vdu(), point, link(),
        """
            VL2:
        #   ^^^ warning unused-network
              type: tosca.nodes.nfv.VnfVirtualLink
              properties:
                connectivity_type: {layer_protocols: [ipv4]}
                vl_profile: {max_bitrate_requirements: {root: 1}, min_bitrate_requirements: {root: 1}}
            disk:
        #   ^^^^ warning unattached-storage
              type: tosca.nodes.nfv.Vdu.VirtualBlockStorage
              properties: {virtual_block_storage_data: {size_of_storage: 0 GB}}
        #                                                                ^^^^ warning empty-storage
        """), .simple)
  }

  @Test func `a security group rule lets ports through`() {
    expectFindings(
      vnfd(
        vdu(), point, link(),
        """
          policies:
            - web:
                type: tosca.policies.nfv.SecurityGroupRule
                targets: [CP1]
                properties: {port_range_min: 443, port_range_max: 80}
        #                                    ^^^ error port-range
        """), .simple)
  }

  @Test func `networks have addresses of their own`() {
    expectFindings(
      vnfd(
        vdu(), point,
        link(
          "VL1",
          """
                  virtual_link_protocol_data:
                    - associated_layer_protocol: ipv4
                      l3_protocol_data: {ip_version: ipv4, cidr: 10.0.0.0/16}
                    - associated_layer_protocol: ipv4
                      l3_protocol_data: {ip_version: ipv4, cidr: 10.0.3.0/24}
          #                                                      ^^^^^^^^^^^ warning overlapping-networks
                    - associated_layer_protocol: ipv4
                      l3_protocol_data: {ip_version: ipv6, cidr: 'fd00::/64'}
          """)), .simple)
  }

  @Test func `an address is of one port, and a name of one node`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f, name: n}}
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f, name: n}}
      #                                                                                    ^ info duplicate-name
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24, gateway_ip: 10.0.0.1}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {ip_address: 10.0.0.9, mac_address: 'fa:16:3e:00:00:01'}
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
          CP2:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {ip_address: 10.0.0.9, mac_address: 'FA:16:3E:00:00:01'}
      #                              ^^^^^^^^ warning duplicate-address
      #                                                     ^^^^^^^^^^^^^^^^^^^ warning duplicate-address
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU2}]
          CP3:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {ip_address: 10.0.0.1}
      #                              ^^^^^^^^ warning duplicate-address
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU2}]
      """)
  }
}
