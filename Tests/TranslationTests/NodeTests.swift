import OpenStack
import Support
import Testing
import Translation

@Suite struct ComputeTests {
  @Test func `a server of the Simple Profile takes image and flavor as parameters`() {
    expectTranslation(
      of: """
        description: A server
        topology_template:
          node_templates:
            server:
              type: tosca.nodes.Compute
              capabilities:
                host: {properties: {num_cpus: 2, mem_size: 512 MB, disk_size: 10 GB}}
                os: {properties: {type: linux, distribution: debian}}
            other: {type: tosca.nodes.Compute}
        """, .simple,
      main: """
        description: A server
        parameters:
          server_image:
            type: string
            description: The image of 'server', which needs type linux, distribution debian
          server_flavor:
            type: string
            description: The flavor of 'server', which needs 2 CPUs, 512 MiB of memory, 10 GiB of disk
          other_image:
            type: string
            description: The image of 'other', which has no operating system stated
          other_flavor:
            type: string
            description: The flavor of 'other', which has no size stated
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: {get_param: server_image}
              flavor: {get_param: server_flavor}
              user_data_format: SOFTWARE_CONFIG
          other:
            type: OS::Nova::Server
            properties:
              image: {get_param: other_image}
              flavor: {get_param: other_flavor}
              user_data_format: SOFTWARE_CONFIG
        """)
  }
}

@Suite struct VDUTests {
  @Test func `a VDU becomes a server with all that it says`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1:
              type: tosca.nodes.nfv.VDU.Tacker
              properties:
                name: first
                image: cirros
                flavor: m1.tiny
                availability_zone: nova
                key_name: key
                config_drive: true
                user_data: echo
                mgmt_driver: noop
                metadata: {metering.vnf: SG1, role: web}
        #                  ^^^^^^^^^^^^ warning metering-key
            VDU2:
              type: tosca.nodes.nfv.VDU.Tacker
              properties:
                image: cirros
                flavor: m1.tiny
                config_drive: false
                user_data: echo
                user_data_format: RAW
        """,
      main: """
        resources:
          VDU1:
            type: OS::Nova::Server
            properties:
              name: first
              image: cirros
              flavor: m1.tiny
              availability_zone: nova
              key_name: key
              config_drive: true
              metadata:
                metering.server_group: SG1
                role: web
              user_data: echo
              user_data_format: SOFTWARE_CONFIG
          VDU2:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              user_data: echo
              user_data_format: RAW
        """)
  }

  @Test func `a VDU without a flavor gets one of the size that it states`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {image: cirros}
              capabilities: {nfv_compute: {properties: {num_cpus: 2, mem_size: 2 GiB, disk_size: 1500 MB}}}
            VDU2:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {image: cirros}
              capabilities: {nfv_compute: {properties: {num_cpus: 1}}}
        """,
      main: """
        resources:
          VDU1_flavor:
            type: OS::Nova::Flavor
            properties:
              ram: 2048
              vcpus: 2
              disk: 2
          VDU1:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: {get_resource: VDU1_flavor}
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
          VDU2_flavor:
            type: OS::Nova::Flavor
            properties:
              ram: 512
              vcpus: 1
              disk: 1
          VDU2:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: {get_resource: VDU2_flavor}
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
        """)
  }

  @Test(arguments: ["99999999999999999999 TB", "nan", "inf", "'1e300'", "-1 GB", "large"])
  func `a size that no server has is refused`(size: String) {
    expectFindings(
      """
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: cirros, flavor: m1.tiny}
          other:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: cirros}
            capabilities:
              nfv_compute:
                properties:
                  num_cpus: 1
                  mem_size: \(size)
      #                     \(String(repeating: "^", count: size.count)) error unusable-size
      """, isTranslated: true)
  }

  @Test func `what a capability asks beyond the size is said`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: cirros}
            capabilities:
              nfv_compute: {properties: {num_cpus: 2, numa_node_count: 2, mem_page_size: large}}
              scalable: {properties: {min_instances: 2}}
      #                               ^^^^^^^^^^^^^ warning not-translated
      """, isTranslated: true)
  }

  @Test func `only what is a port is plugged into a server`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
            volume: {type: tosca.nodes.BlockStorage.Tacker, properties: {size: 1 GB}}
            attachment:
              type: tosca.nodes.BlockStorageAttachment
              properties: {location: /dev/vdb}
              requirements: [{virtualBinding: VDU1}, {virtualAttachment: volume}]
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
          volume:
            type: OS::Cinder::Volume
            properties:
              size: 1
          attachment:
            type: OS::Cinder::VolumeAttachment
            properties:
              mountpoint: /dev/vdb
              instance_uuid: {get_resource: VDU1}
              volume_id: {get_resource: volume}
        """)
  }

  @Test func `what a VDU does not say of its server is chosen with the stack`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
        #   ^^^^ warning server-without-flavor
            VDU2:
              type: tosca.nodes.nfv.VDU
              capabilities:
                host: {properties: {num_cpus: 2, mem_size: 1 GB}}
                os: {properties: {type: Linux}}
        """,
      main: """
        parameters:
          VDU1_image:
            type: string
            description: The image of 'VDU1', which has no operating system stated
          VDU1_flavor:
            type: string
            description: The flavor of 'VDU1', which has no size stated
          VDU2_image:
            type: string
            description: The image of 'VDU2', which needs type Linux
          VDU2_flavor:
            type: string
            description: The flavor of 'VDU2', which needs 2 CPUs, 1000 MiB of memory
        resources:
          VDU1:
            type: OS::Nova::Server
            properties:
              image: {get_param: VDU1_image}
              flavor: {get_param: VDU1_flavor}
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
          VDU2:
            type: OS::Nova::Server
            properties:
              image: {get_param: VDU2_image}
              flavor: {get_param: VDU2_flavor}
              user_data_format: SOFTWARE_CONFIG
        """)
  }

  @Test func `what of a VDU has no counterpart is said`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: cirros
              flavor: m1.tiny
              config: text
      #       ^^^^^^ warning not-translated
              monitoring_policy: {name: ping, actions: {failure: respawn}}
      #       ^^^^^^^^^^^^^^^^^ warning monitoring-not-translated
            artifacts:
              notes: {type: tosca.artifacts.File, file: notes.txt}
      #       ^^^^^ warning not-translated
      """, isTranslated: true)
  }
}

