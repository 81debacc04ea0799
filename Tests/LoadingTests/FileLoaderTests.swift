import Diagnostics
import Foundation
import Loading
import TOSCA
import Testing

/// Reads a template of the folder and writes the findings as `file:line:column code message`.
private func findings(_ folder: Folder, _ name: String, mayLeaveFolder: Bool = false) throws -> [String] {
  try folder.findings(name, within: LoadingBounds(mayLeaveFolder: mayLeaveFolder)).map {
    $0.replacing(" error ", with: " ")
  }
}

@Suite struct FileLoaderTests {
  @Test func `an import is looked for beside the file that names it`() throws {
    let folder = try Folder([
      "main.yaml": version + "imports: [sub/a.yaml]\ntopology_template: {node_templates: {n: {type: B}}}",
      "sub/a.yaml": version + "imports: [b.yaml]",
      "sub/b.yaml": version + "node_types: {B: {derived_from: tosca.nodes.Root}}",
    ])
    #expect(try findings(folder, "main.yaml") == [])
  }

  @Test func `an import that is not there is a finding`() throws {
    let folder = try Folder(["main.yaml": version + "imports: [a.yaml, sub]", "sub/b.yaml": ""])
    #expect(
      try findings(folder, "main.yaml") == [
        "main.yaml:2:11 import-failed there is no file 'a.yaml'",
        "main.yaml:2:19 import-failed 'sub' is a folder, not a file",
      ])
  }

  @Test func `an import over the network is a finding`() throws {
    let folder = try Folder(["main.yaml": version + "imports: [http://example.com/a.yaml]"])
    #expect(
      try findings(folder, "main.yaml") == [
        "main.yaml:2:11 import-failed 'http://example.com/a.yaml' is not read over the network; '--allow-network' lets imports be fetched"
      ])
  }

  @Test(arguments: ["../secret.yaml", "../in-other/secret.yaml", "link.yaml", "/etc/hostname"])
  func `an import does not leave the folder of the template`(name: String) throws {
    let folder = try Folder([
      "in/main.yaml": version + "imports: ['\(name)']", "secret.yaml": version,
      "in-other/secret.yaml": version,
    ])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/in/link.yaml", withDestinationPath: "\(folder.path)/secret.yaml")
    let found = try findings(folder, "in/main.yaml")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("in/main.yaml:2:11 import-failed '\(name)' lies outside") == true)
  }

  @Test func `the user may let an import leave the folder`() throws {
    let folder = try Folder(["in/main.yaml": version + "imports: [../other.yaml]", "other.yaml": version])
    #expect(try findings(folder, "in/main.yaml", mayLeaveFolder: true) == [])
  }

  @Test func `a link within the folder is followed`() throws {
    let folder = try Folder(["main.yaml": version + "imports: [link.yaml]", "other.yaml": version])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link.yaml", withDestinationPath: "other.yaml")
    #expect(try findings(folder, "main.yaml") == [])
  }

  @Test func `a template that cannot be read is an error`() throws {
    let folder = try Folder(["sub/a.yaml": version])
    #expect(throws: LoadingError("there is no file '\(folder.path)/none.yaml'")) {
      try findings(folder, "none.yaml")
    }
    #expect(throws: LoadingError("'/dev/null' is not a regular file")) {
      try FileLoader.read("/dev/null")
    }
  }

  @Test func `a finding knows where in the document it is`() throws {
    var log = DiagnosticLog()
    let text = version + "topology_template: {node_templates: {n: {type: Nowhere}}}"
    _ = readTopology(
      from: SourceFile(name: "t.yaml", bytes: Array(text.utf8)), loader: FileLoader(importsOf: "-"),
      reporting: &log)
    #expect(log.findings.map(\.path) == ["topology_template.node_templates.n.type"])
  }
}
