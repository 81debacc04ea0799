import Diagnostics
import Foundation
import Loading

/// The files that mutations begin with: those of the corpora beside the checkout, its samples, and the examples of
/// the rules' pages.
package struct Seeds: Sendable {
  /// A file, and the path from which its imports are found.
  package struct Seed: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }

  /// Templates, in order of path.
  package let templates: [Seed]
  /// Archives, likewise.
  package let packages: [Seed]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All seeds, or those that are quick to read: small ones that import no large files.
  package init(onlyQuick: Bool = false) {
    let corpus = Self.root.deletingLastPathComponent().appending(path: "shared/corpus")
    let samples = Self.files(in: Self.root.appending(path: "tosca-samples"), ["yaml"])
    let found = Self.files(in: corpus, ["yaml", "yml"]) + samples + Self.examples
    templates = found.filter { seed in
      onlyQuick ? seed.bytes.count < 4000 && !seed.names("sol001") : seed.bytes.count < 100_000
    }
    packages = Self.files(in: corpus, ["csar", "zip"]).filter { $0.bytes.count < 200_000 } + [Self.package]
  }

  private static func files(in folder: URL, _ extensions: Set<String>) -> [Seed] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      let file = folder.appending(path: name)
      // What other programs have emitted is no template.
      guard extensions.contains(file.pathExtension), !name.contains("emitted"), !name.contains("expected"),
        let data = FileManager.default.contents(atPath: file.path), !data.isEmpty
      else { return nil }
      return Seed(path: file.path, bytes: Array(data))
    }
  }

  /// The examples of the rules' pages, as if they stood among the samples.
  private static let examples = Rule.all.flatMap { rule in
    [rule.wrong, rule.right].map { example in
      Seed(
        path: root.appending(path: "tosca-samples/\(rule.id).yaml").path,
        bytes: Array(example.template.text.utf8))
    }
  }

  /// A package of our own, for a checkout alone.
  private static let package = Seed(
    path: "package.csar",
    bytes: Array(
      Zip([
        "TOSCA-Metadata/TOSCA.meta":
          "TOSCA-Meta-File-Version: 1.0\nCSAR-Version: 1.1\nCreated-By: x\nEntry-Definitions: a/main.yaml\n",
        "a/main.yaml": "tosca_definitions_version: tosca_simple_yaml_1_3\nimports: [types.yaml]\n",
        "a/types.yaml": "node_types: {n: {derived_from: tosca.nodes.Root}}\n",
      ]).data))
}

extension Seeds.Seed {
  fileprivate func names(_ word: String) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(word)
  }
}
