extension OneMistake {
  /// Mistakes in the definitions of types, and in the names of types.
  static let types: [OneMistake] = [
    OneMistake(
      "a node type that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Computer
      #           ^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
            properties: {size: 3}
            capabilities: {host: {properties: {num_cpus: 1}}}
          web:
            type: tosca.nodes.WebServer
            requirements: [{host: server}]
      """),
    OneMistake(
      "the type of a node that others need without a word",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Copmute}
      #                  ^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
          web: {type: tosca.nodes.WebServer}
      """),
    OneMistake(
      "the key of a node's type is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {tpye: tosca.nodes.Compute}
      #            ^^^^ error unknown-key -> type
      """),
    OneMistake(
      "a node has a type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {properties: {color: red}}
      #   ^^^^^^ error missing-type
      """),
    OneMistake(
      "the parent of a node type that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Server:
          derived_from: tosca.nodes.Computer
      #                 ^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
          properties: {color: {type: string}}
      topology_template:
        node_templates:
          server:
            type: Server
            properties: {color: red, name: front}
            capabilities: {host: {properties: {num_cpus: 1}}}
          web: {type: tosca.nodes.WebServer, requirements: [{host: server}]}
      """),
    OneMistake(
      "a node type derives from another type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: Bulb}
        Bulb: {derived_from: Lamp}
      # ^^^^ error type-cycle
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {color: red}}
      """),
    OneMistake(
      "a node type derives from a node type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.relationships.Root}
      # ^^^^ error wrong-section
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      """),
    OneMistake(
      "the key of a parent is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Server: {derived_form: tosca.nodes.Compute}
      #          ^^^^^^^^^^^^ error unknown-key -> derived_from
      topology_template:
        node_templates:
          server:
            type: Server
            capabilities: {host: {properties: {num_cpus: 1}}}
      """),
    OneMistake(
      "the capability type of a node type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          capabilities:
            light: {type: tosca.capabilities.Nod}
      #                   ^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.capabilities.Node
      topology_template:
        node_templates:
          lamp: {type: Lamp, capabilities: {light: {properties: {color: red}}}}
      """),
    OneMistake(
      "a capability of a node type has a type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          capabilities:
            light: {description: what it gives}
      #     ^^^^^ error missing-keyname
      topology_template:
        node_templates:
          lamp: {type: Lamp, capabilities: {light: {}}}
      """),
    OneMistake(
      "the key of a capability's type is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          capabilities:
            light: {typ: tosca.capabilities.Node}
      #             ^^^ error unknown-key -> type
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      """),
    OneMistake(
      "the capability type of a requirement of a node type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {capability: tosca.capabilities.Nod}
      #                          ^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.capabilities.Node
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          lamp: {type: Lamp, requirements: [{socket: server}]}
      """),
    OneMistake(
      "the node type of a requirement of a node type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {capability: tosca.capabilities.Node, node: tosca.nodes.Computer}
      #                                                         ^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          lamp: {type: Lamp, requirements: [{socket: server}]}
      """),
    OneMistake(
      "the relationship type of a requirement of a node type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {capability: tosca.capabilities.Node, relationship: tosca.relationships.DependOn}
      #                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.relationships.DependsOn
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          lamp: {type: Lamp, requirements: [{socket: server}]}
      """),
    OneMistake(
      "the interface type of a node type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          interfaces:
            Switch: {type: acme.interfaces.Switch}
      #                    ^^^^^^^^^^^^^^^^^^^^^^ error unknown-type
      topology_template:
        node_templates:
          lamp: {type: Lamp, interfaces: {Switch: {on: on.sh}}}
      """),
    OneMistake(
      "the data type of a property",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      data_types:
        Color: {properties: {red: {type: integer}}}
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          properties:
            color: {type: Colour}
      #                   ^^^^^^ error unknown-type -> Color
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {color: {red: 1}}}
      """),
    OneMistake(
      "what a list holds",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          properties:
            colors: {type: list, entry_schema: {type: strnig}}
      #                                               ^^^^^^ error unknown-type -> string
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {colors: [red]}}
      """),
    OneMistake(
      "the parent of a data type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      data_types:
        Color: {derived_from: tosca.datatypes.Rot, properties: {red: {type: integer}}}
      #                       ^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.datatypes.Root
      topology_template:
        inputs:
          color: {type: Color, default: {red: 1, green: 2}}
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a data type that needs itself",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      data_types:
        Box: {properties: {inner: {type: Box}}}
      #                    ^^^^^ error endless-type
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the parent of a relationship type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      relationship_types:
        Plug: {derived_from: tosca.relationships.ConectsTo}
      #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.relationships.ConnectsTo
      topology_template:
        relationship_templates:
          plug: {type: Plug, properties: {credential: {token: secret}}}
      """),
    OneMistake(
      "the type of a relationship template",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        relationship_templates:
          plug: {type: tosca.relationships.ConectsTo, properties: {credential: {token: secret}}}
      #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.relationships.ConnectsTo
      """),
    OneMistake(
      "a relationship template has a type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        relationship_templates:
          plug: {properties: {credential: {token: secret}}}
      #   ^^^^ error missing-type
      """),
    OneMistake(
      "the type of a group",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          all: {type: tosca.groups.Rot, members: [server]}
      #               ^^^^^^^^^^^^^^^^ error unknown-type -> tosca.groups.Root
      """),
    OneMistake(
      "the type of a policy",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - near: {type: tosca.policies.Placment, targets: [server], properties: {zone: one}}
      #                ^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.policies.Placement
      """),
  ]
}
