import Diagnostics
import OpenStack
import Support
import TOSCA
import Testing
import Translation

@Suite struct DeployedFlavourTests {
  private static let files = [
    "types.yaml": """
    tosca_definitions_version: tosca_simple_yaml_1_3
    imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
    node_types:
      acme.VNF:
        derived_from: tosca.nodes.nfv.VNF
        properties:
          descriptor_id: {type: string, default: 7d4a4a5c-0b5e-4b7c-9f5c-3b0d2d7d1c11}
          descriptor_version: {type: string, default: '1.0'}
          provider: {type: string, default: Acme}
          product_name: {type: string, default: Router}
          software_version: {type: string, default: '1.0'}
          vnfm_info: {type: list, entry_schema: {type: string}, default: ['0:acme']}
          flavour_description: {type: string, default: ''}
    """,
    "small.yaml": flavour("small"), "large.yaml": flavour("large"),
  ]

  private static func flavour(_ name: String) -> String {
    """
    tosca_definitions_version: tosca_simple_yaml_1_3
    imports: [types.yaml]
    topology_template:
      inputs:
        provider: {type: string}
        software_version: {type: string}
      substitution_mappings:
        node_type: acme.VNF
        properties: {flavour_id: \(name)}
      node_templates:
        \(name)_server:
          type: tosca.nodes.nfv.Vdu.Compute
          properties:
            name: {get_input: provider}
            description: a server
            vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 3}
    """
  }

  private static func top(_ input: String) -> String {
    """
    tosca_definitions_version: tosca_simple_yaml_1_3
    imports: [types.yaml, small.yaml, large.yaml]
    topology_template:
      inputs:
        selected_flavour: \(input)
      node_templates:
        router: {type: acme.VNF, properties: {flavour_id: {get_input: selected_flavour}}}
    """
  }

  @Test func `the topology of the chosen flavour is translated with the values of the VNF`() throws {
    let (translation, log) = ReadTemplate(
      Self.top("{type: string, default: large}"), .whole, importing: Self.files
    ).translated()
    #expect(!log.hasErrors, "\(log.pretty())")
    let main = try #require(translation?.main)
    #expect(main.resources.map(\.name) == ["large_server"])
    // Only what the topology uses becomes a parameter.
    #expect(main.parameters.map(\.name) == ["large_server_flavor", "large_server_image", "provider"])
    #expect(main.parameters.last?.element.defaultValue == "Acme")
    #expect(translation?.flavour == "large")
  }

  @Test func `the first flavour is taken where none is chosen`() {
    let (translation, log) = ReadTemplate(Self.top("{type: string}"), .whole, importing: Self.files)
      .translated()
    #expect(translation?.flavour == "small")
    #expect(log.findings.contains { $0.code.name == "flavour-not-chosen" })
  }

  @Test func `a flavour that the VNF does not have is an error`() {
    let (translation, log) = ReadTemplate(
      Self.top("{type: string, default: smal}"), .whole, importing: Self.files
    ).translated()
    #expect(translation == nil)
    let finding = log.findings.first { $0.code.name == "unknown-flavour" }
    #expect(finding?.suggestion == "small")
  }

  @Test func `a package's own templates go out as they are`() {
    var (translation, log) = ReadTemplate(
      Self.top("{type: string, default: small}"), .whole, importing: Self.files
    ).translated()
    let text = "# by hand\nheat_template_version: 2021-04-16\nresources: {a: {type: OS::Nova::Server}}\n"
    let own = SourceFile(name: "BaseHOT/small/own.yaml", bytes: Array(text.utf8))
    translation?.use(own, nested: [("b.yaml", own)], reporting: &log)
    #expect(translation?.files.map(\.name) == ["stack.yaml", "b.yaml"])
    #expect(translation?.files.map(\.bytes) == [own.bytes, own.bytes])
    #expect(log.findings.contains { $0.code.name == "base-template" })
    let bad = SourceFile(name: "BaseHOT/small/bad.yaml", bytes: Array("resources: 1".utf8))
    translation?.use(bad, nested: [], reporting: &log)
    #expect(log.findings.contains { $0.code.name == "base-template-form" && $0.severity == .error })
  }
}
