import Translation
import OpenStack
import Support
import Testing

@Suite struct AutoScalingGroupTests {
  @Test func `the heat driver makes a group, and a policy for each direction`() {
    expectTranslation(
      of: """
        topology_template:
          inputs: {most: {type: integer, default: 5}}
          node_templates:
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: net0}}
            web:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {image: cirros, flavor: m1.tiny, metadata: {metering.server_group: SG1}}
            CP1:
              type: tosca.nodes.nfv.CP.Tacker
              properties: {management: true}
              requirements: [{virtualLink: VL1}, {virtualBinding: web}]
          policies:
          - scaling:
              type: tosca.policies.tacker.Scaling
              properties:
                targets: [web]
                increment: 2
                cooldown: 60
                min_instances: 1
                default_instances: 2
                max_instances: {get_input: most}
        """,
      main: """
        parameters:
          most:
            type: number
            default: 5
        resources:
          scaling_group:
            type: OS::Heat::AutoScalingGroup
            properties:
              min_size: 1
              max_size: {get_param: most}
              desired_capacity: 2
              cooldown: 60
              resource:
                type: scaling_res.yaml
          scaling_scale_out:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: scaling_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: 2
              cooldown: 60
          scaling_scale_in:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: scaling_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: -2
              cooldown: 60
        outputs:
          scaling_scale_out_url:
            value: {get_attr: [scaling_scale_out, alarm_url]}
          scaling_scale_in_url:
            value: {get_attr: [scaling_scale_in, alarm_url]}
        """,
      nested: [
        "scaling_res.yaml": """
        resources:
          web:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              metadata:
                metering.server_group: SG1
              user_data_format: SOFTWARE_CONFIG
              networks:
              - port: {get_resource: CP1}
          CP1:
            type: OS::Neutron::Port
            properties:
              network: net0
        outputs:
          mgmt_ip-web:
            value: {get_attr: [CP1, fixed_ips, 0, ip_address]}
        """
      ])
  }

  @Test func `only what scales stands in the nested template, and what it needs is given to it`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
            web:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {image: cirros, flavor: m1.tiny, user_data: {get_property: [db, image]}}
            db:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {image: debian, flavor: m1.large}
            CP1: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}, {virtualBinding: web}]}
            CP2: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}, {virtualBinding: db}]}
          policies:
          - scaling:
              type: tosca.policies.tacker.Scaling
              properties:
                {targets: [web], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
        """,
      main: """
        resources:
          VL1:
            type: OS::Neutron::Net
          db:
            type: OS::Nova::Server
            properties:
              image: debian
              flavor: m1.large
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
              networks:
              - port: {get_resource: CP2}
          CP2:
            type: OS::Neutron::Port
            properties:
              network: {get_resource: VL1}
          scaling_group:
            type: OS::Heat::AutoScalingGroup
            properties:
              min_size: 1
              max_size: 3
              desired_capacity: 2
              cooldown: 60
              resource:
                type: scaling_res.yaml
                properties:
                  vl1_id: {get_resource: VL1}
          scaling_scale_out:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: scaling_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: 1
              cooldown: 60
          scaling_scale_in:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: scaling_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: -1
              cooldown: 60
        outputs:
          scaling_scale_out_url:
            value: {get_attr: [scaling_scale_out, alarm_url]}
          scaling_scale_in_url:
            value: {get_attr: [scaling_scale_in, alarm_url]}
        """,
      nested: [
        "scaling_res.yaml": """
        parameters:
          vl1_id:
            type: string
        resources:
          web:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              user_data: debian
              user_data_format: SOFTWARE_CONFIG
              networks:
              - port: {get_resource: CP1}
          CP1:
            type: OS::Neutron::Port
            properties:
              network: {get_param: vl1_id}
        """
      ])
  }

  @Test func `the targets of a policy of the heat driver scale together`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
            db: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian, flavor: m1.large}}
          policies:
          - scaling:
              type: tosca.policies.tacker.Scaling
              properties:
                {targets: [web, db], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
        """,
      main: """
        resources:
          scaling_group:
            type: OS::Heat::AutoScalingGroup
            properties:
              min_size: 1
              max_size: 3
              desired_capacity: 2
              cooldown: 60
              resource:
                type: scaling_res.yaml
          scaling_scale_out:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: scaling_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: 1
              cooldown: 60
          scaling_scale_in:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: scaling_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: -1
              cooldown: 60
        outputs:
          scaling_scale_out_url:
            value: {get_attr: [scaling_scale_out, alarm_url]}
          scaling_scale_in_url:
            value: {get_attr: [scaling_scale_in, alarm_url]}
        """,
      nested: [
        "scaling_res.yaml": """
        resources:
          web:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
          db:
            type: OS::Nova::Server
            properties:
              image: debian
              flavor: m1.large
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
        """
      ])
  }
}

