import Foundation
import Testing

/// `libretto translate --catalog`.
@Suite struct CatalogOptionTests {
  private static let template = """
    tosca_definitions_version: tosca_simple_yaml_1_3
    topology_template:
      node_templates:
        server:
          type: tosca.nodes.Compute
          capabilities:
            host: {properties: {num_cpus: 2}}
            os: {properties: {distribution: debian}}
    """

  private func translate(_ catalog: String?, _ options: String...) throws -> Workplace.Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "libretto-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (template, file) = (folder.appending(path: "server.yaml"), folder.appending(path: "catalog.yaml"))
    try Data(Self.template.utf8).write(to: template)
    try catalog.map { try Data($0.utf8).write(to: file) }
    let arguments = ["translate", template.path, "--catalog", file.path, "--diagnostics", "concise"]
    return try Workplace.run(arguments + options)
  }

  @Test func `flavor and image come from the file, and a key pair from the command line`() throws {
    let outcome = try translate(
      """
      flavors:
        small: {vcpus: 1, ram: 2048, disk: 20}
        medium: {vcpus: 2, ram: 4096, disk: 40}
      images:
        debian-12: {distribution: debian}
      """, "--input", "key_name=mine")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.contains("image: debian-12\n      flavor: medium\n      key_name: {get_param: key_name}")
    )
    #expect(outcome.output.contains("default: mine"))
  }

  @Test func `a mistake in the file is a finding`() throws {
    let outcome = try translate("flavors: {small: {vcpus: many, ram: 1, disk: 1}}")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("catalog.yaml:1:26: error: 'vcpus' of flavor 'small'"))
    #expect(outcome.output == "")
  }

  @Test func `a file that is not there is trouble outside of the template`() throws {
    let outcome = try translate(nil)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("catalog.yaml"))
  }
}
