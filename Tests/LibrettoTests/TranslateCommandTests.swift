import Foundation
import Testing

@Suite struct TranslateCommandTests {
  @Test func `a template with errors is translated as far as it goes where that is wanted`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "translated-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let arguments = ["translate", Workplace.sample("broken-vnfd"), "-o", folder]

    #expect(try Workplace.run(arguments).status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder))

    let outcome = try Workplace.run(arguments + ["--keep-going"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error:"))
    #expect(FileManager.default.fileExists(atPath: "\(folder)/stack.yaml"))
  }

  @Test func `what is not translated is an error where that is wanted`() throws {
    let arguments = ["translate", Workplace.sample("voice-mail-vnf")]
    #expect(try Workplace.run(arguments).status == 0)
    let outcome = try Workplace.run(arguments + ["--strict"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("warning:"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `the HOT templates of a package are checked, and their files go with them`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "package-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = [
      "TOSCA-Metadata/TOSCA.meta": """
      TOSCA-Meta-File-Version: 1.0
      CSAR-Version: 1.1
      Created-by: acme
      Entry-Definitions: Definitions/vnfd.yaml

      """,
      "Definitions/vnfd.yaml": """
      tosca_definitions_version: tosca_simple_yaml_1_2
      imports: [etsi_nfv_sol001_vnfd_types.yaml]
      node_types:
        acme.VNF:
          derived_from: tosca.nodes.nfv.VNF
      topology_template:
        substitution_mappings:
          node_type: acme.VNF
          properties: {flavour_id: simple}
        node_templates:
          VNF:
            type: acme.VNF
            properties:
              descriptor_id: b1bb0ce7-ebca-4fa7-95ed-4840d70a1177
              descriptor_version: '1.0'
              provider: acme
              product_name: box
              software_version: '1.0'
              vnfm_info: ['0:acme']
              flavour_id: simple
              flavour_description: the only one

      """,
      "BaseHOT/simple/main.yaml": """
      heat_template_version: 2016-04-08
      resources:
        s:
          type: OS::Nova::Server
          properties: {image: debian-12, flaver: m1.small, user_data: {get_file: boot.sh}, metadata: {a: {get_file: ../../Files/evil.sh}, b: {get_file: stack.yaml}}}

      """,
      "Files/evil.sh": "#!/bin/sh\n", "BaseHOT/simple/boot.sh": "#!/bin/sh\n",
    ]
    for (name, text) in files {
      let file = URL(filePath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let outcome = try Workplace.run(["translate", folder, "-o", "\(folder)/out/a/b"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("[hot-unknown-property]"))
    #expect(FileManager.default.fileExists(atPath: "\(folder)/out/a/b/boot.sh"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/out/Files/evil.sh"))
    let main = FileManager.default.contents(atPath: "\(folder)/out/a/b/stack.yaml")
    #expect(main == Data((files["BaseHOT/simple/main.yaml"] ?? "").utf8))
    #expect(try Workplace.run(["validate", folder]).status == 1)
  }
}
