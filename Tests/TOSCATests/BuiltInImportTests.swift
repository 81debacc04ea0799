import Support
import TOSCA
import Testing

private let forge = "https://forge.etsi.org/rep/nfv/SOL001"

@Suite struct BuiltInImportTests {
  /// The import, the version in words, and the kinds of files that stand in for it.
  static let named: [(name: String, version: String, kinds: [String])] = [
    ("\(forge)/raw/v2.6.1/etsi_nfv_sol001_common_types.yaml", "2.6.1", ["common"]),
    ("\(forge)/raw/v2.7.1/etsi_nfv_sol001_common_types.yaml", "2.7.1", ["common"]),
    (
      "https://forge.etsi.org/rep/nfv/sol001/raw/v2.6.1/etsi_nfv_sol001_common_types.yaml", "2.6.1",
      ["common"]
    ),
    ("\(forge)/raw/v2.6.1/etsi_nfv_sol001_vnfd_types.yaml", "2.6.1", ["common", "vnfd"]),
    (
      "\(forge)/-/raw/v3.3.1/etsi_nfv_sol001_nsd_types.yaml?inline=false", "3.3.1",
      ["common", "vnfd", "pnfd", "nsd"]
    ),
    (
      "https://forge.etsi.org/gitlab/nfv/SOL001/raw/2.5.1/etsi_nfv_sol001_vnfd_types.yaml", "2.5.1",
      ["common", "vnfd"]
    ),
    ("etsi_nfv_sol001_vnfd_2_5_1_types.yaml", "2.5.1", ["common", "vnfd"]),
    ("etsi_nfv_sol001_vnfd_2_6_1_types.yaml", "2.6.1", ["common", "vnfd"]),
    ("Definitions/etsi_nfv_sol001_pnfd_4_4_1_types.yaml", "4.4.1", ["common", "pnfd"]),
    ("definitions/ETSI_NFV_SOL001_vnfd_4_4_1_types.yml", "4.4.1", ["common", "vnfd"]),
    ("v2.6.1/etsi_nfv_sol001_vnfd_3_3_1_types", "3.3.1", ["common", "vnfd"]),
  ]

  @Test(arguments: named)
  func `an import that names its version gets it`(name: String, version: String, kinds: [String]) throws {
    let found = try #require(BuiltInImports.definitions(for: name, templateVersion: "tosca_simple_yaml_1_0"))
    #expect(found.version?.description == version)
    #expect(!found.isNearestVersion)
    #expect(Self.kinds(of: found) == kinds)
  }

  @Test(arguments: [
    "etsi_nfv_sol001_common_types.yaml", "etsi_nfv_sol001_vnfd_types.yaml",
    "./etsi_nfv_sol001_common_types.yaml",
    "Definitions/etsi_nfv_sol001_common_types.yaml", "Definitions/etsi_nfv_sol001_vnfd_types.yaml",
    "inputs/etsi_nfv/etsi_nfv_sol001_vnfd_types.yaml", "\(forge)/raw/master/etsi_nfv_sol001_vnfd_types.yaml",
  ])
  func `an import without a version gets that of the template's time`(name: String) {
    func version(_ template: String) -> String? {
      BuiltInImports.definitions(for: name, templateVersion: template)?.version?.description
    }
    #expect(version("tosca_simple_yaml_1_3") == "3.3.1")
    #expect(version("tosca_simple_yaml_1_2") == "2.6.1")
    #expect(version("") == "2.6.1")
  }

  @Test(arguments: ["nsd", "pnfd"])
  func `the oldest types of network services are those of 3_3_1`(kind: String) {
    let unnamed = BuiltInImports.definitions(for: "etsi_nfv_sol001_\(kind)_types.yaml")
    #expect(unnamed?.version == SOL001Version(3, 3, 1))
    #expect(unnamed?.isNearestVersion == false)
    let named = BuiltInImports.definitions(for: "etsi_nfv_sol001_\(kind)_2_6_1_types.yaml")
    #expect(named?.version == SOL001Version(3, 3, 1))
    #expect(named?.isNearestVersion == true)
  }

