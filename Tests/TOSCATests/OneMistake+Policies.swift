extension OneMistake {
  /// Mistakes in policies and their triggers.
  static let policies: [OneMistake] = [
    OneMistake(
      "a target that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - near: {type: tosca.policies.Placement, targets: [sever]}
      #                                                    ^^^^^ error unknown-target -> server
      """),
    OneMistake(
      "a target that is a group is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          rack: {type: tosca.groups.Root, members: [server]}
        policies:
        - near: {type: tosca.policies.Placement, targets: [rakc]}
      #                                                    ^^^^ error unknown-target -> rack
      """),
    OneMistake(
      "a target is a word",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - near: {type: tosca.policies.Placement, targets: [[server]]}
      #                                                    ^^^^^^^^ error wrong-form
      """),
    OneMistake(
      "a target of another type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      policy_types:
        Quiet: {derived_from: tosca.policies.Root, targets: [tosca.nodes.Compute]}
      topology_template:
        node_templates:
          net: {type: tosca.nodes.network.Network}
        policies:
        - night: {type: Quiet, targets: [net]}
      #                                  ^^^ error wrong-policy-target
      """),
    OneMistake(
      "a key of a policy is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - near: {type: tosca.policies.Placement, target: [server]}
      #                                          ^^^^^^ error unknown-key -> targets
      """),
    OneMistake(
      "the key of a policy's type is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - near: {tyep: tosca.policies.Placement, targets: [server]}
      #          ^^^^ error unknown-key -> type
      """),
    OneMistake(
      "a policy has a type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - near: {targets: [server]}
      #   ^^^^ error missing-type
      """),
    OneMistake(
      "the keys of a policy stand under its name",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - near:
      #   ^^^^ error policy-not-nested
          type: tosca.policies.Placement
          targets: [server]
      """),
    OneMistake(
      "a property of a policy that its type has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - near: {type: tosca.policies.Placement, targets: [server], properties: {zone: one}}
      #                                                                          ^^^^ error unknown-property
      """),
    OneMistake(
      "a key of a trigger is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - start:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              boot:
                event: tosca.events.booted
                acton: [{call_operation: Standard.start}]
      #         ^^^^^ error unknown-key -> action
      """),
    OneMistake(
      "the interface of a trigger's operation",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - start:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              boot:
                event: tosca.events.booted
                action: [{call_operation: Standart.start}]
      #                                   ^^^^^^^^^^^^^^ error unknown-interface -> Standard.start
      """),
    OneMistake(
      "the operation of a trigger",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - start:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              boot:
                event: tosca.events.booted
                action: [{call_operation: Standard.strat}]
      #                                   ^^^^^^^^^^^^^^ error unknown-operation -> Standard.start
      """),
    OneMistake(
      "the activity of a trigger",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - start:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              boot:
                event: tosca.events.booted
                action: [{call_operaton: Standard.start}]
      #                   ^^^^^^^^^^^^^ error unknown-key -> call_operation
      """),
    OneMistake(
      "the node of a trigger's target filter",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - start:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              boot:
                event: tosca.events.booted
                target_filter: {node: sever}
      #                               ^^^^^ error unknown-node -> server
                action: [{call_operation: Standard.start}]
      """),
    OneMistake(
      "the capability of a trigger's target filter",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - start:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              boot:
                event: tosca.events.booted
                target_filter: {node: server, capability: hots}
      #                                                   ^^^^ error unknown-capability -> host
                action: [{call_operation: Standard.start}]
      """),
    OneMistake(
      "the operator of a trigger's condition",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - start:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              boot:
                event: tosca.events.booted
                condition: {constraint: [{state: [{equals: started}]}]}
      #                                            ^^^^^^ error unknown-key -> equal
                action: [{call_operation: Standard.start}]
      """),
    OneMistake(
      "the workflow of a trigger",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - start:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              boot: {event: tosca.events.booted, action: [{inline: warmup}]}
      #                                                            ^^^^^^ error unknown-workflow -> warm_up
        workflows:
          warm_up: {steps: {first: {target: server, activities: [{set_state: started}]}}}
      """),
  ]
}
