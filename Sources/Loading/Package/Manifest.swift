import Diagnostics

/// The manifest of a package: who made it, and the hashes of its files (ETSI GS NFV-SOL 004, 4.3; SOL007 for NSDs).
struct Manifest {
  typealias Word = BlockFile.Word

  private(set) var files: [DeclaredFile] = []
  /// The files of the sets that the NFV management does not read, which need no hash.
  private(set) var unmanagedFiles: [DeclaredFile] = []
  let file: SourceFile.ID

  /// The part of the manifest that a field stands in.
  private enum Section {
    case none, metadata, unmanaged, file
  }

  init(_ source: SourceFile, _ file: SourceFile.ID, reporting log: inout DiagnosticLog) {
    self.file = file
    let text = BlockFile(source, file, indentation: .nesting)
    for line in text.malformed { log.report(.malformedLine(line)) }
    var metadata: [Word] = []
    var section = Section.none
    var block: Int32 = -1
    for field in text.fields {
      let (key, value) = (text.name(of: field), text.value(of: field))
      let name = key.text.lowercased()
      let isNested = section == .unmanaged && field.isIndented
      if field.block != block, section == .file { section = .none }
      block = field.block
      switch name {
      case "source" where isNested: unmanagedFiles.append(DeclaredFile(value))
      case _ where isNested: continue
      case "source", "name":
        section = .file
        files.append(DeclaredFile(value))
      case "metadata": section = .metadata
      case "non_mano_artifact_sets": section = .unmanaged
      case _ where section == .file: files[files.count - 1].take(key, value, reporting: &log)
      case _ where section == .metadata && !Self.isOfFile(name), _ where ManifestMetadata.isKey(name):
        metadata.append(key)
      // The line with the file's name may be one of those that were reported.
      case _ where Self.isOfFile(name) && !text.malformed.isEmpty: continue
      default: log.report(.strayKey(key))
      }
    }
    ManifestMetadata.check(metadata, in: file, reporting: &log)
    let signed = files.first { !$0.signatures.isEmpty }?.signatures.first?.range
    if let place = text.signatures.first ?? signed { log.report(.signature(place)) }
  }
}

extension Manifest {
  private static func isOfFile(_ name: String) -> Bool {
    DeclaredFile.keys.contains { $0.lowercased() == name }
  }
}

/// The keys of the metadata of a manifest.
private enum ManifestMetadata {
  /// What is required of a VNF, a PNFD archive and an NSD archive.
  static let required: [String: [String]] = [
    "vnf": ["vnf_provider_id", "vnf_product_name", "vnf_release_date_time", "vnf_package_version"],
    "pnfd": ["pnfd_name", "pnfd_provider", "pnfd_archive_version", "pnfd_release_date_time"],
    "nsd": [
      "nsd_designer", "nsd_invariant_id", "nsd_name", "nsd_file_structure_version", "nsd_release_date_time",
    ],
  ]

  static let optional = [
    "compatible_specification_versions", "vnfd_id", "vnfm_info", "vnf_software_version", "vnf_provider_name",
    "nsd_id",
    "pnfd_id",
    // So version 2.4.1 of SOL004 spells it.
    "vnf_release_data_time",
  ]

  static func isKey(_ name: String) -> Bool {
    optional.contains(name) || required.values.contains { $0.contains(name) }
  }

  /// Reports keys that are not known and those that are missing.
  static func check(_ keys: [BlockFile.Word], in file: SourceFile.ID, reporting log: inout DiagnosticLog) {
    guard let first = keys.first else { return log.report(.noMetadata(file)) }
    var given = Set(keys.map { $0.text.lowercased() })
    for key in keys where !isKey(key.text.lowercased()) {
      let near = nearestSpelling(to: key.text, among: required.values.flatMap { $0 } + optional)
      log.report(.unknownMetadata(key, near))
      if let near { given.insert(near) }
    }
    if given.contains("vnf_release_data_time") { given.insert("vnf_release_date_time") }
    let kind = ["pnfd", "nsd"].first { kind in given.contains { $0.hasPrefix(kind + "_") } } ?? "vnf"
    let missing = (required[kind] ?? []).filter { !given.contains($0) }
    if !missing.isEmpty { log.report(.missingMetadata(missing, first.range)) }
  }
}

extension Diagnostic {
  fileprivate static func malformedLine(_ line: SourceRange) -> Diagnostic {
    Diagnostic(.error, "manifest-line", "a line of a manifest has the form 'Name: value'", at: line)
  }

  fileprivate static func strayKey(_ key: BlockFile.Word) -> Diagnostic {
    Diagnostic(
      .warning, "manifest-key", "'\(key.text)' belongs to no 'Source' and is no part of a manifest",
      at: key.range,
      suggestion: nearestSpelling(to: key.text, among: ["Source", "metadata", "non_mano_artifact_sets"]))
  }

  fileprivate static func signature(_ place: SourceRange) -> Diagnostic {
    Diagnostic(.info, "manifest-signature", "signatures are not checked, hashes are", at: place)
  }

  fileprivate static func noMetadata(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      .warning, "manifest-metadata", "the manifest has no 'metadata' that says who made the package",
      at: SourceRange(startOf: file))
  }

  fileprivate static func missingMetadata(_ keys: [String], _ place: SourceRange) -> Diagnostic {
    let list = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(.warning, "manifest-metadata", "the manifest's metadata has no \(list)", at: place)
  }

  fileprivate static func unknownMetadata(_ key: BlockFile.Word, _ near: String?) -> Diagnostic {
    Diagnostic(
      .warning, "manifest-metadata", "'\(key.text)' is not a key of a manifest's metadata", at: key.range,
      suggestion: near)
  }
}
