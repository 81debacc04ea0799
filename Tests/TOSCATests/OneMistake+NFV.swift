extension OneMistake {
  /// Mistakes in descriptors of network functions.
  static let nfv: [OneMistake] = [
    OneMistake(
      "a type of a VDU",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Taker
      #           ^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.nfv.VDU.Tacker
            properties: {image: debian-12, flavor: m1.small}
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0, vendor: Acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
      """),
    OneMistake(
      "a property of a VDU",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {imgae: debian-12, flavor: m1.small}
      #                  ^^^^^ error unknown-property -> image
      """),
    OneMistake(
      "the number of processors of a VDU",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            capabilities: {nfv_compute: {properties: {num_cpus: two, mem_size: 512 MB, disk_size: 1 GB}}}
      #                                                         ^^^ error wrong-type
            properties: {image: debian-12}
      """),
    OneMistake(
      "the memory of a VDU",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            capabilities: {nfv_compute: {properties: {num_cpus: 2, mem_size: 512, disk_size: 1 GB}}}
      #                                                                      ^^^ warning unquoted-string
            properties: {image: debian-12}
      """),
    OneMistake(
      "a capability of a VDU",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            capabilities: {nfv_compte: {properties: {num_cpus: 2, mem_size: 512 MB, disk_size: 1 GB}}}
      #                    ^^^^^^^^^^ error unknown-capability -> nfv_compute
            properties: {image: debian-12}
      """),
    OneMistake(
      "the link of a CP",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0, vendor: Acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtualLink: VL2}, {virtualBinding: VDU1}]
      #                                  ^^^ error unknown-node -> VL1
      """),
    OneMistake(
      "the ends of a CP are the right way round",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0, vendor: Acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtualLink: VL1}, {virtualBinding: VL1}]
      #                                                         ^^^ error wrong-target
      """),
    OneMistake(
      "a requirement of a CP",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0, vendor: Acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtual_link: VL1}, {virtualBinding: VDU1}]
      #                     ^^^^^^^^^^^^ error unknown-requirement -> virtualLink
      """),
    OneMistake(
      "the order of a CP",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0, vendor: Acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {order: first}
      #                         ^^^^^ error wrong-type
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
      """),
    OneMistake(
      "the address of a CP",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0, vendor: Acme}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties: {ip_address: 10.0.0.300}
      #                              ^^^^^^^^^^ error network-address
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
      """),
    OneMistake(
      "the vendor of a VL",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0}}
      #   ^^^ error missing-property
      """),
    OneMistake(
      "the bounds of scaling",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
        policies:
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU1], min_instances: 3, max_instances: 1, default_instances: 2, increment: 1, cooldown: 60}
      #                                                  ^ error scaling-bounds
      """),
    OneMistake(
      "the increment of scaling",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
        policies:
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU1], min_instances: 1, max_instances: 3, default_instances: 1, increment: one, cooldown: 60}
      #                                                                                                        ^^^ error wrong-type
      """),
    OneMistake(
      "a bound of scaling is missing",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
        policies:
        - SP1:
      #   ^^^ error missing-property
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU1], min_instances: 1, default_instances: 1, increment: 1, cooldown: 60}
      """),
    OneMistake(
      "a bound of scaling is misspelt",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
        policies:
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU1], min_instances: 1, max_instance: 3, default_instances: 1, increment: 1, cooldown: 60}
      #                                                     ^^^^^^^^^^^^ error unknown-property -> max_instances
      """),
    OneMistake(
      "the target of scaling",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian-12, flavor: m1.small}}
        policies:
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU2], min_instances: 1, max_instances: 3, default_instances: 1, increment: 1, cooldown: 60}
      #                            ^^^^ error unknown-target -> VDU1
      """),
    OneMistake(
      "the action of an alarm",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: debian-12, flavor: m1.small, metadata: {metering.server_group: group1}}
        policies:
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU1], min_instances: 1, max_instances: 3, default_instances: 1, increment: 1, cooldown: 60}
        - alarms:
            type: tosca.policies.tacker.Alarming
            triggers:
              busy:
                event_type: {type: tosca.events.resource.utilization, implementation: ceilometer}
                metric: cpu_util
                metadata: group1
                condition:
                  {threshold: 80, granularity: 60, evaluations: 1,
                   aggregation_method: mean, resource_type: instance, comparison_operator: gt}
                action: [SP2]
      #                  ^^^ error unknown-action -> SP1
      """),
    OneMistake(
      "the comparison of an alarm",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: debian-12, flavor: m1.small, metadata: {metering.server_group: group1}}
        policies:
        - alarms:
            type: tosca.policies.tacker.Alarming
            triggers:
              busy:
                event_type: {type: tosca.events.resource.utilization, implementation: ceilometer}
                metric: cpu_util
                metadata: group1
                condition:
                  {threshold: 80, granularity: 60, evaluations: 1,
                   aggregation_method: mean, resource_type: instance, comparison_operator: gth}
      #                                                                                    ^^^ error comparison-operator -> gt
                action: [respawn]
      """),
    OneMistake(
      "the metadata of an alarm",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: debian-12, flavor: m1.small, metadata: {metering.server_group: group1}}
        policies:
        - alarms:
            type: tosca.policies.tacker.Alarming
            triggers:
              busy:
                event_type: {type: tosca.events.resource.utilization, implementation: ceilometer}
                metric: cpu_util
                metadata: group2
      #                   ^^^^^^ warning metadata-not-matched -> group1
                condition:
                  {threshold: 80, granularity: 60, evaluations: 1,
                   aggregation_method: mean, resource_type: instance, comparison_operator: gt}
                action: [respawn]
      """),
    OneMistake(
      "a key of an alarm's condition",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: debian-12, flavor: m1.small, metadata: {metering.server_group: group1}}
        policies:
        - alarms:
            type: tosca.policies.tacker.Alarming
            triggers:
              busy:
                event_type: {type: tosca.events.resource.utilization, implementation: ceilometer}
                metric: cpu_util
                metadata: group1
                condition:
                  {treshold: 80, granularity: 60, evaluations: 1,
      #            ^^^^^^^^ error unknown-key -> threshold
                   aggregation_method: mean, resource_type: instance, comparison_operator: gt}
                action: [respawn]
      """),
    OneMistake(
      "the driver of an alarm",
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: debian-12, flavor: m1.small, metadata: {metering.server_group: group1}}
        policies:
        - alarms:
            type: tosca.policies.tacker.Alarming
            triggers:
              busy:
                event_type: {type: tosca.events.resource.utilization, implementation: celiometer}
      #                                                                               ^^^^^^^^^^ warning event-implementation -> ceilometer
                metric: cpu_util
                metadata: group1
                condition:
                  {threshold: 80, granularity: 60, evaluations: 1,
                   aggregation_method: mean, resource_type: instance, comparison_operator: gt}
                action: [respawn]
      """),
  ]
}
