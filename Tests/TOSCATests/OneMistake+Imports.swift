extension OneMistake {
  /// Mistakes in imports and repositories.
  static let imports: [OneMistake] = [
    OneMistake(
      "the properties of a node type are a map",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: [{watts: {type: integer}}]}
      #                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-form
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {watts: 60}}
      """),
    OneMistake(
      "an imported file is there",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports: [types.yml]
      #         ^^^^^^^^^ error import-failed
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "an import without its file",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports:
      - {namespace_prefix: my, namespace_uri: http://example.com}
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error missing-keyname
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a key of an import is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports:
      - {file: types.yaml, namespace_prefx: my}
      #                    ^^^^^^^^^^^^^^^ error unknown-key -> namespace_prefix
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      """,
      importing: [
        "types.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_3
        node_types:
          Lamp: {derived_from: tosca.nodes.Root}
        """
      ]),
    OneMistake(
      "the key of an import's file is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports:
      - {fil: types.yaml, namespace_prefix: my}
      #  ^^^ error unknown-key -> file
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "the repository of an import is there",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      repositories:
        shared: {url: lib}
      imports:
      - {file: types.yaml, repository: sharde}
      #                                ^^^^^^ error unknown-repository -> shared
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a repository has its address",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      repositories:
        shared: {description: types of all}
      # ^^^^^^ error missing-keyname
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a key of a repository is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      repositories:
        shared: {ulr: http://example.com}
      #          ^^^ error unknown-key -> url
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a type of a prefixed import is named with its prefix",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports:
      - {file: types.yaml, namespace_prefix: my}
      topology_template:
        node_templates:
          lamp: {type: my:Lmap}
      #                ^^^^^^^ error unknown-type -> my:Lamp
      """,
      importing: [
        "types.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_3
        node_types:
          Lamp: {derived_from: tosca.nodes.Root}
        """
      ]),
    OneMistake(
      "a mistake in an imported file",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports: [types.yaml]
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      """,
      importing: [
        "types.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_3
        node_types:
          Lamp: {derived_from: tosca.nodes.Rot}
        """
      ], elsewhere: ["types.yaml:3:24 error unknown-type"]),
    OneMistake(
      "a type is defined in one file only",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports: [types.yaml]
      node_types:
        Lamp: {derived_from: tosca.nodes.Root}
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      """,
      importing: [
        "types.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_3
        node_types:
          Lamp: {derived_from: tosca.nodes.Root}
        """
      ], elsewhere: ["types.yaml:3:3 error duplicate-type"]),
  ]
}
