extension OneMistake {
  /// Mistakes in calls of functions.
  static let functions: [OneMistake] = [
    OneMistake(
      "a property of a node is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {sizee: 1 GB}}
      #                                                       ^^^^^ error unknown-property -> size
      """),
    OneMistake(
      "a property that no node of the type has",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, color: red}}
      #                                                                   ^^^^^ error unknown-property
      """),
    OneMistake(
      "a function is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: {get_imput: size}}}
      #                                                              ^^^^^^^^^ error unknown-function -> get_input
      """),
    OneMistake(
      "an input of a call that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: {get_input: sise}}}
      #                                                                         ^^^^ error unknown-input -> size
      """),
    OneMistake(
      "a call of an input names it",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: {get_input: []}}}
      #                                                              ^^^^^^^^^ error function-arguments
      """),
    OneMistake(
      "a node of a call that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: {get_property: [sever, host, mem_size]}}}
      #                                                                             ^^^^^ error unknown-node -> server
      """),
    OneMistake(
      "a property of a call that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: {get_property: [server, host, mem_sise]}}}
      #                                                                                           ^^^^^^^^ error unknown-property -> mem_size
      """),
    OneMistake(
      "a capability of a call that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: {get_property: [server, hots, mem_size]}}}
      #                                                                                     ^^^^ error unknown-property -> host
      """),
    OneMistake(
      "a call of a property names the property",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: {get_property: [server]}}}
      #                                                              ^^^^^^^^^^^^ error function-arguments
      """),
    OneMistake(
      "an attribute of a call that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {get_attribute: [server, public_addres]}}}
      #                                                                                                       ^^^^^^^^^^^^^ error unknown-attribute -> public_address
      """),
    OneMistake(
      "a node of an attribute that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {get_attribute: [sevrer, public_address]}}}
      #                                                                                               ^^^^^^ error unknown-node -> server
      """),
    OneMistake(
      "an output of an operation has four names",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {get_operation_output: [server, Standard, create]}}}
      #                                                                               ^^^^^^^^^^^^^^^^^^^^ error function-arguments
      """),
    OneMistake(
      "an operation of a call that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {get_operation_output: [server, Standard, creat, id]}}}
      #                                                                                                                        ^^^^^ error unknown-operation -> create
      """),
    OneMistake(
      "a type of a call that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {get_nodes_of_type: tosca.nodes.Computer}}}
      #                                                                                                  ^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.nodes.Compute
      """),
    OneMistake(
      "an artifact of a call that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {get_artifact: [server, image]}}}
      #                                                                                                      ^^^^^ error unknown-artifact
      """),
    OneMistake(
      "what is joined without delimiter is a list",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {concat: one}}}
      #                                                                               ^^^^^^ error function-arguments
      """),
    OneMistake(
      "what is joined is a list of texts",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {join: [one, two]}}}
      #                                                                               ^^^^ error function-arguments
      """),
    OneMistake(
      "the place of a token is a number",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {token: [one.two, '.', last]}}}
      #                                                                               ^^^^^ error function-arguments
      """),
    OneMistake(
      "a call in a call",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          size: {type: scalar-unit.size, default: 1 GB}
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: {num_cpus: 1}}}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB, volume_id: {concat: [vol-, {get_input: sise}]}}}
      #                                                                                                          ^^^^ error unknown-input -> size
      """),
  ]
}
