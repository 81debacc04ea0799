import Diagnostics
import YAML

extension TopologyBuilder {
  /// Says whether a file that a name means in another file is there; nil where that cannot be known.
  typealias FileCheck = (_ name: String, _ importer: SourceFile) -> Bool?

  /// Checks the artifacts of a node template: their types, and in a package their files
  /// (TOSCA Simple Profile 1.3, 3.6.7).
  mutating func check(_ artifacts: [ArtifactSyntax], of type: ResolvedType) {
    for artifact in artifacts {
      artifact.type.map { checkArtifactType($0) }
      checkFile(of: artifact)
      checkRepository(of: artifact)
      guard let name = artifact.name, !artifact.hasFile, !artifact.isFileMisspelt, !type.isUnknown else {
        continue
      }
      if !type.artifacts.contains(where: { $0.name?.text == name.text && $0.hasFile }) {
        log.report(.missingKeyname("file", of: "artifact '\(name.text)'", name.range))
      }
    }
  }

  /// Checks what implements the operations of interfaces: artifacts by name, or files (3.6.16).
  mutating func checkImplementations(
    of interfaces: [InterfaceSyntax], artifacts: [ArtifactSyntax], _ type: ResolvedType
  ) {
    let names = Set((artifacts + type.artifacts).compactMap(\.name?.text))
    for operation in interfaces.flatMap({ $0.operations + $0.notifications }) {
      for artifact in operation.artifacts {
        artifact.type.map { checkArtifactType($0) }
        checkRepository(of: artifact)
        if let file = artifact.file, !names.contains(file.text) { checkFile(of: artifact) }
      }
    }
  }

  private mutating func checkArtifactType(_ type: TOSCADocument.Word) {
    // Single-file descriptors for Tacker use ETSI's artifact type without having it.
    log.isTolerant = Self.isBorrowed(type)
    checkType(type, .artifact)
    _ = topology.types.type(.artifact, type, reporting: &log)
    log.isTolerant = false
  }

  private mutating func checkRepository(of artifact: ArtifactSyntax) {
    guard let repository = artifact.repository else { return }
    let document = documents.first { $0.tree.file == repository.range.file } ?? topology.document
    if !document.repositories.contains(where: { $0.name.text == repository.text }) {
      log.report(.unknownRepository(repository, document.repositories))
    }
  }

  /// A file is named relative to the file that names it; many packages name it from their top.
  private mutating func checkFile(of artifact: ArtifactSyntax) {
    guard let file = artifact.file, artifact.repository == nil, !file.text.isEmpty else { return }
    // A role is the name of something in Ansible's own collection.
    if artifact.type?.text.hasSuffix("AnsibleGalaxy.role") == true { return }
    let importer = log[file: file.range.file]
    guard isThere(file.text, importer) == false, isThere("/" + file.text, importer) == false else { return }
    let isImage = artifact.type?.text.contains("Image") == true || Self.isImage(file.text)
    log.report(.missingFile(file, isImage: isImage))
  }

  private static func isImage(_ name: String) -> Bool {
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    return ["img", "qcow2", "iso", "raw", "vmdk", "vdi", "vhd", "vhdx", "ova"].contains(ending)
  }
}

extension Diagnostic {
  /// Images are often kept beside the package, because of their size.
  fileprivate static func missingFile(_ file: TOSCADocument.Word, isImage: Bool) -> Diagnostic {
    Diagnostic(.error, "missing-file", "'\(file.text)' is not in the package", at: file.range)
      .asWarning(if: isImage)
  }
}
