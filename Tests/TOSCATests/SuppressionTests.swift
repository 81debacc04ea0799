import Diagnostics
import Support
import Testing

private let rules: Set = [
  "unknown-type", "unknown-key", "unknown-node", "duplicate-key", "missing-version", "unused-suppression",
]

private var policy: FindingPolicy {
  var policy = FindingPolicy()
  policy.knownRules = KnownRules { rules }
  return policy
}

/// Expects the marked findings of a template, those about its suppressions included.
private func expectReviewed(
  _ marked: String, _ form: TemplateForm = .nfv, importing files: [String: String] = [:],
  elsewhere: [String] = [], location: Testing.SourceLocation = #_sourceLocation
) {
  expectFindings(
    marked, form, importing: files, elsewhere: elsewhere, isReviewed: true, policy: policy,
    sourceLocation: location)
}

@Suite struct SuppressionCommentTests {
  @Test func `a comment silences a rule on its line`() {
    expectReviewed(
      """
      topology_template:
        node_templates:
          a: {type: Nowhere}  # libretto: ignore unknown-type
          b: {type: Nowhere}
      #             ^^^^^^^ error unknown-type
          c: {type: Nowhere}  # it will come soon # libretto:ignore unknown-type -- see the plan
          d: {type: Nowhere, kind: x}  # libretto: ignore unknown-key, unknown-type
          e: {type: Nowhere, kind: x}  #libretto:  ignore unknown-key # libretto: ignore unknown-type
      """)
  }

  @Test func `a comment on a line of its own silences the next line with something on it`() {
    expectReviewed(
      """
      topology_template:
        node_templates:
          # libretto: ignore unknown-type -- a reason
          # another comment

          # libretto: ignore unknown-key
          a: {type: Nowhere, kind: x}
          b: {type: Nowhere}
      #             ^^^^^^^ error unknown-type
      """)
  }

  @Test func `what the reader of YAML finds is silenced too`() {
    expectReviewed(
      """
      topology_template:
        node_templates:
          a:
            type: tosca.nodes.nfv.VL
            properties: {vendor: acme}
            # libretto: ignore duplicate-key
            type: tosca.nodes.Root
      """)
  }

  @Test func `text in a scalar is no comment`() {
    expectReviewed(
      """
      description: |
        # libretto: ignore unknown-type
        text # libretto: ignore unknown-type
      topology_template:
        description: "one # libretto: ignore unknown-type
          # libretto: ignore unknown-type"
        node_templates:
          a: {type: Nowhere, description: '# libretto: ignore unknown-type'}
      #             ^^^^^^^ error unknown-type
          b: {type: "Nowhere", description: "#libretto: ignore unknown-type"}
      #             ^^^^^^^^^ error unknown-type
          c:
            description: >-  # libretto: ignore unknown-key
      #                                         ^^^^^^^^^^^ warning unused-suppression
              # text
            # libretto: ignore unknown-type
            type: Nowhere
      """)
  }

  @Test func `a comment that silences nothing is a finding`() {
    expectReviewed(
      """
      topology_template:  # libretto: ignore unknown-type, unknown-key
      #                                      ^^^^^^^^^^^^ warning unused-suppression
      #                                                    ^^^^^^^^^^^ warning unused-suppression
        node_templates: {}
      # libretto: ignore unknown-node
      #                  ^^^^^^^^^^^^ warning unused-suppression
      """)
  }

  @Test func `a rule that does not exist is a finding`() {
    expectReviewed(
      """
      topology_template:
        node_templates:
          ü: {type: Nowhere}  # libretto: ignore unknown-typ because of this
      #                                          ^^^^^^^^^^^ warning unknown-rule -> unknown-type
      #                                                      ^^^^^^^ warning unknown-rule
      #                                                              ^^ warning unknown-rule
      #                                                                 ^^^^ warning unknown-rule
      #             ^^^^^^^ error unknown-type
      """)
  }

