extension OneMistake {
  /// Mistakes in node and relationship templates.
  static let nodes: [OneMistake] = [
    OneMistake(
      "a key of a node is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilites: {host: {properties: {num_cpus: 2}}}}
      #                                       ^^^^^^^^^^^ error unknown-key -> capabilities
      """),
    OneMistake(
      "a required property under a misspelt key",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {power: {type: integer}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, propertes: {power: 60}}
      #                      ^^^^^^^^^ error unknown-key -> properties
      """),
    OneMistake(
      "a required property is there",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {power: {type: integer}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      #   ^^^^ error missing-property
      """),
    OneMistake(
      "a required property is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {power: {type: integer}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {powre: 60}}
      #                                   ^^^^^ error unknown-property -> power
      """),
    OneMistake(
      "requirements under a misspelt key",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {capability: tosca.capabilities.Attachment}
      topology_template:
        node_templates:
          lamp: {type: Lamp, requirement: [{socket: disk}]}
      #                      ^^^^^^^^^^^ error unknown-key -> requirements
      """),
    OneMistake(
      "the original of a copy",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          spare: {copy: sever}
      #                 ^^^^^ error unknown-node -> server
      """),
    OneMistake(
      "a copy of a node with a mistake",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {power: {type: integer}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      #   ^^^^ error missing-property
          spare: {copy: lamp}
      """),
    OneMistake(
      "a copy of a copy",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          spare: {copy: server}
          third: {copy: spare}
      #                 ^^^^^ warning copy-of-copy
      """),
    OneMistake(
      "the original of a relationship template",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        relationship_templates:
          plug: {type: tosca.relationships.ConnectsTo}
          spare: {copy: plgu}
      #                 ^^^^ error unknown-relationship -> plug
      """),
    OneMistake(
      "a property of a relationship template",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        relationship_templates:
          plug: {type: tosca.relationships.AttachesTo, properties: {location: /data, devise: sdb}}
      #                                                                              ^^^^^^ error unknown-property -> device
      """),
    OneMistake(
      "an attribute of a relationship template",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        relationship_templates:
          plug: {type: tosca.relationships.ConnectsTo, attributes: {tosca_nmae: plug}}
      #                                                             ^^^^^^^^^^ error unknown-attribute -> tosca_name
      """),
    OneMistake(
      "an input in a relationship template",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          place: {type: string}
        relationship_templates:
          plug: {type: tosca.relationships.AttachesTo, properties: {location: {get_input: palce}}}
      #                                                                                   ^^^^^ error unknown-input -> place
      """),
  ]

  /// Mistakes in interfaces and artifacts.
  static let interfaces: [OneMistake] = [
    OneMistake(
      "an interface that the type has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, interfaces: {Standart: {operations: {create: create.sh}}}}
      #                                                    ^^^^^^^^ error unknown-interface -> Standard
      """),
    OneMistake(
      "an operation that the interface has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, interfaces: {Standard: {operations: {craete: create.sh}}}}
      #                                                                            ^^^^^^ error unknown-operation -> create
      """),
    OneMistake(
      "an operation in the form of TOSCA 1.2",
      """
      tosca_definitions_version: tosca_simple_yaml_1_2
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, interfaces: {Standard: {craete: create.sh}}}
      #                                                               ^^^^^^ error unknown-operation -> create
      """),
    OneMistake(
      "a key of an operation is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            interfaces: {Standard: {operations: {create: {implementaton: create.sh}}}}
      #                                                   ^^^^^^^^^^^^^ error unknown-key -> implementation
      """),
    OneMistake(
      "a key of an implementation is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            interfaces:
              Standard:
                operations:
                  create: {implementation: {primary: create.sh, dependancies: [lib.sh]}}
      #                                                         ^^^^^^^^^^^^ error unknown-key -> dependencies
      """),
    OneMistake(
      "a key of an implementation with its file is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            interfaces:
              Standard:
                operations:
                  create: {implementation: {file: create.sh, tpye: tosca.artifacts.Implementation.Bash}}
      #                                                      ^^^^ error unknown-key -> type
      """),
    OneMistake(
      "the type of an implementation",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            interfaces:
              Standard:
                operations:
                  create:
                    implementation:
                      primary: {file: create.sh, type: tosca.artifacts.Implementation.Bsah}
      #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.artifacts.Implementation.Bash
      """),
    OneMistake(
      "an input of an operation calls one that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          color: {type: string}
        node_templates:
          server:
            type: tosca.nodes.Compute
            interfaces:
              Standard:
                operations:
                  create: {implementation: create.sh, inputs: {color: {get_input: colour}}}
      #                                                                           ^^^^^^ error unknown-input -> color
      """),
    OneMistake(
      "an input of an operation is of its type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          interfaces:
            Standard:
              operations:
                create: {inputs: {power: {type: integer}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, interfaces: {Standard: {operations: {create: {inputs: {power: many}}}}}}
      #                                                                                    ^^^^ error wrong-type
      """),
    OneMistake(
      "an interface type has no implementation",
      """
      tosca_definitions_version: tosca_simple_yaml_1_2
      interface_types:
        Switch:
          derived_from: tosca.interfaces.Root
          on: {implementation: on.sh}
      #   ^^ error implemented-interface-type
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a key of an artifact is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            artifacts:
              disk: {type: tosca.artifacts.File, file: disk.qcow2, repositry: shared}
      #                                                            ^^^^^^^^^ error unknown-key -> repository
      """),
    OneMistake(
      "an artifact has a file",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            artifacts:
              disk: {type: tosca.artifacts.File}
      #       ^^^^ error missing-keyname
      """),
    OneMistake(
      "the key of an artifact's file is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            artifacts:
              disk: {type: tosca.artifacts.File, fiel: disk.qcow2}
      #                                          ^^^^ error unknown-key -> file
      """),
    OneMistake(
      "the repository of an artifact is there",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      repositories:
        shared: {url: http://example.com}
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            artifacts:
              disk: {type: tosca.artifacts.File, file: disk.qcow2, repository: sharde}
      #                                                                        ^^^^^^ error unknown-repository -> shared
      """),
  ]
}
