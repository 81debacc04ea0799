import Foundation
import Testing

/// Templates in a folder that is the root of a repository, so that no configuration above it counts.
private struct Project {
  let workplace = Workplace()
  var folder: String { workplace.folder }

  init(_ files: [String: String]) throws {
    try write(".git/HEAD", "")
    for (name, text) in files { try write(name, text) }
  }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  /// Runs a command on files of the folder, whose names begin with `@`.
  func run(_ arguments: String...) throws -> Workplace.Outcome {
    let outcome = try Workplace.run(
      arguments.map { $0.hasPrefix("@") ? "\(folder)/\($0.dropFirst())" : $0 })
    func shortened(_ text: String) -> String { text.replacing(folder + "/", with: "") }
    return Workplace.Outcome(
      status: outcome.status, output: shortened(outcome.output), errors: shortened(outcome.errors))
  }
}

private let wrong = """
  tosca_definitions_version: tosca_simple_yaml_1_3
  topology_template:
    inputs: {size: {type: strng}}
    outputs: {size: {value: {get_input: size}}}
    node_templates:
      server: {type: tosca.nodes.Compte}
  """

@Suite struct ReviewTests {
  @Test func `a rule that is ignored on the command line does not count`() throws {
    let project = try Project(["t.yaml": wrong])
    let outcome = try project.run("validate", "@t.yaml", "--ignore", "unknown-type")
    #expect(outcome.output == "1 file checked: no findings\n")
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    ["--profile", "tackr"], ["--config", "a.yaml", "--no-config"], ["--input", "a"], ["--input", "=a"],
    ["--baseline", "a", "--write-baseline", "b"],
  ])
  func `options that no one can mean are wrong usage`(options: [String]) throws {
    let outcome = try Workplace.run(["validate", "t.yaml"] + options)
    #expect(outcome.status == 2)
    #expect(!outcome.errors.isEmpty)
  }

  @Test func `the configuration above a template counts, unless another is named or none`() throws {
    let project = try Project([
      "sub/t.yaml": wrong, ".libretto.yaml": "rules: {unknown-type: warning}",
      "other.yaml": "ignore: [{rule: unknown-type, path: 'sub/*'}]",
    ])
    let found = try project.run("validate", "@sub/t.yaml", "-f", "concise")
    #expect(found.output.contains("sub/t.yaml:3:25: warning: 'strng' is not a known data type"))
    #expect(found.status == 0)
    #expect(try project.run("validate", "@sub/t.yaml", "--strict").status == 1)
    let other = try project.run("validate", "@sub/t.yaml", "--config", "@other.yaml")
    #expect(other.output == "1 file checked: no findings\n")
    #expect(try project.run("validate", "@sub/t.yaml", "--no-config").status == 1)
    #expect(try project.run("validate", "@sub/t.yaml", "--config", "@none.yaml").status == 3)
  }

  @Test func `what is wrong in a configuration is printed once, and fails the run`() throws {
    let project = try Project([
      "a.yaml": wrong, "b.yaml": wrong, ".libretto.yaml": "ignore: [unknown-type]\nprofil: tacker\n",
    ])
    let outcome = try project.run("validate", "@a.yaml", "@b.yaml", "-f", "concise")
    #expect(
      outcome.output
        == ".libretto.yaml:2:1: error: 'profil' is not a key of a configuration; did you mean 'profile'? [unknown-key]\n"
    )
    #expect(outcome.status == 1)
    #expect(try project.run("translate", "@a.yaml").status == 1)
  }

  @Test func `a baseline hides what was found before`() throws {
    let project = try Project(["sub/t.yaml": wrong])
    let written = try project.run("validate", "@sub/t.yaml", "--write-baseline", "@known.json")
    #expect(written.output == "baseline 'known.json' written: 2 findings\n")
    #expect(written.status == 0)
    #expect(try project.text("known.json").contains(#""file" : "sub/t.yaml""#))

    try project.write("sub/t.yaml", "# a new line\n" + wrong)
    let hidden = try project.run("validate", "@sub/t.yaml", "--baseline", "@known.json")
    #expect(hidden.output == "1 file checked: no findings\n2 findings hidden by the baseline\n")
    #expect(hidden.status == 0)

    try project.write(".libretto.yaml", "baseline: known.json")
    try project.write(
      "sub/t.yaml", wrong.replacing("strng", with: "string") + "\n    client: {type: Client}\n")
    let changed = try project.run("validate", "@sub/t.yaml")
    #expect(changed.output.contains("'Client' is not a known node type"))
    #expect(!changed.output.contains("Compte"))
    #expect(
      changed.output.hasSuffix("1 file checked: 1 error, 0 warnings\n1 finding hidden by the baseline\n"))
    #expect(changed.status == 1)

    try project.write("sub/t.yaml", wrong.replacing("strng", with: "string"))
    let mended = try project.run("validate", "@sub/t.yaml", "-f", "concise")
    #expect(mended.output == "")
    #expect(
      mended.errors.hasSuffix(
        "1 finding of 'known.json' does not occur any more; '--write-baseline' writes it anew\n"))
  }

  @Test(arguments: ["[]", "{", #"{"version": 2, "findings": []}"#, #"{"version": 1, "findings": [{}]}"#])
  func `a file that is no baseline is trouble`(text: String) throws {
    let project = try Project(["t.yaml": wrong, "known.json": text])
    let outcome = try project.run("validate", "@t.yaml", "--baseline", "@known.json")
    #expect(outcome.status == 3)
    #expect(
      outcome.errors == "libretto: 'known.json' is not a baseline; '--write-baseline' writes one\n")
  }

  @Test(arguments: ["validate", "translate"])
  func `values for the inputs are checked with the template`(command: String) throws {
    let project = try Project([
      "t.yaml": wrong.replacing("strng", with: "integer").replacing("Compte", with: "Compute"),
      "in.yaml": "size: large\n",
    ])
    let file = try project.run(command, "@t.yaml", "--inputs", "@in.yaml")
    #expect((file.output + file.errors).contains("in.yaml:1:7: error: input 'size' must be an integer"))
    #expect(file.status == 1)
    #expect(try project.run(command, "@t.yaml", "--inputs", "@in.yaml", "--input", "size=3").status == 0)
    let single = try project.run(command, "@t.yaml", "--input", "siz=3")
    #expect((single.output + single.errors).contains("<input siz>:1:1: error: 'siz' is not an input"))
    #expect((single.output + single.errors).contains("[missing-input]"))
    #expect(try project.run(command, "@t.yaml", "--inputs", "@none.yaml").status == 3)
  }

  @Test func `a suppression of what only the translation says is needed`() throws {
    let text = """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          box: {type: tosca.nodes.Root}  # libretto: ignore not-translated -- a note
          server: {type: tosca.nodes.Compute}  # libretto: ignore unknown-node
      """
    let project = try Project(["t.yaml": text])
    for command in ["validate", "translate"] {
      let outcome = try project.run(command, "@t.yaml")
      let text = outcome.output + outcome.errors
      #expect(text.contains("t.yaml:5:61: warning: no finding of 'unknown-node' is suppressed here"))
      #expect(!text.contains("not-translated"))
      #expect(outcome.status == 0)
    }
  }

  @Test func `a template whose errors are all ignored is translated as far as it goes`() throws {
    let sample = Workplace.sample("broken-vnfd")
    let codes = try Workplace.run(["validate", sample, "-f", "concise"]).output.matches(
      of: /\[([a-z0-9-]+)\]\n/)
    let options = Set(codes.map { String($0.output.1) }).flatMap { ["--ignore", $0] }
    let outcome = try Workplace.run(["translate", sample] + options)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[port-without-network]"))
    #expect(!outcome.errors.contains("[unknown-type]"))
  }
}
