import Diagnostics
import YAML

extension TopologyBuilder {
  /// The files that a template may import, counted with those that they import in turn.
  private static let maximumImports = 500

  /// An import that is still to be followed, and where it is written.
  private struct PendingImport {
    let importer: SourceFile.ID
    let syntax: ImportSyntax
    let repositories: [RepositorySyntax]

    static func all(of document: TOSCADocument) -> [PendingImport] {
      document.imports.reversed().map {
        PendingImport(importer: document.tree.file, syntax: $0, repositories: document.repositories)
      }
    }
  }

  /// Adds the types that the version brings with it; its files are our own, so they have no findings.
  mutating func addDefinitions(of profile: Profile) {
    for name in profile.definitions {
      addDefinitions(name)
    }
  }

  private mutating func addDefinitions(_ name: String) {
    guard let bytes = Profile.embedded(name) else {
      preconditionFailure("the definitions '\(name)' are part of the program")
    }
    let shown = "built-in \(name)"
    guard !log.files.contains(where: { $0.name == shown }) else { return }
    let file = log.add(SourceFile(name: shown, bytes: bytes))
    let tree = YAMLTree(parsing: bytes, file: file, reporting: &log)
    guard let definitions = TOSCADocument(reading: tree, reporting: &log) else { return }
    topology.types.add(definitions, to: TypeCatalog.builtIn, reporting: &log)
  }

  /// Adds the document's types and those of the files that it imports, each file once
  /// (TOSCA Simple Profile 1.3, 3.6.8).
  mutating func addTypes(of document: TOSCADocument, loader: some SourceLoader) {
    let main = document.tree.file
    let scope = topology.types.makeScope()
    topology.types.put(main, in: scope)
    topology.types.add(document, to: scope, reporting: &log)
    documents = [document]
    var loaded: [LoadedFile: SourceFile.ID] = [LoadedFile(log[file: main]): main]
    var names: [String: SourceFile.ID] = [log[file: main].name: main]
    var pending = PendingImport.all(of: document)
    while let next = pending.popLast() {
      guard let source = load(next, loader) else { continue }
      let key = LoadedFile(source)
      if let known = names[source.name] ?? loaded[key] {
        open(known, for: next)
        continue
      }
      guard loaded.count < Self.maximumImports else {
        log.report(.tooManyImports(next.syntax.file, Self.maximumImports))
        topology.types.markIncomplete(next.importer)
        return
      }
      let file = log.add(source, importedAt: next.syntax.file.range)
      (loaded[key], names[source.name]) = (file, file)
      let outer = topology.types.scope(of: next.importer)
      let inner = next.syntax.prefix == nil ? outer : topology.types.makeScope()
      topology.types.put(file, in: inner)
      open(file, for: next)
      // Tacker's own files have mistakes that nobody who imports them made.
      log.isTolerant = ["tacker_defs.yaml", "tacker_nfv_defs.yaml"].contains(key.baseName)
      defer { log.isTolerant = false }
      let tree = YAMLTree(parsing: source.bytes, file: file, reporting: &log)
      guard
        let imported = TOSCADocument(reading: tree, assuming: document.version, reporting: &log)
      else {
        topology.types.markIncomplete(file)
        continue
      }
      guard let profile = Profile.of(imported.version.text) else {
        log.report(.unknownVersion(imported.version))
        topology.types.markIncomplete(file)
        continue
      }
      if profile.isNFV { addDefinitions(of: profile) }
      topology.types.add(imported, to: inner, reporting: &log)
      documents.append(imported)
      pending += PendingImport.all(of: imported)
    }
  }

  /// A file by what is in it: one that is imported by two paths is one file.
  private struct LoadedFile: Hashable {
    let baseName: Substring
    let bytes: [UInt8]

    init(_ source: SourceFile) {
      baseName = source.name.split(separator: "/").last ?? ""
      bytes = source.bytes
    }
  }

  private mutating func open(_ file: SourceFile.ID, for pending: PendingImport) {
    let types = topology.types
    topology.types.open(
      types.scope(of: file), in: types.scope(of: pending.importer), prefix: pending.syntax.prefix?.text)
  }

  /// The file of an import; nil when there is none, which was reported, or when it is built in.
  private mutating func load(_ pending: PendingImport, _ loader: some SourceLoader) -> SourceFile? {
    let word = pending.syntax.file
    var name = word.text
    if let repository = pending.syntax.repository {
      guard let known = pending.repositories.first(where: { $0.name.text == repository.text }) else {
        log.report(.unknownRepository(repository, pending.repositories))
        topology.types.markIncomplete(pending.importer)
        return nil
      }
      guard let url = known.url?.text else { return nil }
      name = url.hasSuffix("/") ? url + name : "\(url)/\(name)"
    }
    do throws(LoadingError) {
      return try loader.load(name, importedBy: log[file: pending.importer])
    } catch {
      let known = BuiltInImports.definitions(
        for: name, templateVersion: topology.document.version.text,
        besides: topology.document.imports.map(\.file.text))
      if let known {
        for definition in known.definitions { addDefinitions(definition) }
        if let prefix = pending.syntax.prefix {
          let scope = topology.types.scope(of: pending.importer)
          topology.types.open(TypeCatalog.builtIn, in: scope, prefix: prefix.text)
        }
        if known.isNearestVersion, let version = known.version { log.report(.nearestVersion(word, version)) }
      } else if name.hasPrefix("internal:/profiles/") {
        log.report(.internalImport(word))
      } else {
        log.report(.importFailed(word, error))
        topology.types.markIncomplete(pending.importer)
      }
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func importFailed(_ name: TOSCADocument.Word, _ error: LoadingError) -> Diagnostic {
    Diagnostic(.error, "import-failed", error.message, at: name.range)
  }

  fileprivate static func nearestVersion(_ name: TOSCADocument.Word, _ version: SOL001Version) -> Diagnostic {
    Diagnostic(
      .warning, "nearest-version",
      "'\(name.text)' is not there, and its version is not built in; the types of SOL001 \(version) are taken",
      at: name.range)
  }

  fileprivate static func internalImport(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "internal-import",
      "'\(name.text)' is a file inside of another program; the types of the specification are known without it",
      at: name.range)
  }

  static func unknownRepository(
    _ name: TOSCADocument.Word, _ known: [RepositorySyntax]
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-repository", "'\(name.text)' is not a repository of this file", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known.map(\.name.text)))
  }

  fileprivate static func tooManyImports(_ name: TOSCADocument.Word, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "too-many-imports", "over \(limit) files are imported, this one is not", at: name.range)
  }
}
