import Support
import Testing

private let version = "tosca_definitions_version: tosca_simple_yaml_1_3\n"
private func type(_ name: String, _ more: String = "derived_from: tosca.nodes.Root") -> String {
  version + "node_types:\n  \(name): {\(more)}\n"
}

/// By which names the types of imported files are known, and where.
@Suite struct ImportScopeTests {
  @Test func `types of a file with a prefix are known by it, and not without`() {
    expectFindings(
      """
      imports: [{file: lamp.yaml, namespace_prefix: my}]
      topology_template:
        node_templates:
          lamp: {type: my:Lamp}
          dark: {type: Lamp}
      #                ^^^^ error unknown-type -> my:Lamp
          far: {type: me:Lamp}
      #               ^^^^^^^ error unknown-type -> my:Lamp
      """, .simple, importing: ["lamp.yaml": type("Lamp")])
  }

  @Test func `files under one prefix are all known by it`() {
    expectFindings(
      """
      imports: [{file: lamp.yaml, namespace_prefix: my}, {file: wall.yaml, namespace_prefix: my}]
      topology_template:
        node_templates:
          lamp: {type: my:Lamp}
          wall: {type: my:Wall}
      """, .simple, importing: ["lamp.yaml": type("Lamp"), "wall.yaml": type("Wall")])
  }

  @Test(arguments: [
    "lamp.yaml, {file: lamp.yaml, namespace_prefix: my}",
    "{file: lamp.yaml, namespace_prefix: my}, lamp.yaml",
  ])
  func `a file may be imported with and without a prefix`(imports: String) {
    expectFindings(
      """
      imports: [\(imports)]
      topology_template:
        node_templates:
          lamp: {type: Lamp}
          mine: {type: my:Lamp}
      """, .simple, importing: ["lamp.yaml": type("Lamp")])
  }

  @Test func `two files may define one name under two prefixes`() {
    expectFindings(
      """
      imports: [{file: a.yaml, namespace_prefix: a}, {file: b.yaml, namespace_prefix: b}]
      topology_template:
        node_templates:
          first: {type: a:Lamp, properties: {color: red}}
          second: {type: b:Lamp, properties: {color: red}}
      #                                       ^^^^^ error unknown-property
      """, .simple,
      importing: [
        "a.yaml": type("Lamp", "derived_from: tosca.nodes.Root, properties: {color: {type: string}}"),
        "b.yaml": type("Lamp"),
      ])
  }

  @Test func `within a file its own types need no prefix`() {
    expectFindings(
      """
      imports: [{file: lamp.yaml, namespace_prefix: my}]
      topology_template: {node_templates: {lamp: {type: my:Spot, properties: {color: red}}}}
      """, .simple,
      importing: [
        "lamp.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_3
        node_types:
          Lamp: {derived_from: tosca.nodes.Root, properties: {color: {type: string}}}
          Spot: {derived_from: Lamp}
        """
      ])
  }

  @Test func `prefixes follow each other`() {
    expectFindings(
      """
      imports: [{file: outer.yaml, namespace_prefix: out}]
      topology_template: {node_templates: {lamp: {type: out:in:Lamp}, wall: {type: out:Wall}}}
      """, .simple,
      importing: [
        "outer.yaml": version + "imports: [{file: inner.yaml, namespace_prefix: in}]\n"
          + "node_types: {Wall: {derived_from: in:Lamp}}",
        "inner.yaml": type("Lamp"),
      ])
  }

  @Test func `files that import each other under prefixes come to an end`() {
    expectFindings(
      """
      imports: [{file: a.yaml, namespace_prefix: a}]
      topology_template:
        node_templates:
          first: {type: a:b:a:b:A}
      #                 ^^^^^^^^^ error unknown-type
          second: {type: a:b:a:A}
      """, .simple,
      importing: [
        "a.yaml": version + "imports: [{file: b.yaml, namespace_prefix: b}]\n"
          + "node_types: {A: {derived_from: tosca.nodes.Root}}",
        "b.yaml": version + "imports: [{file: a.yaml, namespace_prefix: a}]\n"
          + "node_types: {B: {derived_from: a:A}}",
      ])
  }

  @Test func `a file by two paths is one file`() {
    expectFindings(
      """
      imports: [lib/lamp.yaml, ./lib/lamp.yaml]
      topology_template: {node_templates: {lamp: {type: Lamp}}}
      """, .simple, importing: ["lib/lamp.yaml": type("Lamp"), "./lib/lamp.yaml": type("Lamp")])
  }

  @Test func `built-in files may have a prefix too`() {
    expectFindings(
      """
      imports: [{file: etsi_nfv_sol001_vnfd_types.yaml, namespace_prefix: nfv}]
      topology_template:
        node_templates:
          link:
            type: nfv:tosca.nodes.nfv.VnfVirtualLink
            properties:
              connectivity_type: {layer_protocols: [ipv4]}
              vl_profile:
                max_bitrate_requirements: {root: 1, leaf: 1}
                min_bitrate_requirements: {root: 1, leaf: 1}
      """, .simple)
  }

  @Test func `a file of a repository lies at its address`() {
    expectFindings(
      """
      repositories:
        long: {url: lib/}
        short: lib
      imports:
      - {file: lamp.yaml, repository: long}
      - {file: wall.yaml, repository: short}
      - {file: wall.yaml, repository: other}
      #                               ^^^^^ error unknown-repository
      topology_template: {node_templates: {lamp: {type: Lamp}, wall: {type: Wall}}}
      """, .simple, importing: ["lib/lamp.yaml": type("Lamp"), "lib/wall.yaml": type("Wall")])
  }

  @Test func `files of other programs, and of other versions, are worth a word`() {
    expectFindings(
      """
      imports:
      - internal:/profiles/simple/1.3/profile.yaml
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning internal-import
      - etsi_nfv_sol001_vnfd_2_8_1_types.yaml
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning nearest-version
      """, .simple)
  }
}
