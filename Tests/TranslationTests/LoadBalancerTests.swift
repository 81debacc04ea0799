import OpenStack
import Support
import Testing
import Translation

@Suite struct LoadBalancerTests {
  @Test func `software on several servers is in the pool on each of them`() {
    let template = """
      topology_template:
        node_templates:
          front: {type: tosca.nodes.LoadBalancer, requirements: [{application: app}]}
          app:
            type: App
            requirements: [{host: a}, {host: b}, {other: c}]
            interfaces: {Standard: {create: a.sh}}
          a: {type: tosca.nodes.Compute}
          b: {type: tosca.nodes.Compute}
          c: {type: tosca.nodes.Compute}
      node_types:
        App:
          derived_from: tosca.nodes.SoftwareComponent
          capabilities: {endpoint: {type: tosca.capabilities.Endpoint}}
          requirements:
          - host:
              capability: tosca.capabilities.Compute
              relationship: tosca.relationships.HostedOn
              occurrences: [1, UNBOUNDED]
          - other: {capability: tosca.capabilities.Compute, relationship: tosca.relationships.HostedOn}
      """
    let translation = ReadTemplate(template, .simple).translated().translation
    let members = translation?.main.resources.filter { $0.element.type == "OS::Octavia::PoolMember" }
    #expect(members?.map(\.name) == ["front_a_member", "front_b_member", "front_c_member"])
  }

  @Test func `a VDU of SOL 001 takes the load of a balancer`() {
    let template = """
      topology_template:
        node_templates:
          front: {type: tosca.nodes.LoadBalancer, requirements: [{application: {node: VDU1, capability: C}}]}
          VDU1:
            type: VDU
            properties:
              name: a
              description: b
              vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}
      node_types:
        VDU: {derived_from: tosca.nodes.nfv.Vdu.Compute, capabilities: {C: {type: tosca.capabilities.Endpoint}}}
      """
    let translation = ReadTemplate(template, .vnfd).translated().translation
    #expect(translation?.main.resources.contains { $0.name == "front_VDU1_member" } == true)
  }

  @Test func `a load balancer has the servers of its applications in its pool`() {
    expectTranslation(
      of: """
        node_types:
          Balancer:
            derived_from: tosca.nodes.LoadBalancer
            attributes: {private_address: {type: string}, public_address: {type: string}}
        topology_template:
          node_templates:
            front:
              type: Balancer
              properties: {algorithm: least connections}
              capabilities: {client: {properties: {protocol: http, port: 8080, floating: true}}}
              requirements: [{application: VDU1}, {application: VDU2}]
            VDU1:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {image: cirros, flavor: m1.tiny}
              capabilities: {endpoint: {properties: {port: 80}}}
            VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        #   ^^^^ info vdu-without-cp
            CP1:
              type: tosca.nodes.nfv.CP.Tacker
              requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24}}
          outputs:
            inner: {value: {get_attribute: [front, private_address]}}
            outer: {value: {get_attribute: [front, public_address]}}
        """,
      main: """
        parameters:
          front_floating_network:
            type: string
            description: The network of which load balancer 'front' gets its floating IP
        resources:
          front:
            type: OS::Octavia::LoadBalancer
            properties:
              vip_subnet: {get_resource: VL1_subnet}
          front_listener:
            type: OS::Octavia::Listener
            properties:
              loadbalancer: {get_resource: front}
              protocol: HTTP
              protocol_port: 8080
          front_pool:
            type: OS::Octavia::Pool
            properties:
              listener: {get_resource: front_listener}
              protocol: HTTP
              lb_algorithm: LEAST_CONNECTIONS
          front_address:
            type: OS::Neutron::FloatingIP
            properties:
              floating_network: {get_param: front_floating_network}
              port_id: {get_attr: [front, vip_port_id]}
          VDU1:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
              networks:
              - port: {get_resource: CP1}
          front_VDU1_member:
            type: OS::Octavia::PoolMember
            properties:
              pool: {get_resource: front_pool}
              address: {get_attr: [CP1, fixed_ips, 0, ip_address]}
              protocol_port: 80
              subnet: {get_resource: VL1_subnet}
          VDU2:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
          front_VDU2_member:
            type: OS::Octavia::PoolMember
            properties:
              pool: {get_resource: front_pool}
              address: {get_attr: [VDU2, first_address]}
              protocol_port: 8080
          CP1:
            type: OS::Neutron::Port
            properties:
              network: {get_resource: VL1}
          VL1:
            type: OS::Neutron::Net
          VL1_subnet:
            type: OS::Neutron::Subnet
            properties:
              network: {get_resource: VL1}
              ip_version: 4
              cidr: 10.0.0.0/24
        outputs:
          inner:
            value: {get_attr: [front, vip_address]}
          outer:
            value: {get_attr: [front_address, floating_ip_address]}
        """)
  }

