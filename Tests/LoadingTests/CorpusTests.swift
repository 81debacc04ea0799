import Diagnostics
import Foundation
import Loading
import Testing

/// The packages of other projects; they stand beside the checkout, not in it.
private let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")
  .standardizedFileURL.path

@Suite(.enabled(if: FileManager.default.fileExists(atPath: corpus), "the corpus is not beside this checkout"))
struct CorpusTests {
  /// The errors about a package itself, as `file:line:column code`.
  private func errors(_ name: String) throws -> [String] {
    var log = DiagnosticLog()
    _ = try TemplateSource.one(at: "\(corpus)/\(name)").readTopology(reporting: &log)
    let errors = log.sorted.filter { $0.severity == .error }
    return errors.compactMap { finding in
      let code = finding.code.name
      guard ["package-", "manifest-", "import-"].contains(where: { code.hasPrefix($0) }) else { return nil }
      let file = log[file: finding.range.file].name.split(separator: "/").last ?? ""
      return "\(file):\(finding.range.start.line):\(finding.range.start.column) \(code)"
    }
  }

  @Test(arguments: [
    ("in_meta_and_manifest", []), ("manifest", []), ("meta", []),
    ("in_meta_and_manifest_false", ["TOSCA.meta:5:22 package-missing-file"]),
    (
      "in_meta_and_manifest_missing_key",
      ["TOSCA.meta:6:7 package-missing-file", "TOSCA.meta:8:7 manifest-incomplete"]
    ),
    (
      "in_single_manifest_false_name",
      [
        "pkg-sample_vnf_package_csar_in_single_manifest_false_name:1:1 manifest-name",
        "VNF1.mf:3:7 manifest-hash",
      ]
    ),
  ])
  func `a package of Tacker is refused for what is wrong with it`(name: String, expected: [String]) throws {
    #expect(try errors("tacker/sol001/pkg-sample_vnf_package_csar_\(name)") == expected)
  }

  @Test(
    arguments: [
      ("csar_elk.csar", []), ("csar_elk.zip", []), ("csar_wordpress.zip", []),
      ("csar_root_level_yaml.zip", []),
      ("csar_missing_metadata.zip", ["TOSCA.meta:4:1 package-unknown-keyword"]),
      ("csar_metadata_not_yaml.zip", (1...4).map { "TOSCA.meta:\($0):1 package-line" }),
      ("csar_wrong_metadata_file.zip", ["csar_wrong_metadata_file.zip:1:1 package-metadata-place"]),
      ("csar_wordpress_invalid_import_path.zip", ["tosca_single_instance_wordpress.yaml:7:5 import-failed"]),
    ] as [(String, [String])])
  func `an archive of tosca-parser is refused for what is wrong with it`(
    name: String, expected: [String]
  ) throws {
    #expect(try errors("tosca-parser/inputs/tosca-parser/CSAR/\(name)") == expected)
  }
}