@Suite struct NetworkTests {
  @Test func `a network with a range of addresses becomes a network and a subnet`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VL1:
              type: tosca.nodes.nfv.VL
              properties:
                vendor: acme
                network_name: net0
                cidr: 10.0.0.0/24
                gateway_ip: 10.0.0.1
                start_ip: 10.0.0.10
                end_ip: 10.0.0.20
                dhcp_enabled: false
                network_type: vlan
                segmentation_id: '100'
                physical_network: physnet1
            VL2:
              type: tosca.nodes.nfv.VL
              properties: {vendor: acme, cidr: 'fd00::/64', ip_version: 6}
            VL3:
              type: tosca.nodes.nfv.VL
              properties: {vendor: acme}
            VL4:
              type: tosca.nodes.nfv.VL
              properties: {vendor: acme, segmentation_id: '7'}
        """,
      main: """
        resources:
          VL1:
            type: OS::Neutron::Net
            properties:
              name: net0
              value_specs:
                provider:segmentation_id: '100'
                provider:network_type: vlan
                provider:physical_network: physnet1
          VL1_subnet:
            type: OS::Neutron::Subnet
            properties:
              network: {get_resource: VL1}
              ip_version: 4
              cidr: 10.0.0.0/24
              gateway_ip: '10.0.0.1'
              enable_dhcp: false
              allocation_pools:
              - start: '10.0.0.10'
                end: '10.0.0.20'
          VL2:
            type: OS::Neutron::Net
          VL2_subnet:
            type: OS::Neutron::Subnet
            properties:
              network: {get_resource: VL2}
              ip_version: 6
              cidr: fd00::/64
          VL3:
            type: OS::Neutron::Net
          VL4:
            type: OS::Neutron::Net
            properties:
              value_specs:
                provider:segmentation_id: '7'
                provider:network_type: vxlan
        """)
  }

  @Test func `what of a port has no counterpart is said`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          net: {type: tosca.nodes.network.Network}
          first:
            type: tosca.nodes.network.Port
            properties: {order: 0, is_default: true, ip_range_start: 10.0.0.4, ip_range_end: 10.0.0.8}
      #                            ^^^^^^^^^^ warning not-translated
      #                                              ^^^^^^^^^^^^^^ warning not-translated
      #                                                                        ^^^^^^^^^^^^ warning not-translated
            requirements: [{binding: server}, {link: net}]
          second:
            type: tosca.nodes.network.Port
            properties: {order: 1, is_default: false}
            requirements: [{binding: server}, {link: net}]
      """, .simple, isTranslated: true)
  }

  @Test func `a pool of addresses has two ends`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1:
      #   ^^^ error address-pool
            type: tosca.nodes.nfv.VL
            properties: {vendor: acme, cidr: 10.0.0.0/24, start_ip: 10.0.0.10}
          VL2:
            type: tosca.nodes.nfv.VL
            properties: {vendor: acme, cidr: 10.0.1.0/24, start_ip: 10.0.1.10, end_ip: 10.0.1.20}
      """, isTranslated: true)
  }

  @Test func `what of an existing network has no counterpart is said`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1:
            type: tosca.nodes.nfv.VL
            properties: {vendor: acme, network_name: net0, network_type: vlan, gateway_ip: 10.0.0.1}
      #                                                    ^^^^^^^^^^^^ warning not-translated
      #                                                                        ^^^^^^^^^^ warning not-translated
      """, isTranslated: true)
  }
}