  @Test func `a comment that asks for nothing is a finding, other words are none`() {
    expectReviewed(
      """
      # libretto: ignore
      #           ^^^^^^ warning wrong-suppression
      # libretto: ignore -- all of it
      #           ^^^^^^ warning wrong-suppression
      # libretto: ignor unknown-type
      #           ^^^^^ warning wrong-suppression -> ignore
      # libretto: the program that reads this
      # libretto:
      # see libretto: ignore unknown-type
      topology_template: {node_templates: {}}
      """)
  }

  @Test func `lines are counted as the reader of YAML counts them`() {
    expectReviewed(
      "topology_template:\r\n  node_templates:\r\n    a: {type: Nowhere}  # libretto: ignore unknown-type\r\n"
        + "    # text\u{2028}    b: {type: Nowhere}  # libretto: ignore unknown-type\u{85}"
        + "    c: {type: Nowhere}  # libretto: ignore unknown-type\r    d: {type: tosca.nodes.Root}\n",
      .simple)
  }

  @Test func `a comment in an imported file counts there`() {
    expectReviewed(
      "imports: [a.yaml]\ntopology_template: {node_templates: {n: {type: Mine}}}", .simple,
      importing: [
        "a.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_3
        node_types:
          Mine: {derived_from: Nowhere}  # libretto: ignore unknown-type
          Other: {}  # libretto: ignore unknown-type
        """
      ], elsewhere: ["a.yaml:4:33 warning unused-suppression"])
  }

  @Test func `a file that is no YAML is said to be none whatever it asks for`() {
    expectReviewed(
      """
      a: b: c  # libretto: ignore yaml-syntax
      #   ^ error yaml-syntax
      """, .whole)
  }
}

@Suite struct SuppressionMetadataTests {
  @Test func `metadata silences a rule in all of an element`() {
    expectReviewed(
      """
      topology_template:
        node_templates:
          a:
            metadata: {libretto.ignore: [unknown-type, unknown-key]}
            type: Nowhere
            kind: x
          b: {metadata: {libretto.ignore: unknown-type}, type: Nowhere, kind: x}
      #                                                                 ^^^^ error unknown-key
          c: {type: Nowhere}
      #             ^^^^^^^ error unknown-type
        policies:
          - p: {metadata: {libretto.ignore: unknown-type}, type: Nowhere}
          - q: {type: Nowhere}
      #               ^^^^^^^ error unknown-type
      """)
  }

  @Test func `metadata of the service template counts for the file`() {
    expectReviewed(
      """
      metadata: {template_name: x, libretto.ignore: [unknown-type]}
      imports: [a.yaml]
      topology_template: {node_templates: {n: {type: Nowhere}, m: {type: A}}}
      """, .simple,
      importing: [
        "a.yaml": "tosca_definitions_version: tosca_simple_yaml_1_3\nnode_types: {A: {derived_from: B}}"
      ],
      elsewhere: ["a.yaml:2:32 error unknown-type"])
  }

  @Test func `metadata of the service template counts for findings about the whole file`() {
    expectReviewed("# text\nmetadata: {libretto.ignore: missing-version}\nnode_types: {}", .whole)
  }

  @Test func `what metadata asks for in vain is a finding`() {
    expectReviewed(
      """
      topology_template:
        node_templates:
          a:
            type: Nowhere
      #           ^^^^^^^ error unknown-type
            metadata: {libretto.ignore: [unknown-typ, unknown-key, {a: b}, unknown-key]}
      #                                  ^^^^^^^^^^^ warning unknown-rule -> unknown-type
      #                                               ^^^^^^^^^^^ warning unused-suppression
      #                                                            ^^^^^^ warning wrong-suppression
      #                                                                    ^^^^^^^^^^^ warning unused-suppression
          b:
            type: tosca.nodes.nfv.VL
            metadata: {libretto.ignore: []}
      #                                 ^^ warning wrong-suppression
            properties: {vendor: acme}
          c: {type: Nowhere, metadata: {libretto.ignore: ~}}
      #                                                  ^ warning wrong-suppression
      #             ^^^^^^^ error unknown-type
      """)
  }

  @Test func `an alias is looked at where it is written`() {
    expectReviewed(
      """
      topology_template:
        node_templates:
          a: &a
            type: Nowhere
            metadata: {libretto.ignore: unknown-type}
          b: *a
      """)
  }
}
