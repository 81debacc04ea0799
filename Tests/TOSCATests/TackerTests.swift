import Support
import Testing

/// What real descriptors for Tacker do.
@Suite struct TackerTests {
  @Test func `a descriptor of Tacker's own is right`() {
    expectFindings(
      """
      description: Demo example
      metadata: {template_name: sample}
      topology_template:
        inputs:
          image: {type: string, default: cirros}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            capabilities:
              nfv_compute: {properties: {num_cpus: 1, mem_size: 512 MB, disk_size: 1 GB}}
            properties:
              image: {get_input: image}
              availability_zone: nova
              mgmt_driver: noop
              config: |
                param0: key1
              monitoring_policy:
                name: ping
                parameters: {monitoring_delay: 45, count: 3, interval: 1, timeout: 2}
                actions: {failure: respawn}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {management: true, order: 0, anti_spoofing_protection: false}
            requirements:
            - virtualLink: {node: VL1}
            - virtualBinding: {node: VDU1}
          VIP:
            type: tosca.nodes.nfv.CP.Tacker
            requirements:
            - virtualLink: {node: VL1}
          VL1:
            type: tosca.nodes.nfv.VL
            properties: {network_name: net_mgmt, vendor: Tacker}
      """)
  }

  @Test func `a connection point is bound by virtualBinding or by the inherited binding`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements:
            - virtualLink: VL1
            - binding: VDU1
      """)
  }

  @Test func `a port type that asks for a derived relationship meets the inherited requirement`() {
    expectFindings(
      """
      node_types:
        MyPort:
          derived_from: tosca.nodes.network.Port
          requirements:
          - virtualLink:
              capability: tosca.capabilities.network.Linkable
              relationship: tosca.relationships.nfv.VirtualLinksTo
          - virtualBinding:
              capability: tosca.capabilities.network.Bindable
              relationship: tosca.relationships.nfv.VirtualBindsTo
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          port: {type: MyPort, requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]}
          half: {type: MyPort, requirements: [{virtualLink: VL1}]}
      #   ^^^^ warning missing-requirement
      #   ^^^^ warning missing-requirement
      """)
  }

  @Test func `a volume and its attachment are right`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
          volume: {type: tosca.nodes.BlockStorage.Tacker, properties: {size: 1 GB}}
          attachment:
            type: tosca.nodes.BlockStorageAttachment
            properties: {location: /dev/vdb}
            requirements: [{virtualBinding: {node: VDU1}}, {virtualAttachment: {node: volume}}]
      """)
  }

  @Test func `allowed address pairs have an address`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties:
              type: sriow
      #             ^^^^^ error constraint -> sriov
              allowed_address_pairs:
              - {ip_address: 10.0.0.1}
              - {mac_address: 'fa:16:3e:00:00:01'}
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error missing-property
            requirements: [{virtualLink: VL1}]
      """)
  }
}
