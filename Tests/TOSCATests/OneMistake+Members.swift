extension OneMistake {
  /// Mistakes in the members of types, and in their parents.
  static let members: [OneMistake] = [
    OneMistake(
      "the type of an artifact",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            artifacts:
              disk: {type: tosca.artifacts.Deployment.Imgae, file: disk.qcow2}
      #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.artifacts.Deployment.Image
      """),
    OneMistake(
      "the types of a group's members",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      group_types:
        Rack: {derived_from: tosca.groups.Root, members: [tosca.nodes.Computer]}
      #                                                   ^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          rack: {type: Rack, members: [server]}
      """),
    OneMistake(
      "the types of a policy's targets",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      policy_types:
        Quiet: {derived_from: tosca.policies.Root, targets: [tosca.nodes.Computer]}
      #                                                      ^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - night: {type: Quiet, targets: [server]}
      """),
    OneMistake(
      "where a capability may be used from",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      capability_types:
        Light: {derived_from: tosca.capabilities.Root, valid_source_types: [tosca.nodes.Rot]}
      #                                                                     ^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Root
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a property that is refined has the inherited type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {watts: {type: integer}}}
        Spot: {derived_from: Lamp, properties: {watts: {type: boolean}}}
      #                                         ^^^^^ error incompatible-refinement
      topology_template:
        node_templates:
          spot: {type: Spot, properties: {watts: true}}
      """),
    OneMistake(
      "a key of a property definition is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {watts: {type: integer, requird: false}}}
      #                                                                            ^^^^^^^ error unknown-key -> required
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {watts: 60}}
      """),
    OneMistake(
      "a property is required or not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {watts: {type: integer, required: maybe}}}
      #                                                                                      ^^^^^ error wrong-form
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {watts: 60}}
      """),
    OneMistake(
      "a key of a node type is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, propertys: {watts: {type: integer}}}
      #                                        ^^^^^^^^^ error unknown-key -> properties
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {watts: 60}}
      """),
    OneMistake(
      "a key of a requirement definition is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {capability: tosca.capabilities.Node, occurences: [0, 1]}
      #                                                   ^^^^^^^^^^ error unknown-key -> occurrences
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          lamp: {type: Lamp, requirements: [{socket: server}]}
      """),
    OneMistake(
      "occurrences are a range",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {capability: tosca.capabilities.Node, occurrences: [2, 1]}
      #                                                                ^^^^^^ error occurrences
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          lamp: {type: Lamp, requirements: [{socket: server}]}
      """),
    OneMistake(
      "the type of an input is a word",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          count: {type: [integer], default: 3}
      #                 ^^^^^^^^^ error wrong-form
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a type that is imported under a prefix is named with it",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports:
      - {file: types.yaml, namespace_prefix: my}
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {power: 60}}
      #                ^^^^ error unknown-type -> my:Lamp
      """,
      importing: [
        "types.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_3
        node_types:
          Lamp: {derived_from: tosca.nodes.Root, properties: {power: {type: integer}}}
        """
      ]),
    OneMistake(
      "the capabilities of a node under a misspelt key",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      capability_types:
        Light: {derived_from: tosca.capabilities.Root, properties: {power: {type: integer}}}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, capabilities: {light: {type: Light}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, capabilites: {light: {properties: {power: 60}}}}
      #                      ^^^^^^^^^^^ error unknown-key -> capabilities
      """),
    OneMistake(
      "a capability with a required property is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      capability_types:
        Light: {derived_from: tosca.capabilities.Root, properties: {power: {type: integer}}}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, capabilities: {light: {type: Light}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, capabilities: {ligth: {properties: {power: 60}}}}
      #                                     ^^^^^ error unknown-capability -> light
      """),
    OneMistake(
      "a required property of a capability is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      capability_types:
        Light: {derived_from: tosca.capabilities.Root, properties: {power: {type: integer}}}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, capabilities: {light: {type: Light}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, capabilities: {light: {properties: {powr: 60}}}}
      #                                                          ^^^^ error unknown-property -> power
      """),
    OneMistake(
      "an attribute of a capability",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {endpoint: {attributes: {ip_adress: 10.0.0.1}}}}
      #                                                                              ^^^^^^^^^ error unknown-attribute -> ip_address
      """),
    OneMistake(
      "the parent of a capability type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      capability_types:
        Light: {derived_from: tosca.capabilities.Rot}
      #                       ^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.capabilities.Root
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, capabilities: {light: {type: Light}}}
        Wall:
          derived_from: tosca.nodes.Root
          requirements:
          - lit: {capability: tosca.capabilities.Node, node: Lamp}
      topology_template:
        node_templates:
          lamp: {type: Lamp, capabilities: {light: {properties: {power: 60}}}}
          wall: {type: Wall, requirements: [{lit: lamp}]}
      """),
    OneMistake(
      "the parent of a group type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      group_types:
        Rack: {derived_from: tosca.groups.Rot}
      #                      ^^^^^^^^^^^^^^^^ error unknown-type -> tosca.groups.Root
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          rack: {type: Rack, members: [server], properties: {room: one}}
      """),
    OneMistake(
      "the parent of a policy type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      policy_types:
        Quiet: {derived_from: tosca.policies.Rot}
      #                       ^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.policies.Root
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - night: {type: Quiet, targets: [server], properties: {hours: 8}}
      """),
    OneMistake(
      "the parent of an interface type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      interface_types:
        Switch: {derived_from: tosca.interfaces.Rot, operations: {on: {}}}
      #                        ^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.interfaces.Root
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, interfaces: {Switch: {type: Switch}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, interfaces: {Switch: {operations: {on: on.sh}}}}
      """),
    OneMistake(
      "the parent of an artifact type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      artifact_types:
        Script: {derived_from: tosca.artifacts.Rot}
      #                        ^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.artifacts.Root
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, artifacts: {go: {type: Script, file: go.sh}}}
      """),
  ]
}
