import Foundation
import Testing

/// Packages and folders on the command line.
@Suite struct PackageCommandTests {
  /// A folder with files, which goes with the test.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "libretto-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder.path)
  }

  private static let template = """
    tosca_definitions_version: tosca_simple_yaml_1_3
    topology_template: {node_templates: {web: {type: tosca.nodes.Compute}}}
    """

  private static let meta = """
    TOSCA-Meta-File-Version: 1.0
    CSAR-Version: 1.1
    Created-By: tests
    Entry-Definitions: Definitions/web.yaml
    """

  @Test func `a package is validated and translated`() throws {
    try withFolder(["TOSCA-Metadata/TOSCA.meta": Self.meta, "Definitions/web.yaml": Self.template]) {
      folder in
      let validation = try Workplace.run(["validate", folder])
      #expect(validation.status == 0)
      #expect(validation.output == "1 file checked: no findings\n")
      let translation = try Workplace.run(["translate", folder])
      #expect(translation.status == 0, "\(translation.errors)")
      #expect(translation.output.contains("OS::Nova::Server"))
    }
  }

  @Test func `each template of a folder is validated`() throws {
    let bad = Self.template.replacing("Compute", with: "Compte")
    try withFolder(["a.yaml": Self.template, "sub/b.yaml": bad, "c.txt": ""]) { folder in
      let outcome = try Workplace.run(["validate", "-f", "concise", folder])
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix("\(folder)/sub/b.yaml:2:50: error: "))
      #expect(outcome.output.split(separator: "\n").count == 1)
      let translation = try Workplace.run(["translate", folder])
      #expect(translation.status == 3)
      #expect(translation.errors.contains("holds 2 templates"))
    }
  }

  @Test func `an archive that is none is a finding, a folder without a template is trouble`() throws {
    try withFolder(["a.csar": "no archive", "sub/a.txt": ""]) { folder in
      let archive = try Workplace.run(["validate", "-f", "concise", folder + "/a.csar"])
      #expect(archive.status == 1)
      #expect(archive.output.hasSuffix(" [package-archive]\n"))
      let empty = try Workplace.run(["validate", folder + "/sub"])
      #expect(empty.status == 3)
      #expect(empty.errors == "libretto: '\(folder)/sub' holds no TOSCA template: it has no YAML file\n")
    }
  }

  @Test func `an import over the network is fetched only if the user allows it`() throws {
    // Port 1 needs privileges to listen on, and nothing does.
    let text = Self.template + "\nimports: ['http://127.0.0.1:1/a.yaml']\n"
    try withFolder(["a.yaml": text]) { folder in
      let refused = try Workplace.run(["validate", folder + "/a.yaml"])
      #expect(refused.output.contains("'--allow-network' lets imports be fetched"))
      let tried = try Workplace.run(["validate", "--allow-network", folder + "/a.yaml"])
      #expect(tried.output.contains("could not connect to http://127.0.0.1:1: connection refused"))
      #expect(tried.status == 1)
    }
  }
}