  @Test func `a server that is scaled puts each of its instances into the pool`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            front: {type: tosca.nodes.LoadBalancer, requirements: [{application: VDU1}]}
            VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
            CP1:
              type: tosca.nodes.nfv.CP.Tacker
              requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24}}
          policies:
          - webs:
              type: tosca.policies.tacker.Scaling
              targets: [VDU1]
              properties: {targets: [VDU1], min_instances: 1, max_instances: 3, default_instances: 1, increment: 1, cooldown: 60}
        """,
      main: """
        parameters:
          front_port:
            type: number
            description: The port at which load balancer 'front' is reached
        resources:
          front:
            type: OS::Octavia::LoadBalancer
            properties:
              vip_subnet: {get_resource: VL1_subnet}
          front_listener:
            type: OS::Octavia::Listener
            properties:
              loadbalancer: {get_resource: front}
              protocol: TCP
              protocol_port: {get_param: front_port}
          front_pool:
            type: OS::Octavia::Pool
            properties:
              listener: {get_resource: front_listener}
              protocol: TCP
              lb_algorithm: ROUND_ROBIN
          VL1:
            type: OS::Neutron::Net
          VL1_subnet:
            type: OS::Neutron::Subnet
            properties:
              network: {get_resource: VL1}
              ip_version: 4
              cidr: 10.0.0.0/24
          webs_group:
            type: OS::Heat::AutoScalingGroup
            depends_on: VL1_subnet
            properties:
              min_size: 1
              max_size: 3
              desired_capacity: 1
              cooldown: 60
              resource:
                type: webs_res.yaml
                properties:
                  front_pool_id: {get_resource: front_pool}
                  front_port: {get_param: front_port}
                  vl1_subnet_id: {get_resource: VL1_subnet}
                  vl1_id: {get_resource: VL1}
          webs_scale_out:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: webs_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: 1
              cooldown: 60
          webs_scale_in:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: webs_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: -1
              cooldown: 60
        outputs:
          webs_scale_out_url:
            value: {get_attr: [webs_scale_out, alarm_url]}
          webs_scale_in_url:
            value: {get_attr: [webs_scale_in, alarm_url]}
        """,
      nested: [
        "webs_res.yaml": """
        parameters:
          front_pool_id:
            type: string
          front_port:
            type: number
          vl1_subnet_id:
            type: string
          vl1_id:
            type: string
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
          front_VDU1_member:
            type: OS::Octavia::PoolMember
            properties:
              pool: {get_param: front_pool_id}
              address: {get_attr: [CP1, fixed_ips, 0, ip_address]}
              protocol_port: {get_param: front_port}
              subnet: {get_param: vl1_subnet_id}
          CP1:
            type: OS::Neutron::Port
            properties:
              network: {get_param: vl1_id}
        """
      ])
  }

  @Test func `what a load balancer cannot do is said`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          front:
      #   ^^^^^ warning balancer-without-members
            type: tosca.nodes.LoadBalancer
            properties: {algorithm: fastest}
      #                             ^^^^^^^ warning not-translated
            capabilities:
              client: {properties: {protocol: igmp, dns_name: www, secure: true}}
      #                                       ^^^^ warning not-translated
      #                                             ^^^^^^^^ warning not-translated
      #                                                            ^^^^^^ warning not-translated
            requirements: [{application: store}]
          store: {type: tosca.nodes.Storage.ObjectStorage, properties: {name: store}}
      """, .simple, isTranslated: true)
  }
}
