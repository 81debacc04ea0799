import OpenStack
import Support
import Testing
import Translation

@Suite struct VduComputeTests {
  @Test func `a VDU is in the server group of the first policy that places it`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1:
              type: tosca.nodes.nfv.Vdu.Compute
              properties:
                name: web
                description: a server
                vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}
          policies:
          - near: {type: tosca.policies.nfv.AffinityRule, targets: [VDU1], properties: {scope: nfvi_node}}
        #   ^^^^ warning affinity-of-one
          - apart: {type: tosca.policies.nfv.AntiAffinityRule, targets: [VDU1], properties: {scope: nfvi_node}}
        #   ^^^^^ warning placed-twice
        #   ^^^^^ warning affinity-of-one
        """, .vnfd,
      main: """
        parameters:
          VDU1_flavor:
            type: string
            description: The flavor of 'VDU1', which has no size in the template
          VDU1_image:
            type: string
            description: The image of 'VDU1', which is not described in the template
        resources:
          VDU1:
            type: OS::Nova::Server
            properties:
              name: web
              flavor: {get_param: VDU1_flavor}
              image: {get_param: VDU1_image}
              scheduler_hints:
                group: {get_resource: near_group}
          near_group:
            type: OS::Nova::ServerGroup
            properties:
              name: near
              policies:
              - affinity
          apart_group:
            type: OS::Nova::ServerGroup
            properties:
              name: apart
              policies:
              - anti-affinity
        """)
  }

  @Test func `a VDU asks for the software that is hosted on it`() {
    let template = """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.Vdu.Compute
            properties:
              name: web
              description: a server
              vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}
          app:
            type: App
            requirements: [{host: VDU1}]
            interfaces: {Standard: {create: a.sh}}
      node_types:
        App:
          derived_from: tosca.nodes.Root
          requirements: [{host: {capability: tosca.capabilities.Node, node: tosca.nodes.nfv.Vdu.Compute}}]
      """
    let translation = ReadTemplate(template, .vnfd).translated().translation
    let server = translation?.main.resources.first { $0.name == "VDU1" }?.element
    #expect(server?["user_data_format"] == "SOFTWARE_CONFIG")
    #expect(server?["software_config_transport"] == "POLL_SERVER_HEAT")
    #expect(translation?.main.resources.contains { $0.name == "app_deploy" } == true)
  }

  @Test func `a VDU becomes a server with the flavor that it asks for`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1:
              type: tosca.nodes.nfv.Vdu.Compute
              properties:
                name: web
                description: a server
                vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}
                boot_data: 'echo hello'
                sw_image_data:
                  name: debian
                  version: '12'
                  checksum: {algorithm: sha-256, hash: 4a1c9a21a94d785d1a2625f8cd9aa2051b5670c3223c1845c4119a0af9fd7f49}
                  container_format: bare
                  disk_format: qcow2
                  min_disk: 1 GiB
                  size: 1 GiB
              artifacts:
                image: {type: tosca.artifacts.nfv.SwImage, file: Files/debian.qcow2}
              capabilities:
                virtual_compute:
                  properties:
                    virtual_memory: {virtual_mem_size: 512 MB, numa_enabled: true}
                    virtual_cpu: {num_virtual_cpu: 2, virtual_cpu_pinning: {virtual_cpu_pinning_policy: static}}
                    virtual_local_storage: [{size_of_storage: 1 GiB}, {size_of_storage: 2 GB}]
                    compute_requirements: {nova_extra_specs: '{"hw:mem_page_size": "large"}', color: red}
        #                                                                                     ^^^^^ warning not-translated
        """, .vnfd,
      main: """
        parameters:
          VDU1_image:
            type: string
            description: The image of 'VDU1', which is 'debian', version 12, format qcow2 in bare, sha-256 4a1c9a21a94d785d1a2625f8cd9aa2051b5670c3223c1845c4119a0af9fd7f49, file Files/debian.qcow2
        resources:
          VDU1_flavor:
            type: OS::Nova::Flavor
            properties:
              ram: 512
              vcpus: 2
              disk: 3
              extra_specs:
                hw:mem_page_size: large
                hw:cpu_policy: dedicated
                hw:numa_nodes: '1'
          VDU1:
            type: OS::Nova::Server
            properties:
              name: web
              flavor: {get_resource: VDU1_flavor}
              image: {get_param: VDU1_image}
              user_data: echo hello
              user_data_format: RAW
        """)
  }

  @Test func `a VDU boots from the first of its volumes that has an image`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1:
              type: tosca.nodes.nfv.Vdu.Compute
              properties:
                name: web
                description: a server
                vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}
              requirements: [{virtual_storage: cache}, {virtual_storage: disk}]
            cache:
              type: tosca.nodes.nfv.Vdu.VirtualBlockStorage
              properties: {virtual_block_storage_data: {size_of_storage: 1500 MB}}
            disk:
              type: tosca.nodes.nfv.Vdu.VirtualBlockStorage
              properties: {virtual_block_storage_data: {size_of_storage: 10 GB, rdma_enabled: true}}
        #                                                                       ^^^^^^^^^^^^ warning not-translated
              artifacts:
                image: {type: tosca.artifacts.nfv.SwImage, file: 'https://example.org/a.img'}
        #       ^^^^^ warning image-without-data
        """, .vnfd,
      main: """
        parameters:
          VDU1_flavor:
            type: string
            description: The flavor of 'VDU1', which has no size in the template
        resources:
          VDU1:
            type: OS::Nova::Server
            properties:
              name: web
              flavor: {get_param: VDU1_flavor}
              block_device_mapping_v2:
              - volume_id: {get_resource: cache}
                boot_index: -1
              - volume_id: {get_resource: disk}
                boot_index: 0
          cache:
            type: OS::Cinder::Volume
            properties:
              size: 2
          disk_image:
            type: OS::Glance::WebImage
            properties:
              location: https://example.org/a.img
              container_format: bare
              disk_format: qcow2
          disk:
            type: OS::Cinder::Volume
            properties:
              size: 10
              image: {get_resource: disk_image}
        """)
  }
}

@Suite struct ConnectionTests {
  @Test func `a link becomes a network with its subnets, a connection point a port on it`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            inside:
              type: tosca.nodes.nfv.VnfVirtualLink
              properties:
                connectivity_type: {layer_protocols: [ipv4, ipv6]}
                vl_profile:
                  max_bitrate_requirements: {root: 1048576, leaf: 1048576}
        #                                          ^^^^^^^ info not-translated
                  min_bitrate_requirements: {root: 1}
        #                                   ^^^^^^^^^ info not-translated
                  virtual_link_protocol_data:
                  - associated_layer_protocol: ipv6
                    l2_protocol_data: {network_type: vlan}
                    l3_protocol_data: {ip_version: ipv6, cidr: 'fd00::/64', ipv6_address_mode: slaac}
            CP1:
        #   ^^^ warning unbound-cp
              type: tosca.nodes.nfv.VduCp
              properties: {layer_protocols: [ipv4], vnic_type: virtio, trunk_mode: true}
        #                                                                          ^^^^ warning not-translated
              requirements: [{virtual_link: inside}]
        """, .vnfd,
      main: """
        parameters:
          inside_cidr_2:
            type: string
            description: The IPv4 addresses of virtual link 'inside', such as 192.168.1.0/24
        resources:
          inside_bandwidth:
            type: OS::Neutron::QoSBandwidthLimitRule
            properties:
              max_kbps: 1024
              policy: {get_resource: inside_qospolicy}
          inside_qospolicy:
            type: OS::Neutron::QoSPolicy
          inside:
            type: OS::Neutron::Net
            properties:
              qos_policy: {get_resource: inside_qospolicy}
              value_specs:
                provider:network_type: vlan
          inside_subnet:
            type: OS::Neutron::Subnet
            properties:
              network: {get_resource: inside}
              ip_version: 6
              cidr: fd00::/64
              ipv6_address_mode: slaac
              ipv6_ra_mode: slaac
          inside_subnet_2:
            type: OS::Neutron::Subnet
            properties:
              network: {get_resource: inside}
              ip_version: 4
              cidr: {get_param: inside_cidr_2}
          CP1:
            type: OS::Neutron::Port
            properties:
              network: {get_resource: inside}
              binding:vnic_type: normal
        """)
  }

  @Test func `what a descriptor says for the manager of its life cycle is left out`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          inside:
            type: tosca.nodes.nfv.VnfVirtualLink
            properties:
              connectivity_type: {layer_protocols: [ethernet]}
              vl_profile: {max_bitrate_requirements: {root: 5, leaf: 1}, min_bitrate_requirements: {root: 0}}
      #                                                     ^ info not-translated
          CP1:
      #   ^^^ warning unbound-cp
            type: tosca.nodes.nfv.VduCp
            properties: {layer_protocols: [ethernet]}
            requirements: [{virtual_link: inside}]
        policies:
        - rates:
      #   ^^^^^ warning not-translated
            type: tosca.policies.nfv.VirtualLinkBitrateInitialDelta
            targets: [inside]
            properties: {initial_delta: {bitrate_requirements: {root: 5}}}
        - door:
      #   ^^^^ info not-translated
            type: tosca.policies.nfv.SupportedVnfInterface
            targets: [CP1]
            properties: {interface_name: vnf_indicator}
      """, .vnfd, isTranslated: true)
  }

  @Test func `a link without Ethernet is no network, and one outside is a parameter`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            light:
        #   ^^^^^ warning not-translated
              type: tosca.nodes.nfv.VnfVirtualLink
              properties:
                connectivity_type: {layer_protocols: [odu2]}
                vl_profile: {max_bitrate_requirements: {root: 1}, min_bitrate_requirements: {root: 1}}
            CP1:
        #   ^^^ warning unbound-cp
        #   ^^^ warning unlinked-cp
              type: tosca.nodes.nfv.VduCp
              properties: {layer_protocols: [ipv4]}
        """, .vnfd,
      main: """
        parameters:
          CP1_network:
            type: string
            description: The network that connection point 'CP1' is on
        resources:
          CP1:
            type: OS::Neutron::Port
            properties:
              network: {get_param: CP1_network}
        """)
  }

  @Test func `the rules for a port are one security group`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            CP1:
        #   ^^^ warning unbound-cp
        #   ^^^ warning unlinked-cp
              type: tosca.nodes.nfv.VduCp
              properties: {layer_protocols: [ipv4]}
          policies:
          - all: {type: tosca.policies.nfv.SecurityGroupRule, targets: [CP1], properties: {protocol: eigrp}}
          - low:
              type: tosca.policies.nfv.SecurityGroupRule
              targets: [CP1]
              properties: {direction: egress, ether_type: ipv6, protocol: udp, port_range_max: 99}
        """, .vnfd,
      main: """
        parameters:
          CP1_network:
            type: string
            description: The network that connection point 'CP1' is on
        resources:
          CP1_security_group:
            type: OS::Neutron::SecurityGroup
            properties:
              rules:
              - direction: ingress
                ethertype: IPv4
                protocol: '88'
              - direction: egress
                ethertype: IPv6
                protocol: udp
                port_range_min: 1
                port_range_max: 99
          CP1:
            type: OS::Neutron::Port
            properties:
              network: {get_param: CP1_network}
              security_groups:
              - {get_resource: CP1_security_group}
        """)
  }

  @Test func `a rule of which the protocol is not known lets nothing through`() {
    expectTranslation(
      of: """
        topology_template:
          inputs:
            open: {type: string}
            other: {type: string, default: quic}
          node_templates:
            CP1:
        #   ^^^ warning unbound-cp
        #   ^^^ warning unlinked-cp
              type: tosca.nodes.nfv.VduCp
              properties: {layer_protocols: [ipv4]}
          policies:
          - a: {type: tosca.policies.nfv.SecurityGroupRule, targets: [CP1], properties: {protocol: {get_input: open}}}
        #                                                                                          ^^^^^^^^^^^^^^^^^ warning not-translated
          - b: {type: tosca.policies.nfv.SecurityGroupRule, targets: [CP1], properties: {protocol: {get_input: other}}}
        #                                                                                          ^^^^^^^^^^^^^^^^^^ warning not-translated
          - c: {type: tosca.policies.nfv.SecurityGroupRule, targets: [CP1], properties: {ether_type: {get_input: open}}}
        #                                                                                            ^^^^^^^^^^^^^^^^^ warning not-translated
          - d: {type: tosca.policies.nfv.SecurityGroupRule, targets: [CP1], properties: {protocol: iptm}}
        """, .vnfd,
      main: """
        parameters:
          open:
            type: string
          other:
            type: string
            default: quic
          CP1_network:
            type: string
            description: The network that connection point 'CP1' is on
        resources:
          CP1_security_group:
            type: OS::Neutron::SecurityGroup
            properties:
              rules:
              - direction: ingress
                ethertype: IPv4
                protocol: '84'
          CP1:
            type: OS::Neutron::Port
            properties:
              network: {get_param: CP1_network}
              security_groups:
              - {get_resource: CP1_security_group}
        """)
  }

  @Test func `a size that only the stack will know is left out with a word`() {
    expectFindings(
      """
      topology_template:
        inputs:
          open: {type: scalar-unit.size}
        node_templates:
          store:
      #   ^^^^^ warning unattached-storage
            type: tosca.nodes.nfv.Vdu.VirtualObjectStorage
            properties: {virtual_object_storage_data: {max_size_of_storage: {get_input: open}}}
      #                                                                     ^^^^^^^^^^^^^^^^^ warning not-translated
          disk:
      #   ^^^^ warning unattached-storage
            type: tosca.nodes.nfv.Vdu.VirtualBlockStorage
            properties: {virtual_block_storage_data: {size_of_storage: {get_input: open}}}
      #                                                                ^^^^^^^^^^^^^^^^^ warning not-translated
      """, .vnfd, isTranslated: true)
  }
}