@Suite struct ClusterTests {
  @Test func `the senlin driver makes a cluster over a stack for a VDU of many words`() {
    expectTranslation(
      of: """
        topology_template:
          inputs: {most: {type: integer, default: 5}}
          node_templates:
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: net0}}
            web:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {image: cirros, flavor: m1.tiny, metadata: {metering.server_group: SG1}}
            CP1:
              type: tosca.nodes.nfv.CP.Tacker
              properties: {management: true}
              requirements: [{virtualLink: VL1}, {virtualBinding: web}]
          policies:
          - scaling:
              type: tosca.policies.tacker.Scaling
              properties:
                driver: senlin
                targets: [web]
                increment: 2
                cooldown: 60
                min_instances: 1
                default_instances: 2
                max_instances: {get_input: most}
        """,
      main: """
        parameters:
          most:
            type: number
            default: 5
        resources:
          scaling_web_profile:
            type: OS::Senlin::Profile
            properties:
              type: os.heat.stack-1.0
              properties:
                template:
                  heat_template_version: '2016-04-08'
                  resources:
                    web:
                      type: Libretto::web
                environment:
                  resource_registry:
                    Libretto::web: scaling_web.yaml
                files:
                  scaling_web.yaml: {get_file: scaling_web.yaml}
                disable_rollback: true
          scaling_web_cluster:
            type: OS::Senlin::Cluster
            properties:
              profile: {get_resource: scaling_web_profile}
              min_size: 1
              max_size: {get_param: most}
              desired_capacity: 2
          scaling_web_scale_out:
            type: OS::Senlin::Policy
            deletion_policy: Retain
            properties:
              type: senlin.policy.scaling-1.0
              bindings:
              - cluster: {get_resource: scaling_web_cluster}
              properties:
                event: CLUSTER_SCALE_OUT
                adjustment:
                  type: CHANGE_IN_CAPACITY
                  number: 2
                  cooldown: 60
                  best_effort: true
          scaling_web_scale_in:
            type: OS::Senlin::Policy
            deletion_policy: Retain
            depends_on: scaling_web_scale_out
            properties:
              type: senlin.policy.scaling-1.0
              bindings:
              - cluster: {get_resource: scaling_web_cluster}
              properties:
                event: CLUSTER_SCALE_IN
                adjustment:
                  type: CHANGE_IN_CAPACITY
                  number: 2
                  cooldown: 60
                  best_effort: true
          scaling_web_scale_out_receiver:
            type: OS::Senlin::Receiver
            properties:
              type: webhook
              action: CLUSTER_SCALE_OUT
              cluster: {get_resource: scaling_web_cluster}
          scaling_web_scale_in_receiver:
            type: OS::Senlin::Receiver
            properties:
              type: webhook
              action: CLUSTER_SCALE_IN
              cluster: {get_resource: scaling_web_cluster}
        outputs:
          scaling_web_cluster:
            value: {get_resource: scaling_web_cluster}
          scaling_web_scale_out_url:
            value: {get_attr: [scaling_web_scale_out_receiver, channel, alarm_url]}
          scaling_web_scale_in_url:
            value: {get_attr: [scaling_web_scale_in_receiver, channel, alarm_url]}
        """,
      nested: [
        "scaling_web.yaml": """
        resources:
          web:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              metadata:
                metering.server_group: SG1
              user_data_format: SOFTWARE_CONFIG
              networks:
              - port: {get_resource: CP1}
          CP1:
            type: OS::Neutron::Port
            properties:
              network: net0
        outputs:
          mgmt_ip-web:
            value: {get_attr: [CP1, fixed_ips, 0, ip_address]}
        """
      ])
  }

