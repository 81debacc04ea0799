import Diagnostics
import Support
import Testing
import YAML

/// Templates whose text is small and whose reading could have been large.
@Suite(.timeLimit(.minutes(1))) struct AmplifiedTemplateTests {
  private let version = "tosca_definitions_version: tosca_simple_yaml_1_3\n"

  @Test func `a long text behind many aliases is refused`() {
    let text =
      version + "dsl_definitions: {long: &x \"\(String(repeating: "a", count: 1_000_000))\", all: ["
      + String(repeating: "*x, ", count: 1000) + "]}\n"
    #expect(ReadTemplate(text, .whole).log.findings.map(\.code.name) == ["yaml-alias-budget"])
  }

  @Test func `circles through one node have a finding each, up to what a log takes`() {
    let nodes = (0..<3000).map { number in
      "    n\(number): {type: N, properties: {p: {concat: [{get_property: [n\((number + 1) % 3000), p]}, "
        + "{get_property: [n0, p]}]}}}\n"
    }
    let text =
      version + "node_types: {N: {derived_from: tosca.nodes.Root, properties: {p: {type: string}}}}\n"
      + "topology_template:\n  node_templates:\n" + nodes.joined()
    let log = ReadTemplate(text, .whole).log
    #expect(Set(log.findings.map(\.code.name)) == ["function-cycle"])
    #expect(log.findings.allSatisfy { $0.notes.count <= 8 })
  }

  @Test func `many policies for one large group are looked at up to a number`() {
    let nodes = (0..<1500).map { "    n\($0): {type: tosca.nodes.Compute}\n" }.joined()
    let members = (0..<1500).map { "n\($0)" }.joined(separator: ", ")
    let policies = (0..<1500).map { "    - p\($0): {type: tosca.policies.Placement, targets: [all]}\n" }
      .joined()
    let text =
      version + "topology_template:\n  node_templates:\n" + nodes
      + "  groups:\n    all: {type: tosca.groups.Root, members: [\(members)]}\n  policies:\n" + policies
    let log = ReadTemplate(text, .whole).log
    #expect(log.findings.map(\.code.name).contains("too-many-targets"), "\(log.findings.prefix(3))")
  }

  @Test func `a finding that is reported again is not one too many`() {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(name: "a.yaml", bytes: []))
    func finding(_ line: Int) -> Diagnostic {
      let place = SourceLocation(line: line, column: 1)
      return Diagnostic(.error, "yaml-syntax", "x", at: SourceRange(file: file, start: place, end: place))
    }
    for line in 1...DiagnosticLog.limit { log.report(finding(line)) }
    log.report(finding(1))
    #expect(log.findings.count == DiagnosticLog.limit)
    log.report(finding(DiagnosticLog.limit + 1))
    #expect(log.findings.last?.code.name == "too-many-findings")
  }
}
