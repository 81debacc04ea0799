import Diagnostics

extension ValidationRule {
  /// What is said of an image can be: a checksum as long as its algorithm makes it, formats that go together.
  static let imageDescriptions = ValidationRule("image-checksum", "image-format") { topology, log in
    for kind in [
      "tosca.nodes.nfv.Vdu.Compute", "tosca.nodes.nfv.Vdu.VirtualBlockStorage",
      "tosca.nodes.nfv.Vdu.OsContainer",
    ] {
      for id in topology.nodes(ofKind: kind) {
        let images = NodeImages(topology[id], topology)
        guard images.isThere else { continue }
        let checksum = images.value(of: "checksum")
        if let hash = checksum?["hash"]?.word, let algorithm = checksum?["algorithm"]?.text,
          let length = lengths[algorithm.lowercased()],
          hash.text.utf8.count != length || !hash.text.allSatisfy(\.isHexDigit)
        {
          log.report(.imageChecksum(hash, algorithm, length))
        }
        if let container = images.value(of: "container_format")?.text,
          let disk = images.value(of: "disk_format")?.word,
          amazon.contains(container) || amazon.contains(disk.text),
          container != disk.text
        {
          log.report(.imageFormat(disk, container))
        }
      }
    }
  }

  /// The hexadecimal digits that the algorithms make.
  private static let lengths = ["sha-224": 56, "sha-256": 64, "sha-384": 96, "sha-512": 128]
  /// The formats of Amazon's images, which are container and content in one.
  private static let amazon: Set = ["ami", "ari", "aki"]
}

extension Diagnostic {
  fileprivate static func imageChecksum(_ hash: TOSCADocument.Word, _ algorithm: String, _ length: Int)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "image-checksum",
      "a checksum of \(algorithm) has \(length) hexadecimal digits; this one has \(hash.text.utf8.count) characters",
      at: hash.range)
  }

  fileprivate static func imageFormat(_ disk: TOSCADocument.Word, _ container: String) -> Diagnostic {
    Diagnostic(
      .warning, "image-format",
      "an image with the container format '\(container)' cannot have the disk format '\(disk.text)': of 'ami', 'ari' and "
        + "'aki' both are the same", at: disk.range)
  }
}