  @Test func `an import without a version follows the other imports`() {
    let found = BuiltInImports.definitions(
      for: "etsi_nfv_sol001_vnfd_types.yaml", templateVersion: "tosca_simple_yaml_1_3",
      besides: ["types.yaml", "\(forge)/raw/v2.7.1/etsi_nfv_sol001_common_types.yaml"])
    #expect(found?.version == SOL001Version(2, 7, 1))
  }

  @Test(arguments: [
    ("2_4_1", "2.5.1"), ("2_8_1", "2.7.1"), ("3_5_1", "3.3.1"), ("3_7_1", "3.3.1"), ("4_3_1", "3.3.1"),
    ("4_5_1", "4.4.1"), ("5_1_1", "4.4.1"),
  ])
  func `a version that is not built in has a neighbour that is`(wanted: String, nearest: String) {
    let found = BuiltInImports.definitions(for: "etsi_nfv_sol001_vnfd_\(wanted)_types.yaml")
    #expect(found?.version?.description == nearest)
    #expect(found?.isNearestVersion == true)
  }

  @Test(arguments: [
    "", "/", "types.yaml", "etsi_nfv_sol001.yaml", "etsi_nfv_sol001_types.yaml", "etsi_nfv_sol001_vnfd.yaml",
    "etsi_nfv_sol001_abcd_types.yaml", "etsi_nfv_sol001_vnfd_2_6_types.yaml",
    "etsi_nfv_sol001_vnfd_types.json",
    "vmware_etsi_nfv_sol001_vnfd_2_5_1_types.yaml",
    "etsi_nfv_sol001_vnfd_99999999999999999999_6_1_types.yaml",
    "my_tacker_defs.yaml", "https://forge.etsi.org/rep/nfv/SOL001",
  ])
  func `other files are not built in`(name: String) {
    #expect(BuiltInImports.definitions(for: name) == nil)
  }

  @Test func `the types of a VNFD are there without their files`() {
    expectFindings(
      """
      tosca_definitions_version: tosca_simple_yaml_1_2
      imports:
      - etsi_nfv_sol001_common_types.yaml
      - Definitions/etsi_nfv_sol001_vnfd_types.yaml
      node_types:
        example.VNF: {derived_from: tosca.nodes.nfv.VNF}
      topology_template:
        node_templates:
          VL1:
            type: tosca.nodes.nfv.VnfVirtualLink
            properties:
              connectivity_type: {layer_protocols: [ipv4], flow_patern: mesh}
      #                                                    ^^^^^^^^^^^ error unknown-property -> flow_pattern
              vl_profile:
                max_bitrate_requirements: {root: 1}
                min_bitrate_requirements: {root: -1}
      #                                          ^^ error constraint
      """, .whole)
  }

  @Test func `a type of the user's stays, whatever a built-in import brings`() {
    expectFindings(
      """
      tosca_definitions_version: tosca_simple_yaml_1_2
      imports: [mine.yaml, etsi_nfv_sol001_vnfd_types.yaml]
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VnfVirtualLink, properties: {colour: green}}
      """, .whole,
      importing: [
        "mine.yaml": """
        tosca_definitions_version: tosca_simple_yaml_1_2
        node_types:
          tosca.nodes.nfv.VnfVirtualLink:
            derived_from: tosca.nodes.Root
            properties: {colour: {type: string}}
        """
      ])
  }

  /// The kinds of the files, each once.
  private static func kinds(of found: BuiltInImport) -> [String] {
    let kinds = found.definitions.compactMap { name in
      name.split(separator: "_").dropFirst(3).first.map(String.init)
    }
    return kinds.indices.filter { !kinds[..<$0].contains(kinds[$0]) }.map { kinds[$0] }
  }
}
