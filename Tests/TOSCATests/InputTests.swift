import Diagnostics
import Support
import TOSCA
import Testing

private let template = """
  tosca_definitions_version: tosca_simple_yaml_1_3
  topology_template:
    inputs:
      flavor: {type: string}
      image: {type: string, default: debian}
      count: {type: integer, constraints: [in_range: [1, 5]]}
      note: {type: string, required: false}
      ports: {type: list, entry_schema: {type: integer}, default: []}
  """

/// The findings about some inputs as `file:line:column code` with the suggestion.
private func findings(_ inputs: [InputSource]) -> [String] {
  var log = DiagnosticLog()
  let source = SourceFile(name: "t.yaml", bytes: Array(template.utf8))
  _ = readTopology(from: source, loader: MemoryLoader(), inputs: inputs, reporting: &log)
  return log.sorted.map { finding in
    let (range, suggestion) = (finding.range, finding.suggestion.map { " -> \($0)" } ?? "")
    let file = log[file: range.file].name
    return "\(file):\(range.start.line):\(range.start.column) \(finding.code.name)\(suggestion)"
  }
}

private func file(_ text: String) -> InputSource {
  .file(SourceFile(name: "in.yaml", bytes: Array(text.utf8)))
}

@Suite struct InputTests {
  @Test(arguments: [
    ("flavor: m1.tiny\ncount: 3\n", [String]()),
    (#"{"flavor": "m1.tiny", "count": 3, "ports": [1, 2]}"#, []),
    ("flavor: f\ncount: 9\n", ["in.yaml:2:8 constraint"]),
    ("flavor: f\ncount: many\n", ["in.yaml:2:8 wrong-type"]),
    ("flavor: f\ncount: 2\nports: [1, x]\n", ["in.yaml:3:12 wrong-type"]),
    ("flavour: f\ncount: 2\n", ["t.yaml:4:5 missing-input", "in.yaml:1:1 unknown-input -> flavor"]),
    ("flavor: ~\ncount: 2\n", ["t.yaml:4:5 missing-input"]),
    ("", ["t.yaml:4:5 missing-input", "t.yaml:6:5 missing-input"]),
    ("[flavor]", ["t.yaml:4:5 missing-input", "t.yaml:6:5 missing-input", "in.yaml:1:1 wrong-form"]),
    (
      "flavor: f\ncount: [\n",
      ["t.yaml:4:5 missing-input", "t.yaml:6:5 missing-input", "in.yaml:3:1 yaml-syntax"]
    ),
  ])
  func `a file of inputs is checked`(text: String, expected: [String]) {
    #expect(findings([file(text)]) == expected)
  }

  @Test(arguments: [
    ("count", "3", [String]()), ("count", "", ["t.yaml:6:5 missing-input"]),
    ("count", "9", ["<input count>:1:1 constraint"]), ("count", "x", ["<input count>:1:1 wrong-type"]),
    ("cont", "3", ["t.yaml:6:5 missing-input", "<input cont>:1:1 unknown-input -> count"]),
    ("count", "{", ["t.yaml:6:5 missing-input", "<input count>:2:1 yaml-syntax"]),
  ])
  func `a single input is checked`(name: String, text: String, expected: [String]) {
    #expect(findings([file("flavor: f"), .value(name: name, text: text)]) == expected)
  }

  @Test func `a single input for a string is that string`() {
    #expect(findings([.value(name: "flavor", text: "007"), .value(name: "count", text: "1")]) == [])
    #expect(findings([.value(name: "flavor", text: ""), .value(name: "count", text: "1")]) == [])
    #expect(findings([.value(name: "flavor", text: "a: {"), .value(name: "count", text: "1")]) == [])
  }

  @Test func `a later value goes before an earlier one`() {
    #expect(findings([file("flavor: f\ncount: 9"), .value(name: "count", text: "2")]) == [])
    #expect(findings([.value(name: "flavor", text: "f")]) == ["t.yaml:6:5 missing-input"])
  }

  @Test func `without values no input is missing`() {
    #expect(findings([]) == [])
  }

  @Test func `a finding in a file of inputs has its path there`() {
    var log = DiagnosticLog()
    let source = SourceFile(name: "t.yaml", bytes: Array(template.utf8))
    _ = readTopology(
      from: source, loader: MemoryLoader(), inputs: [file("flavor: f\ncount: 2\nports: [1, x]\n")],
      reporting: &log)
    #expect(log.findings.map(\.path) == ["ports[1]"])
  }
}
