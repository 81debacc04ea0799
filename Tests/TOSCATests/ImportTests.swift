import Diagnostics
import Support
import Testing

private let version = "tosca_definitions_version: tosca_simple_yaml_1_3\n"
private func types(_ name: String, imports: String = "[]") -> String {
  version + "imports: \(imports)\nnode_types:\n  \(name): {derived_from: tosca.nodes.Root}\n"
}

@Suite struct ImportTests {
  @Test(arguments: ["types.yaml", "{file: types.yaml}", "{name: {file: types.yaml}}", "{name: types.yaml}"])
  func `an import has several forms`(entry: String) {
    expectFindings(
      """
      imports:
      - \(entry)
      topology_template:
        node_templates:
          node: {type: Mine}
      """, .simple, importing: ["types.yaml": types("Mine")])
  }

  @Test func `an import that fails is reported where it stands`() {
    expectFindings(
      """
      imports:
      - types.yaml
      - other.yaml
      # ^^^^^^^^^^ error import-failed
      - [a]
      # ^^^ error wrong-form
      """, .simple, importing: ["types.yaml": types("Mine")])
  }

  @Test func `an import of an import fails in the file that names it`() {
    expectFindings(
      "imports: [types.yaml]", .simple,
      importing: ["types.yaml": types("Mine", imports: "[other.yaml]")],
      elsewhere: ["types.yaml:2:11 error import-failed"])
  }

  @Test func `files that import each other are read once`() {
    expectFindings(
      """
      imports: [a.yaml, template.yaml]
      topology_template:
        node_templates:
          first: {type: A}
          second: {type: B}
      """, .simple,
      importing: [
        "a.yaml": types("A", imports: "[b.yaml, a.yaml]"), "b.yaml": types("B", imports: "[a.yaml]"),
        "template.yaml": types("Itself"),
      ])
  }

  @Test func `a file that two others import is read once`() {
    expectFindings(
      """
      imports: [left.yaml, right.yaml]
      topology_template:
        node_templates:
          node: {type: Shared}
      """, .simple,
      importing: [
        "left.yaml": types("Left", imports: "[shared.yaml]"),
        "right.yaml": types("Right", imports: "[shared.yaml]"),
        "shared.yaml": types("Shared"),
      ])
  }

  @Test func `types may be defined after they are used and in any file`() {
    expectFindings(
      "imports: [a.yaml]\ntopology_template: {node_templates: {node: {type: Top}}}", .simple,
      importing: [
        "a.yaml": version + "imports: [b.yaml]\nnode_types: {Top: {derived_from: Middle}}",
        "b.yaml": version
          + "node_types: {Middle: {derived_from: Base}, Base: {derived_from: tosca.nodes.Root}}",
      ])
  }

  @Test func `findings in an imported file stand in it`() {
    expectFindings(
      "imports: [a.yaml, b.yaml, c.yaml]", .simple,
      importing: [
        "a.yaml": "node_types: {}", "b.yaml": version + "nonsense: 1", "c.yaml": version + "a: b: c",
      ],
      elsewhere: [
        "a.yaml:1:1 warning import-without-version", "b.yaml:2:1 error unknown-key",
        "c.yaml:2:5 error yaml-syntax",
      ])
  }

  @Test(arguments: ["tacker_defs.yaml", "lib/tacker_nfv_defs.yaml"])
  func `Tacker's own files are built in`(name: String) {
    expectFindings(
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      imports: [\(name)]
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
      """, .whole)
  }

  @Test func `Tacker's types without an import are worth a word`() {
    expectFindings(
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      #                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info implicit-profile
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
      """, .whole)
    expectFindings(
      """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
      """, .whole)
  }

  @Test func `a chain of imports has an end`() {
    let names = (0...600).map { "f\($0).yaml" }
    let files = names.indices.dropLast().map { (names[$0], version + "imports: [\(names[$0 + 1])]") }
    expectFindings(
      "imports: [f0.yaml]", .simple, importing: Dictionary(files) { first, _ in first },
      elsewhere: ["f498.yaml:2:11 error too-many-imports"])
  }
}

@Suite struct ImportedFindingTests {
  private let read = ReadTemplate(
    """
    imports: [a.yaml]
    topology_template: {node_templates: {n: {type: Mine}}}
    """, .simple,
    importing: [
      "a.yaml": version + "imports: [b.yaml]\nnode_types: {Mine: {derived_from: Nowhere}}",
      "b.yaml": version + "nonsense: 1",
    ])

  @Test func `a finding in an imported file names the line that imports it`() {
    let notes = read.log.sorted.flatMap(\.notes).map { note in
      "\(read.log[file: note.range.file].name):\(note.range.start.line):\(note.range.start.column) \(note.message)"
    }
    #expect(notes == ["template.yaml:2:11 imported here", "a.yaml:2:11 imported here"])
  }

  @Test func `a finding in an imported file has its path there`() {
    #expect(read.log.sorted.map(\.path) == ["node_types.Mine.derived_from", "nonsense"])
  }
}

@Suite struct FailedImportTests {
  private let version = "tosca_definitions_version: tosca_simple_yaml_1_3\n"

  @Test func `what an import that fails would have defined is not unknown as well`() {
    expectFindings(
      """
      imports: [types.yaml]
      #         ^^^^^^^^^^ error import-failed
      topology_template: {node_templates: {node: {type: Special, properties: {size: 3}}}}
      """, .simple)
    expectFindings(
      """
      imports: [types.yaml]
      topology_template: {node_templates: {node: {type: Special}}}
      """, .simple, importing: ["types.yaml": version + "node_types: {Special: [}"],
      elsewhere: ["types.yaml:2:24 error yaml-syntax"])
  }
}
