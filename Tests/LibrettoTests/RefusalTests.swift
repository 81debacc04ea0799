import Foundation
import Testing

/// What a command refuses, with one message and the exit status.
@Suite struct RefusalTests {
  @Test(arguments: [
    ["scale", "v", "--by=-9223372036854775808"], ["scale", "v", "--to", "3", "--timeout=153722867280912931"],
    ["delete", "v", "--timeout=9223372036854775807"], ["delete", "v", "--timeout", "0"], ["show", ""],
    ["deploy", "x.yaml", "--name", ""], ["deploy", "x.yaml", "--name", "v", "--simulate-delay", "inf"],
  ])
  func `numbers and names that no one can mean are wrong usage`(arguments: [String]) throws {
    let outcome = try Workplace.run(arguments)
    #expect(outcome.status == 2)
    #expect(!outcome.errors.isEmpty)
  }

  @Test func `a token that cannot be read is one message`() throws {
    let workplace = Workplace()
    try FileManager.default.createDirectory(
      atPath: workplace.folder + "/token", withIntermediateDirectories: true)
    let outcome = try workplace.run("list")
    #expect(outcome.status == 3)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("token"))
  }

  @Test func `output that cannot be written is trouble`() throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Running.program))
    process.arguments = ["translate", Workplace.sample("plain-server-cluster")]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = Pipe()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
  }

  @Test func `validation names what translation would refuse`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/libretto-\(UUID().uuidString).yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = """
      tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
      topology_template:
        node_templates:
          a/b: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
      """
    try Data(text.utf8).write(to: URL(filePath: path))
    let outcome = try Workplace.run(["validate", path])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("warning: 'a/b' cannot name a resource"))
    #expect(try Workplace.run(["validate", "--strict", path]).status == 1)
  }
}
