import Diagnostics

/// A file that TOSCA.meta or a manifest names, and what it says of it.
struct DeclaredFile {
  typealias Word = BlockFile.Word

  /// The path or URL.
  let name: Word
  var contentType: Word?
  var algorithm: Word?
  var hash: Word?
  /// Files that sign this one.
  var signatures: [Word] = []

  init(_ name: Word) {
    self.name = name
  }

  /// Whether the name is a URL.
  var isRemote: Bool {
    name.text.contains("://")
  }

  /// Takes a field that belongs to the file.
  mutating func take(_ key: Word, _ value: Word, reporting log: inout DiagnosticLog) {
    switch key.text.lowercased() {
    case "content-type": set(\.contentType, key, value, &log)
    case "algorithm": set(\.algorithm, key, value, &log)
    case "hash": set(\.hash, key, value, &log)
    case "signature", "certificate": signatures.append(value)
    default: log.report(.unknownKey(key, of: name))
    }
  }

  /// The keys that begin a file and those that belong to one.
  static let keys = ["Source", "Name", "Content-Type", "Algorithm", "Hash", "Signature", "Certificate"]

  private mutating func set(
    _ path: WritableKeyPath<Self, Word?>, _ key: Word, _ value: Word, _ log: inout DiagnosticLog
  ) {
    guard let earlier = self[keyPath: path] else { return self[keyPath: path] = value }
    log.report(.keyTwice(key, of: name, earlier.range))
  }
}

/// The kinds of files that packages are often passed on without, because they are large.
extension DeclaredFile {
  /// Whether this is an image or another binary by its name or type.
  var isBinary: Bool {
    let path = name.text.lowercased()
    let type = contentType?.text.lowercased() ?? ""
    return Self.binaryEnds.contains { path.hasSuffix($0) } || Self.binaryTypes.contains { type.contains($0) }
  }

  private static let binaryEnds = [
    ".img", ".iso", ".qcow", ".qcow2", ".raw", ".vdi", ".vhd", ".vhdx", ".vmdk", ".ova", ".ami", ".aki",
    ".ari",
    ".dmg", ".gz", ".tgz", ".tar", ".zip", ".bz2", ".xz", ".zst", ".7z", ".rpm", ".deb", ".jar", ".war",
    ".bin",
  ]
  private static let binaryTypes = ["image", "octet-stream", "tar", "gzip", "x-disk", "x-qemu"]
}

extension Diagnostic {
  fileprivate static func unknownKey(_ key: BlockFile.Word, of file: BlockFile.Word) -> Diagnostic {
    Diagnostic(
      .warning, "manifest-key", "'\(key.text)' says nothing about the file '\(file.text)' that is read",
      at: key.range, suggestion: nearestSpelling(to: key.text, among: DeclaredFile.keys))
  }

  fileprivate static func keyTwice(
    _ key: BlockFile.Word, of file: BlockFile.Word, _ earlier: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "package-duplicate-keyword",
      "'\(key.text)' of the file '\(file.text)' is given a second time; the first one is used", at: key.range,
      notes: [Note("the first one", at: earlier)])
  }
}
