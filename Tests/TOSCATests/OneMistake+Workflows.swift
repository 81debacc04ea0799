extension OneMistake {
  /// Mistakes in workflows.
  static let workflows: [OneMistake] = [
    OneMistake(
      "a step that comes next",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go:
            steps:
              first: {target: server, activities: [{set_state: creating}], on_success: [secnd]}
      #                                                                                 ^^^^^ error unknown-step -> second
              second: {target: server, activities: [{set_state: created}]}
      """),
    OneMistake(
      "the target of a step",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go: {steps: {first: {target: sever, activities: [{set_state: creating}]}}}
      #                                ^^^^^ error unknown-node -> server
      """),
    OneMistake(
      "the target of a step that is a group",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          rack: {type: tosca.groups.Root, members: [server]}
        workflows:
          go: {steps: {first: {target: rakc, activities: [{set_state: creating}]}}}
      #                                ^^^^ error unknown-node -> rack
      """),
    OneMistake(
      "the target relationship of a step",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go:
            steps:
              first: {target: server, target_relationship: local_storag, activities: [{set_state: creating}]}
      #                                                    ^^^^^^^^^^^^ error unknown-requirement -> local_storage
      """),
    OneMistake(
      "a key of a workflow is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go: {step: {first: {target: server, activities: [{set_state: creating}]}}}
      #        ^^^^ error unknown-key -> steps
      """),
    OneMistake(
      "a key of a step is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go: {steps: {first: {target: server, activites: [{set_state: creating}]}}}
      #                                        ^^^^^^^^^ error unknown-key -> activities
      """),
    OneMistake(
      "a step has activities",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go: {steps: {first: {target: server}}}
      #                ^^^^^ error missing-keyname
      """),
    OneMistake(
      "an activity that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go: {steps: {first: {target: server, activities: [{set_stat: creating}]}}}
      #                                                      ^^^^^^^^ error unknown-key -> set_state
      """),
    OneMistake(
      "a workflow that is used",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go: {steps: {first: {target: server, activities: [{inline: warmup}]}}}
      #                                                              ^^^^^^ error unknown-workflow -> warm_up
          warm_up: {steps: {first: {target: server, activities: [{set_state: started}]}}}
      """),
    OneMistake(
      "an operation that is called",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go: {steps: {first: {target: server, activities: [{call_operation: Standard.strat}]}}}
      #                                                                      ^^^^^^^^^^^^^^ error unknown-operation -> Standard.start
      """),
    OneMistake(
      "an operation is named with its interface",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go: {steps: {first: {target: server, activities: [{call_operation: start}]}}}
      #                                                                      ^^^^^ error unknown-operation
      """),
    OneMistake(
      "a step comes before itself",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go:
            steps:
              first: {target: server, activities: [{set_state: creating}], on_success: [second]}
      #       ^^^^^ error step-cycle
              second: {target: server, activities: [{set_state: created}], on_success: [first]}
      """),
    OneMistake(
      "an attribute of a filter",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go:
            steps:
              first:
                target: server
                filter: [{sate: [{equal: started}]}]
      #                   ^^^^ error unknown-attribute -> state
                activities: [{set_state: creating}]
      """),
    OneMistake(
      "the target of a precondition",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
          go:
            preconditions: [{target: sever, condition: [{state: [{equal: started}]}]}]
      #                              ^^^^^ error unknown-node -> server
            steps: {first: {target: server, activities: [{set_state: creating}]}}
      """),
  ]

  /// Mistakes in substitution mappings.
  static let substitutions: [OneMistake] = [
    OneMistake(
      "a node type that is substituted",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.Computer, capabilities: {host: [server, host]}}
      #                                    ^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a substitution has a node type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {capabilities: {host: [server, host]}}
      # ^^^^^^^^^^^^^^^^^^^^^ error missing-keyname
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the key of a substitution's node type is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {nodetype: tosca.nodes.Compute, capabilities: {host: [server, host]}}
      #                         ^^^^^^^^ error unknown-key -> node_type
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a key of a substitution is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.Compute, capabilites: {host: [server, host]}}
      #                                                         ^^^^^^^^^^^ error unknown-key -> capabilities
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a capability that is mapped",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.Compute, capabilities: {hots: [server, host]}}
      #                                                                        ^^^^ error unknown-capability -> host
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the node of a mapped capability",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.Compute, capabilities: {host: [sever, host]}}
      #                                                                               ^^^^^ error unknown-node -> server
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the capability of a mapped node",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.Compute, capabilities: {host: [server, hots]}}
      #                                                                                       ^^^^ error unknown-capability -> host
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a mapping names a node and a member",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.Compute, capabilities: {host: server}}
      #                                                                              ^^^^^^ error wrong-form
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a requirement that is mapped",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.WebServer, requirements: {hots: [web, host]}}
      #                                                                          ^^^^ error unknown-requirement -> host
        node_templates:
          server: {type: tosca.nodes.Compute}
          web: {type: tosca.nodes.WebServer, requirements: [{host: server}]}
      """),
    OneMistake(
      "a property that is mapped",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          version: {type: version}
        substitution_mappings: {node_type: tosca.nodes.WebServer, properties: {component_vresion: [version]}}
      #                                                                        ^^^^^^^^^^^^^^^^^ error unknown-property -> component_version
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the input of a mapped property",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          version: {type: version}
        substitution_mappings: {node_type: tosca.nodes.WebServer, properties: {component_version: [vresion]}}
      #                                                                                            ^^^^^^^ error unknown-input -> version
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the attribute of a mapped node",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings:
          node_type: tosca.nodes.Compute
          attributes: {public_address: [server, public_adress]}
      #                                         ^^^^^^^^^^^^^ error unknown-attribute -> public_address
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "an input that nothing gives",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          color: {type: string}
      #   ^^^^^ warning unmapped-input
        substitution_mappings: {node_type: tosca.nodes.Compute}
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "an interface that is mapped",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings: {node_type: tosca.nodes.Compute, interfaces: {Standart: {start: go}}}
      #                                                                      ^^^^^^^^ error unknown-interface -> Standard
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a property of a substitution's filter",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        substitution_mappings:
          node_type: tosca.nodes.BlockStorage
          substitution_filter: {properties: [{sise: {less_than: 1 GB}}]}
      #                                       ^^^^ error unknown-property -> size
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
  ]
}
