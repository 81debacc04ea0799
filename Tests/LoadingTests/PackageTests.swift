import Foundation
import Loading
import Mutating
import TOSCA
import Testing

/// The first block of a TOSCA.meta whose template is `Definitions/vnfd.yaml`.
let meta = """
  TOSCA-Meta-File-Version: 1.0
  CSAR-Version: 1.1
  Created-By: tests
  Entry-Definitions: Definitions/vnfd.yaml

  """

/// A package with a TOSCA.meta, in a folder.
func package(_ meta: String = meta, _ files: [String: String] = [:]) throws -> Folder {
  var all = ["TOSCA-Metadata/TOSCA.meta": meta, "Definitions/vnfd.yaml": template]
  all.merge(files) { $1 }
  return try Folder(all)
}

@Suite struct PackageTests {
  @Test(arguments: ["vnf.csar", "vnf.zip", "vnf"])
  func `an archive is known by what it holds`(name: String) throws {
    let folder = try Folder()
    let text =
      version + "imports: [../Types/b.yaml]\ntopology_template: {node_templates: {n: {type: Webb}}}\n"
    let types = version + "node_types: {Web: {derived_from: tosca.nodes.Root}}\n"
    let files: KeyValuePairs = [
      "TOSCA-Metadata/TOSCA.meta": meta, "Definitions/vnfd.yaml": text, "Types/b.yaml": types,
    ]
    try folder.write(Zip(files).data, to: name)
    #expect(
      try folder.findings(name) == [
        "\(name)/Definitions/vnfd.yaml:3:48 error unknown-type 'Webb' is not a known node type; did you mean 'Web'?"
      ])
  }

  @Test func `a folder in the form of a package is one`() throws {
    let text = version + "imports: [b.yaml]\ntopology_template: {node_templates: {n: {type: B}}}\n"
    let types = version + "node_types: {B: {derived_from: tosca.nodes.Root}}\n"
    let files = ["Definitions/vnfd.yaml": text, "Definitions/b.yaml": types]
    #expect(try package(meta, files).findings() == [])
  }

  @Test(arguments: [
    "tosca-meta-file-version: 1.1\ncsar-version: 1.0\ncreated-by: t\nENTRY-DEFINITIONS: Definitions/vnfd.yaml",
    meta.replacing("\n", with: "\r\n"), meta.replacing("Definitions/vnfd", with: "Definit\n ions/vnfd"),
    meta.replacing("1.1", with: "'1.1'"), "\u{FEFF}# made by hand\n" + meta,
    meta + "ETSI-Entry-Licenses: Definitions\nEntry-Change-Log: Definitions/vnfd.yaml\n",
    meta + "\nName: Definitions/vnfd.yaml\nContent-type: application/yaml\n",
  ])
  func `TOSCA.meta is read in all its spellings`(text: String) throws {
    #expect(try package(text).findings() == [])
  }

  @Test(arguments: [
    (meta + "Colour: red", "5:1 warning package-unknown-keyword"),
    (meta.replacing("Definitions:", with: "Definition:"), "4:1 error package-unknown-keyword"),
    (meta.replacing("CSAR-Version: 1.1\n", with: ""), "1:1 error package-missing-keyword"),
    (meta.replacing(": tests", with: ":"), "3:1 error package-missing-keyword"),
    (meta + "CSAR-Version: 1.0", "5:1 error package-duplicate-keyword"),
    (meta.replacing("1.1", with: "2.0"), "2:15 warning package-version"),
    (meta + "no colon", "5:1 error package-line"),
    (meta.replacing("vnfd.yaml", with: "vnf.yaml"), "4:20 error package-missing-file"),
    (meta.replacing("Definitions/vnfd.yaml", with: "../vnfd.yaml"), "4:20 error package-path"),
    (meta + "ETSI-Entry-Manifest: vnf.mf", "5:22 error package-missing-file"),
    (meta + "ETSI-Entry-Tests: Tests", "5:19 error package-missing-file"),
    (meta + "\nName: a.sh\n", "6:7 error package-missing-file"),
    (meta + "\nName: disk.qcow2\n", "6:7 warning package-missing-file"),
    (meta + "\nName: a\nContent-Type: image/raw\n", "6:7 warning package-missing-file"),
    (meta + "Other-Definitions: Definitions/vnfd.yaml \"b c.yaml\"", "5:20 error package-missing-file"),
  ])
  func `what is wrong in TOSCA.meta has its place there`(text: String, finding: String) throws {
    #expect(try package(text).codes() == ["TOSCA-Metadata/TOSCA.meta:\(finding)"])
  }

  @Test func `other templates of a package are read too`() throws {
    let files = ["b.yaml": version + "topology_template: {node_templates: {n: {type: Nowhere}}}"]
    #expect(
      try package(meta + "Other-Definitions: b.yaml\n", files).codes() == ["b.yaml:2:48 error unknown-type"])
  }

  @Test func `without TOSCA.meta the one template at the top counts`() throws {
    let files: KeyValuePairs = ["vnfd.yaml": template, "Scripts/a.sh": ""]
    let folder = try Folder(["vnfd.yaml": template, "sub/a.sh": ""])
    try folder.write(Zip(files).data, to: "one.csar")
    try folder.write(Zip(["a.yaml": template, "b.yml": template]).data, to: "two.csar")
    try folder.write(Zip(["Definitions/a.yaml": template]).data, to: "none.csar")
    let old = template.replacing("1_3", with: "1_0")
    try folder.write(Zip(["a.yaml": old]).data, to: "old.csar")
    #expect(try folder.codes("one.csar") == [])
    #expect(try folder.codes("two.csar") == ["two.csar:1:1 error package-several-templates"])
    #expect(try folder.codes("none.csar") == ["none.csar:1:1 error package-without-template"])
    #expect(try folder.codes("old.csar") == ["old.csar/a.yaml:1:28 warning package-without-metadata"])
  }

  @Test(arguments: [
    "vnf/TOSCA-Metadata/TOSCA.meta", "TOSCA-Metadate/TOSCA.meta", "TOSCA-Metadata/tosca.meta",
  ])
  func `a TOSCA.meta in another place is named`(name: String) throws {
    let folder = try Folder()
    try folder.write(Zip([name: meta, "Definitions/vnfd.yaml": template]).data, to: "a.csar")
    #expect(try folder.codes("a.csar") == ["a.csar:1:1 error package-metadata-place"])
  }

  @Test(arguments: [
    ("../../secret.yaml", "'../../secret.yaml' lies outside the package"),
    ("file:///etc/hostname", "'file:///etc/hostname' lies outside the package"),
    (
      "b.yaml",
      "the package has no file 'Definitions/b.yaml'; '/b.yaml' would name the one at the top of the package"
    ),
    ("../Definitions", "'../Definitions' is a folder of the package, not a template"),
    ("vnfc.yaml", "the package has no file 'Definitions/vnfc.yaml'; did you mean 'Definitions/vnfd.yaml'?"),
    ("link.yaml", "the package has no file 'Definitions/link.yaml'"),
  ])
  func `an import does not leave the package`(name: String, message: String) throws {
    let text = version + "imports: ['\(name)']"
    let folder = try package(meta, ["Definitions/vnfd.yaml": text, "b.yaml": version])
    try folder.link("Definitions/link.yaml", to: "/etc/hostname")
    let bounds = LoadingBounds(mayLeaveFolder: true)
    #expect(
      try folder.findings(within: bounds) == ["Definitions/vnfd.yaml:2:11 error import-failed \(message)"])
  }

  @Test func `an import by URL is read from the copy in the package`() throws {
    let text = version + "imports: [https://example.com/v1/types.yaml]"
    let folder = try package(meta, ["Definitions/vnfd.yaml": text, "Definitions/types.yaml": version])
    #expect(try folder.findings() == [])
  }

  @Test func `a package that says nothing to the point is read in bounded time`() throws {
    let many = String(repeating: "Name: nothing.sh\nHash: 1\n", count: 600)
    let findings = try package(meta + "\n" + many).codes()
    #expect(findings.count < 1010)
    #expect(findings.contains { $0.hasSuffix("too-many-findings") })
  }
}