  @Test func `a plain VDU becomes a server profile, and its monitoring a health policy`() {
    expectTranslation(
      of: """
        topology_template:
          inputs: {net: {type: string, default: net0}}
          node_templates:
            VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: {get_input: net}}}
            VL2: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: net2}}
            web:
              type: tosca.nodes.nfv.VDU.Tacker
              properties:
                image: cirros
                flavor: m1.tiny
                monitoring_policy:
                  name: ping
                  parameters: {monitoring_delay: 90, interval: 80}
                  actions: {failure: respawn}
            CP1:
              type: tosca.nodes.nfv.CP.Tacker
              properties: {type: sriov, security_groups: [default]}
              requirements: [{virtualLink: VL1}, {virtualBinding: web}]
            CP2:
              type: tosca.nodes.nfv.CP.Tacker
              requirements: [{virtualLink: VL2}, {virtualBinding: web}]
          policies:
          - scaling:
              type: tosca.policies.tacker.Scaling
              properties:
                driver: senlin
                targets: [web]
                increment: 1
                cooldown: 60
                min_instances: 1
                default_instances: 2
                max_instances: 3
        """,
      main: """
        parameters:
          net:
            type: string
            default: net0
        resources:
          scaling_web_profile:
            type: OS::Senlin::Profile
            properties:
              type: os.nova.server-1.0
              properties:
                image: cirros
                flavor: m1.tiny
                config_drive: false
                networks:
                - network: {get_param: net}
                  security_groups:
                  - default
                  vnic_type: direct
                - network: net2
          scaling_web_cluster:
            type: OS::Senlin::Cluster
            properties:
              profile: {get_resource: scaling_web_profile}
              min_size: 1
              max_size: 3
              desired_capacity: 2
          scaling_web_scale_out:
            type: OS::Senlin::Policy
            deletion_policy: Retain
            properties:
              type: senlin.policy.scaling-1.0
              bindings:
              - cluster: {get_resource: scaling_web_cluster}
              properties:
                event: CLUSTER_SCALE_OUT
                adjustment:
                  type: CHANGE_IN_CAPACITY
                  number: 1
                  cooldown: 60
                  best_effort: true
          scaling_web_scale_in:
            type: OS::Senlin::Policy
            deletion_policy: Retain
            depends_on: scaling_web_scale_out
            properties:
              type: senlin.policy.scaling-1.0
              bindings:
              - cluster: {get_resource: scaling_web_cluster}
              properties:
                event: CLUSTER_SCALE_IN
                adjustment:
                  type: CHANGE_IN_CAPACITY
                  number: 1
                  cooldown: 60
                  best_effort: true
          scaling_web_health:
            type: OS::Senlin::Policy
            deletion_policy: Retain
            depends_on: scaling_web_scale_in
            properties:
              type: senlin.policy.health-1.1
              bindings:
              - cluster: {get_resource: scaling_web_cluster}
              properties:
                detection:
                  interval: 80
                  node_update_timeout: 90
                  detection_modes:
                  - type: NODE_STATUS_POLLING
                recovery:
                  actions:
                  - name: RECREATE
          scaling_web_scale_out_receiver:
            type: OS::Senlin::Receiver
            properties:
              type: webhook
              action: CLUSTER_SCALE_OUT
              cluster: {get_resource: scaling_web_cluster}
          scaling_web_scale_in_receiver:
            type: OS::Senlin::Receiver
            properties:
              type: webhook
              action: CLUSTER_SCALE_IN
              cluster: {get_resource: scaling_web_cluster}
        outputs:
          scaling_web_cluster:
            value: {get_resource: scaling_web_cluster}
          scaling_web_scale_out_url:
            value: {get_attr: [scaling_web_scale_out_receiver, channel, alarm_url]}
          scaling_web_scale_in_url:
            value: {get_attr: [scaling_web_scale_in_receiver, channel, alarm_url]}
        """)
  }
}

@Suite struct ScalingTargetTests {
  @Test func `a server on a network that the stack makes needs a stack profile`() {
    let translation = ReadTemplate(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24}}
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
          CP1: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}, {virtualBinding: web}]}
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              driver: senlin
              targets: [web]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 1
              max_instances: 2
      """, .nfv
    ).translated().translation
    #expect(translation?.nested.map(\.name) == ["scaling_web.yaml"])
  }

  @Test func `only servers scale`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              targets: [VL1, web]
      #                 ^^^ warning scaling-target
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
      """, isTranslated: true)
  }

  @Test func `the members of a group scale`() {
    expectFindings(
      """
      topology_template:
        groups:
          group: {type: tosca.groups.Root, members: [web]}
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              targets: [group]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
      """, isTranslated: true)
  }

  @Test func `what the translation depends on is a plain value`() {
    expectFindings(
      """
      topology_template:
        inputs: {input: {type: integer}}
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          db: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - first:
            type: tosca.policies.tacker.Scaling
            properties:
              targets: [web]
              increment: {get_input: input}
      #                  ^^^^^^^^^^^^^^^^^^ error plain-value
              cooldown: {get_input: input}
              min_instances: {get_input: input}
              default_instances: {get_input: input}
              max_instances: {get_input: input}
        - second:
            type: tosca.policies.tacker.Scaling
            properties:
              targets: [db]
              driver: {get_input: input}
      #               ^^^^^^^^^^^^^^^^^^ error plain-value
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
      """, isTranslated: true)
  }

  @Test func `an increment from an input has the value that is known`() throws {
    let marked = """
      topology_template:
        inputs: {step: {type: integer, default: 2}}
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - first:
            type: tosca.policies.tacker.Scaling
            properties:
              targets: [web]
              increment: {get_input: step}
      #                  ^^^^^^^^^^^^^^^^^ warning fixed-input
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 6
      """
    expectFindings(marked, isTranslated: true)
    let resources = try #require(ReadTemplate(marked).translated().translation).main
      .resources
    #expect(resources.compactMap { $0.element["scaling_adjustment"] } == [2, -2])
  }

  @Test func `a server scales once`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          db: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - first:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [web], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
        - second:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [db, web], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      #                      ^^^ error scaled-twice
      """, isTranslated: true)
  }

  @Test func `what a scaling policy says beyond the counterpart is left out`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              targets: [web]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
              target_cpu_utilization_percentage: 40
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning not-translated
            reservation: {}
      #     ^^^^^^^^^^^ warning not-translated
      """, isTranslated: true)
  }
}
