import Diagnostics
import Support
import TOSCA
import Testing

/// Templates that are made to cost much: each ends, with few findings, whatever it asks for.
@Suite(.timeLimit(.minutes(5))) struct HostileTemplateTests {
  /// The codes of all findings of a template, and of its translation.
  private func codes(_ text: String, _ form: TemplateForm = .simple, importing files: [String: String] = [:])
    -> [String]
  {
    ReadTemplate(text, form, importing: files).translated().log.findings.map(\.code.name)
  }

  private func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (1...count).map { line($0) + "\n" }.joined()
  }

  // MARK: YAML

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `what is nested without end is read to a depth`(opening: String) {
    let found = codes("metadata: " + String(repeating: opening, count: 100_000))
    #expect(["yaml-nesting", "yaml-syntax"].contains(found.first))
    #expect(found.count == 1)
  }

  @Test func `aliases of aliases of aliases stand for so many nodes and no more`() {
    let bomb = lines(40) { "  a\($0): &a\($0) [\(String(repeating: "*a\($0 - 1), ", count: 9))]" }
    let found = codes("dsl_definitions:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + bomb)
    #expect(Set(found) == ["yaml-alias-budget"])
  }

  @Test func `merges of merges of merges end`() {
    let bomb = lines(40) {
      "  a\($0): &a\($0) {k\($0): x, <<: [\(String(repeating: "*a\($0 - 1), ", count: 9))]}"
    }
    let found = codes("dsl_definitions:\n  a0: &a0 {x: x}\n" + bomb)
    #expect(found.count <= DiagnosticLog.limit + 3)
  }

  @Test func `a scalar of 20 MB is read`() {
    let long = String(repeating: "x", count: 20 << 20)
    #expect(codes("description: \(long)\n") == [])
    #expect(codes("metadata: {template_version: \(long)}\n") == ["template-version"])
  }

  @Test func `a key of 1 MB is named in a finding`() {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(codes("? \(long)\n: x\n") == ["unknown-key"])
    // What stands on one line with its colon may have 1024 characters (YAML 1.2, 7.4.2).
    #expect(codes("\(long): x\n") == ["yaml-syntax"])
  }

  @Test func `of 100,000 findings the first are kept`() {
    let found = ReadTemplate(lines(100_000) { "k\($0): x" }, .simple).log
    #expect(found.findings.count == DiagnosticLog.limit + 1)
    #expect(found.findings.last?.code.name == "too-many-findings")
    #expect(found.pretty().utf8.count < 1 << 20)
  }

  // MARK: Imports

  @Test func `files that import each other through other folders are read once`() {
    let files = [
      "a/x.yaml": "imports: [../b/y.yaml]\n", "a/../b/y.yaml": "imports: [../a/x.yaml, ../b/../b/y.yaml]\n",
      "../b/y.yaml": "imports: [../a/x.yaml]\n", "../a/x.yaml": "imports: [../b/y.yaml]\n",
      "../b/../b/y.yaml": "imports: [../a/x.yaml]\n",
    ]
    #expect(
      codes("imports: [a/x.yaml, ../b/y.yaml]\n", importing: files).contains("too-many-imports") == false)
  }

  @Test func `a template that imports more files than any needs is cut off`() {
    let files = Dictionary(
      uniqueKeysWithValues: (1...600).map {
        ("f\($0).yaml", "tosca_definitions_version: tosca_simple_yaml_1_3\ndescription: number \($0)\n")
      })
    #expect(codes("imports:\n" + lines(600) { "- f\($0).yaml" }, importing: files) == ["too-many-imports"])
  }

  @Test func `files that each import another one without end are cut off`() {
    let source = SourceFile(
      name: "0.yaml", bytes: Array("tosca_definitions_version: tosca_simple_yaml_1_3\nimports: [x]\n".utf8))
    var log = DiagnosticLog()
    _ = readTopology(from: source, loader: EndlessLoader(), reporting: &log)
    #expect(log.findings.map(\.code.name) == ["too-many-imports"])
  }

  @Test func `a template that imports nothing that is there is cut off`() {
    let source = SourceFile(
      name: "0.yaml",
      bytes: Array(
        "tosca_definitions_version: tosca_simple_yaml_1_3\nimports: [\(String(repeating: "x, ", count: 20_000))]\n"
          .utf8))
    var log = DiagnosticLog()
    _ = readTopology(from: source, loader: MemoryLoader(), reporting: &log)
    #expect(log.count(.error) == 501)
    #expect(log.findings.last?.code.name == "too-many-imports")
  }

  // MARK: Types

  @Test(arguments: [false, true])
  func `types that derive from each other are followed so far`(isBackwards: Bool) {
    let numbers = isBackwards ? Array((1...10_000).reversed()) : Array(1...10_000)
    let types = numbers.map { "  t\($0): {derived_from: t\($0 - 1)}\n" }.joined()
    let found = codes("node_types:\n  t0: {derived_from: tosca.nodes.Root}\n" + types)
    #expect(Set(found).isSubset(of: ["type-chain", "too-many-findings"]))
    #expect(found.count <= DiagnosticLog.limit + 1)
  }

  @Test func `types that derive from themselves are named`() {
    let types = lines(2000) { "  t\($0): {derived_from: t\($0 % 2000 + 1)}" }
    let found = codes("node_types:\n" + types)
    #expect(Set(found).isSubset(of: ["type-chain", "type-cycle", "too-many-findings"]))
    #expect(!found.isEmpty && found.count <= DiagnosticLog.limit + 1)
  }

  @Test func `a data type that contains itself is no trap`() {
    let found = codes(
      """
      data_types:
        a: {properties: {next: {type: b}}}
        b: {properties: {next: {type: a}, all: {type: list, entry_schema: {type: b}}}}
      topology_template:
        inputs:
          i: {type: a, default: {next: {next: {next: {}}}}}

      """)
    #expect(found.count <= 10)
  }

  // MARK: Graphs

  @Test func `a chain of node templates, the user first, is resolved`() {
    let nodes = lines(30_000) {
      "    n\($0): {type: tosca.nodes.Root, requirements: [{dependency: n\($0 + 1)}]}"
    }
    let text = "topology_template:\n  node_templates:\n" + nodes + "    n30001: {type: tosca.nodes.Root}\n"
    #expect(ReadTemplate(text, .simple).log.findings == [])
  }

  @Test func `node templates that depend on each other in a circle are read`() {
    let nodes = lines(30_000) {
      "    n\($0): {type: tosca.nodes.Root, requirements: [{dependency: n\($0 % 30_000 + 1)}]}"
    }
    #expect(codes("topology_template:\n  node_templates:\n" + nodes).count <= DiagnosticLog.limit + 3)
  }

  @Test func `requirements that name only a type are met`() {
    let nodes = lines(30_000) {
      "    n\($0): {type: tosca.nodes.SoftwareComponent, requirements: [{host: tosca.nodes.Compute}]}"
    }
    let text = "topology_template:\n  node_templates:\n    server: {type: tosca.nodes.Compute}\n" + nodes
    #expect(ReadTemplate(text, .simple).log.hasErrors == false)
  }

  @Test func `copies of copies of copies are followed so far`() {
    let nodes = lines(30_000) { "    n\($0): {type: tosca.nodes.Root, copy: n\($0 + 1)}" }
    let found = codes(
      "topology_template:\n  node_templates:\n" + nodes + "    n30001: {type: tosca.nodes.Root}\n")
    #expect(Set(found).isSubset(of: ["copy-of-copy", "too-many-findings", "not-translated"]))
  }

  @Test func `functions that lead to each other are followed to an end`() {
    let nodes = lines(2000) {
      "    n\($0): {type: t, properties: {p: {get_property: [n\($0 % 2000 + 1), p]}}}"
    }
    let found = codes(
      "node_types: {t: {properties: {p: {type: string}}}}\ntopology_template:\n  node_templates:\n" + nodes)
    #expect(!found.isEmpty && found.count <= DiagnosticLog.limit + 1)
  }
}

/// Has a new file for every import.
private struct EndlessLoader: SourceLoader {
  func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile {
    let number = (Int(importer.name.prefix { $0.isNumber }) ?? 0) + 1
    let text = "# \(number)\ntosca_definitions_version: tosca_simple_yaml_1_3\nimports: [x]\n"
    return SourceFile(name: "\(number).yaml", bytes: Array(text.utf8))
  }
}
