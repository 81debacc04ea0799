import Support
import Testing

@Suite struct DocumentTests {
  @Test func `an empty file is not a template`() {
    expectFindings(
      """
      # nothing
      ^ error empty-template
      """, .whole)
  }

  @Test(arguments: ["- a\n^ error not-a-template", "just words\n^ error not-a-template"])
  func `a template is a map`(marked: String) {
    expectFindings(marked, .whole)
  }

  @Test func `a template states its version`() {
    expectFindings(
      """
      tosca_definition_version: tosca_simple_yaml_1_3
      ^ error missing-version
      """, .whole)
    expectFindings("tosca_definitions_version: tosca_simple_yaml_1_3", .whole)
  }

  @Test(arguments: [
    "tosca_simple_yaml_1_0", "tosca_simple_yaml_1_1", "tosca_simple_yaml_1_2", "tosca_simple_yaml_1_3",
    "tosca_simple_profile_for_nfv_1_0_0", "tosca_simple_profile_for_nfv_1_0",
  ])
  func `a version is known`(version: String) {
    expectFindings("tosca_definitions_version: \(version)", .whole)
  }

  @Test func `a template of TOSCA 2.0 has one finding, whatever is in it`() {
    expectFindings(
      """
      tosca_definitions_version: tosca_2_0
      #                          ^^^^^^^^^ error unknown-version
      service_template:
        inputs: {map: {value: {? [1, 2] : a}}}
      """, .whole)
  }

  @Test func `a version that is not known is reported with one that is`() {
    expectFindings(
      """
      tosca_definitions_version: tosca_simple_yaml_1_4
      #                          ^^^^^^^^^^^^^^^^^^^^^ error unknown-version -> tosca_simple_yaml_1_0
      """, .whole)
    expectFindings(
      """
      tosca_definitions_version: tosca_2_0
      #                          ^^^^^^^^^ error unknown-version
      """, .whole)
  }

  @Test func `a version is a word`() {
    expectFindings(
      """
      tosca_definitions_version: [a]
      #                          ^^^ error wrong-form
      """, .whole)
  }

  @Test func `keys are those of TOSCA`() {
    expectFindings(
      """
      metadata: {template_name: a}
      topology_templat: {}
      ^^^^^^^^^^^^^^^^ error unknown-key -> topology_template
      topology_template:
        node_template: {}
      # ^^^^^^^^^^^^^ error unknown-key -> node_templates
        inputs:
          size: {type: string, defalt: x}
      #                        ^^^^^^ error unknown-key -> default
        node_templates:
          server:
            type: tosca.nodes.Compute
            propertys: {}
      #     ^^^^^^^^^ error unknown-key -> properties
      """, .simple)
  }

  @Test func `every section of the specification may stand`() {
    expectFindings(
      """
      metadata: {template_name: a}
      namespace: somewhere
      description: text
      dsl_definitions: {}
      repositories: {}
      imports: []
      artifact_types: {}
      data_types: {}
      capability_types: {}
      interface_types: {}
      relationship_types: {}
      node_types: {}
      group_types: {}
      policy_types: {}
      topology_template:
        description: text
        inputs: {}
        node_templates: {}
        relationship_templates: {}
        groups: {}
        policies: []
        outputs: {}
        substitution_mappings: {node_type: tosca.nodes.Compute}
        workflows: {}
      """, .simple)
  }

  @Test func `a section has the form that the specification gives it`() {
    expectFindings(
      """
      description: [a]
      #            ^^^ error wrong-form
      imports: text
      #        ^^^^ error wrong-form
      node_types: [a]
      #           ^^^ error wrong-form
      topology_template:
        inputs: 3
      #         ^ error wrong-form
        node_templates:
          other:
            type: tosca.nodes.Compute
            properties: [a]
      #                 ^^^ error wrong-form
            requirements: text
      #                   ^^^^ error wrong-form
        policies: text
      #           ^^^^ error wrong-form
        outputs: [a]
      #          ^^^ error wrong-form
      """, .simple)
  }

  @Test func `a node template and a policy have a type`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {description: text}
      #   ^^^^^^ error missing-type
        policies:
        - placement: {targets: [server]}
      #   ^^^^^^^^^ error missing-type
      """, .simple)
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - placement: {type: tosca.policies.Placement, targets: [server]}
      """, .simple)
  }

  @Test(arguments: ["", "[a]", "{a: b}"])
  func `a type that is no word is one finding`(type: String) {
    let mark = String(repeating: "^", count: max(1, type.count))
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {description: text, type: \(type)}
      #                                     \(mark) error wrong-form
        policies:
        - placement: {description: text, type: \(type)}
      #                                        \(mark) error wrong-form
      """, .simple)
  }

  @Test func `keys of the smaller parts are those of TOSCA too`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities:
              host: {propertis: {num_cpus: 1}}
      #              ^^^^^^^^^ error unknown-key -> properties
              os: {properties: {type: linux}}
          port:
            type: tosca.nodes.network.Port
            requirements:
            - binding: {nod: server}
      #                 ^^^ error unknown-key -> node
            - link: {node: network, capability: link, relationship: LinksTo}
          network: {type: tosca.nodes.network.Network}
        policies:
        - alarming:
            type: tosca.policies.Monitoring
            triggers:
              trigger: {event_type: {typ: a}, action: [log]}
      #                              ^^^ error unknown-key -> type
        outputs:
          output: {valu: 3}
      #            ^^^^ error unknown-key -> value
      """, .simple)
  }

  @Test func `an output has a value`() {
    expectFindings(
      """
      topology_template:
        outputs:
          address: {description: text}
      #   ^^^^^^^ error output-without-value
          other: {value: 3}
      """, .simple)
  }

  @Test func `what libyaml and the tree find comes with the rest`() {
    expectFindings(
      """
      description: text
      description: text
      ^^^^^^^^^^^ warning duplicate-key
      topology_templat: {}
      ^^^^^^^^^^^^^^^^ error unknown-key
      """, .simple)
    expectFindings(
      """
      description: text: text
      #                ^ error yaml-syntax
      """, .simple)
  }

  @Test func `only the first document is read`() {
    expectFindings(
      """
      description: text
      ---
      ^^^ warning yaml-second-document
      nonsense: true
      """, .simple)
  }
}