@Suite struct PortTests {
  @Test func `a port stands on a new network or on one that exists`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: net0}}
            VL2: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_id: 0b3e}}
            VL3: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24}}
            VL4: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
            CP1: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}]}
            CP2: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL2}]}
            CP3: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL3}]}
            CP4: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL4}]}
        """,
      main: """
        resources:
          VL3:
            type: OS::Neutron::Net
          VL3_subnet:
            type: OS::Neutron::Subnet
            properties:
              network: {get_resource: VL3}
              ip_version: 4
              cidr: 10.0.0.0/24
          VL4:
            type: OS::Neutron::Net
          CP1:
            type: OS::Neutron::Port
            properties:
              network: net0
          CP2:
            type: OS::Neutron::Port
            properties:
              network: 0b3e
          CP3:
            type: OS::Neutron::Port
            properties:
              network: {get_resource: VL3}
          CP4:
            type: OS::Neutron::Port
            properties:
              network: {get_resource: VL4}
        """)
  }

  @Test func `a port has all that its connection point says, and its server has it in order`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: net0}}
            CP1:
              type: tosca.nodes.nfv.CP.Tacker
              properties:
                order: 1
                name: port1
                type: sriov
                mac_address: 'fa:16:3e:00:00:01'
                ip_address: 10.0.0.5
                anti_spoofing_protection: false
                security_groups: [default]
                allowed_address_pairs: [{ip_address: 10.0.0.9}]
              requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
            CP2:
              type: tosca.nodes.nfv.CP.Tacker
              properties: {order: 0, type: vnic, management: true}
              requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
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
              - port: {get_resource: CP2}
              - port: {get_resource: CP1}
          CP1:
            type: OS::Neutron::Port
            properties:
              network: net0
              name: port1
              mac_address: fa:16:3e:00:00:01
              fixed_ips:
              - ip_address: '10.0.0.5'
              port_security_enabled: false
              allowed_address_pairs:
              - ip_address: '10.0.0.9'
              security_groups:
              - default
              binding:vnic_type: direct
          CP2:
            type: OS::Neutron::Port
            properties:
              network: net0
              binding:vnic_type: normal
        outputs:
          mgmt_ip-VDU1:
            value: {get_attr: [CP2, fixed_ips, 0, ip_address]}
        """)
  }

  @Test func `a port without a network cannot be made`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          CP1: {type: tosca.nodes.nfv.CP.Tacker}
      #   ^^^ error port-without-network
      #   ^^^ warning missing-requirement
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP2: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}]}
      """, isTranslated: true)
  }

  @Test func `the network of a port that is linked from outside is a parameter`() throws {
    let template = """
      node_types:
        Part: {derived_from: tosca.nodes.Root, requirements: [{outer: {capability: tosca.capabilities.Node}}]}
      topology_template:
        substitution_mappings: {node_type: Part, requirements: {outer: [CP1, virtualLink]}}
        node_templates:
          CP1: {type: tosca.nodes.nfv.CP.Tacker}
      """
    let translation = try #require(ReadTemplate(template).translated().translation)
    #expect(translation.main.parameters.map(\.name) == ["CP1_network"])
    #expect(translation.main.resources.first?.element["network"] == .getParam("CP1_network"))
  }

  @Test func `a type of port that Neutron does not have is left out`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1: {type: tosca.nodes.nfv.CP, properties: {type: vPort}, requirements: [{virtualLink: VL1}]}
      #                                                      ^^^^^ warning not-translated
      """, isTranslated: true)
  }

  @Test func `a server has one management address`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {management: true}
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
          CP2:
      #   ^^^ warning second-management-port
            type: tosca.nodes.nfv.CP.Tacker
            properties: {management: true}
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
      """, isTranslated: true)
  }
}

@Suite struct LeftOutTests {
  @Test func `what is not translated is said with its place`() {
    expectFindings(
      """
      topology_template:
        groups:
          set: {type: tosca.groups.Root, members: [VL1]}
      #   ^^^ warning not-translated
        workflows: {}
      # ^^^^^^^^^ warning not-translated
        node_templates:
          thing: {type: tosca.nodes.Root}
      #   ^^^^^ warning not-translated
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}, directives: []}
      #                                                               ^^^^^^^^^^ warning not-translated
        policies:
        - placement: {type: tosca.policies.tacker.Placement, targets: [VL1]}
      #   ^^^^^^^^^ warning not-translated
        - scaling: {type: tosca.policies.Scaling, targets: [VL1]}
      #   ^^^^^^^ warning not-translated
        - monitoring: {type: tosca.policies.Monitoring, targets: [VL1]}
      #   ^^^^^^^^^^ warning not-translated
      """, isTranslated: true)
  }

  @Test func `a node of the template's own type is translated as what it derives from`() {
    expectTranslation(
      of: """
        node_types:
          MyNetwork: {derived_from: tosca.nodes.nfv.VL.ELAN, properties: {color: {type: string, required: false}}}
        topology_template:
          node_templates:
            VL1: {type: MyNetwork, properties: {vendor: acme, color: red}}
        #                                                     ^^^^^ warning not-translated
        """,
      main: """
        resources:
          VL1:
            type: OS::Neutron::Net
        """)
  }

  @Test func `two resources, parameters or outputs of one name are refused`() {
    expectFindings(
      """
      topology_template:
        inputs:
          server_image: {type: string}
          VL1: {type: string}
        node_templates:
          server: {type: tosca.nodes.Compute}
      #   ^^^^^^ error resource-name-taken
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
      #   ^^^ error resource-name-taken
          VL2: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24}}
      #   ^^^ warning unused-network
          VL2_subnet: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
      #   ^^^^^^^^^^ error resource-name-taken
      #   ^^^^^^^^^^ warning unused-network
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {management: true}
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
        outputs:
          mgmt_ip-VDU1: {value: 3}
      #   ^^^^^^^^^^^^ error resource-name-taken
          other: {value: 3}
      """, isTranslated: true)
  }

  @Test func `a name that no file or resource can have is refused`() {
    expectFindings(
      #"""
      topology_template:
        node_templates:
          a/b: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
      #   ^^^ error unusable-name
          a\b: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
      #   ^^^ error unusable-name
          '': {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
      #   ^^ error unusable-name
          "a\nb": {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
      #   ^^^^^^ error unusable-name
          a b.c-d: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - ../../up:
      #   ^^^^^^^^ error unusable-name
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      """#, isTranslated: true)
  }

  @Test func `a template with errors is not translated, so that one mistake is one finding`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tracker}
      #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {management: true}
            requirements: [{virtualLink: VL9}, {virtualBinding: VDU1}]
      #                                  ^^^ error unknown-node
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              targets: [VDU1]
              increment: -9223372036854775808
      #                  ^^^^^^^^^^^^^^^^^^^^ error scaling-increment
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
      """, isTranslated: true)
  }
}
