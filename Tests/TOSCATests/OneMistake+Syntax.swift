extension OneMistake {
  /// Mistakes in YAML itself.
  static let yaml: [OneMistake] = [
    OneMistake(
      "a list is closed",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          color:
            type: string
            constraints: [{valid_values: [red, green]}
        node_templates:
      # ^ error yaml-syntax
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a tab does not indent",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
      \tserver:
      ^ error yaml-syntax
            type: tosca.nodes.Compute
      """),
    OneMistake(
      "a quoted word ends with its quote",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      description: "a server
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}

      ^ error yaml-syntax
      """),
    OneMistake(
      "a plain text has no colon and space in it",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      description: two servers: one is spare
      #                       ^ error yaml-syntax
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "keys of one map are indented alike",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
             description: the only one
      #                 ^ error yaml-syntax
      """),
    OneMistake(
      "a key stands once in its map",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB}}
          server: {type: tosca.nodes.Compute}
      #   ^^^^^^ error duplicate-key
      """),
    OneMistake(
      "an alias has its anchor",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      dsl_definitions:
        small: &small {num_cpus: 1}
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities: {host: {properties: *smal}}
      #                                       ^^^^^ error yaml-unknown-anchor -> *small
      """),
    OneMistake(
      "what is merged is a map",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      dsl_definitions:
        small: &small few
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities:
              host:
                properties:
                  <<: *small
      #               ^^^^^^ error yaml-merge
                  num_cpus: 1
      """),
    OneMistake(
      "a key is a word",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          [server, spare]: {type: tosca.nodes.Compute}
      #   ^^^^^^^^^^^^^^^ warning yaml-complex-key
      """),
    OneMistake(
      "a file is one document",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      ---
      ^^^ warning yaml-second-document
      topology_template: {}
      """),
  ]

  /// Mistakes in the version of a template.
  static let versions: [OneMistake] = [
    OneMistake(
      "a template has a version",
      """
      topology_template:
      ^ error missing-version
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the key of the version is misspelt",
      """
      tosca_definition_version: tosca_simple_yaml_1_3
      ^ error missing-version
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the version is one that there is",
      """
      tosca_definitions_version: tosca_simple_yaml_1_33
      #                          ^^^^^^^^^^^^^^^^^^^^^^ error unknown-version -> tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the version is a word",
      """
      tosca_definitions_version: [tosca_simple_yaml_1_3]
      #                          ^^^^^^^^^^^^^^^^^^^^^^^ error wrong-form
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the version comes first",
      """
      description: A server.
      tosca_definitions_version: tosca_simple_yaml_1_3
      #                          ^^^^^^^^^^^^^^^^^^^^^ warning version-not-first
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a workflow needs TOSCA 1.1",
      """
      tosca_definitions_version: tosca_simple_yaml_1_0
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        workflows:
      # ^^^^^^^^^ warning keyname-version
          start:
            steps:
              first: {target: server, activities: [{set_state: started}]}
      """),
    OneMistake(
      "the version of the template is a version",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      metadata: {template_name: server, template_version: newest}
      #                                                   ^^^^^^ error template-version
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
  ]

  /// Mistakes in the sections of a template.
  static let sections: [OneMistake] = [
    OneMistake(
      "a section of the file is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topolgy_template:
      ^^^^^^^^^^^^^^^^ error unknown-key -> topology_template
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a section of the topology is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_template:
      # ^^^^^^^^^^^^^ error unknown-key -> node_templates
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a section stands in its place",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_templates:
      ^^^^^^^^^^^^^^ error unknown-key
        server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "node templates are a map",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
        - server: {type: tosca.nodes.Compute}
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-form
      """),
    OneMistake(
      "policies are a list",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
          near: {type: tosca.policies.Placement, targets: [server]}
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error policies-as-map
      """),
    OneMistake(
      "requirements are a list",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          web:
            type: tosca.nodes.WebServer
            requirements:
              host: server
      #       ^^^^^^^^^^^^ error requirements-as-map
      """),
    OneMistake(
      "an output has a value",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        outputs:
          address: {description: where it is}
      #   ^^^^^^^ error output-without-value
      """),
    OneMistake(
      "the value of an output is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        outputs:
          address: {valeu: {get_attribute: [server, public_address]}}
      #             ^^^^^ error unknown-key -> value
      """),
    OneMistake(
      "an output is a map",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        outputs:
          address: 10.0.0.1
      #            ^^^^^^^^ error wrong-form
      """),
    OneMistake(
      "a key of an input is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          color: {type: string, defualt: red}
      #                         ^^^^^^^ error unknown-key -> default
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the type of an input is misspelt as a key",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          count: {typ: integer, default: 3}
      #           ^^^ error unknown-key -> type
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
  ]
}
