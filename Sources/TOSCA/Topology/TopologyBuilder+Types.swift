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
    var loaded = LoadedFiles()
    loaded.add(log[file: main], as: main)
    var pending = PendingImport.all(of: document)
    while let next = pending.popLast() {
      guard loaded.absent < Self.maximumImports else {
        stop(at: next)
        return
      }
      guard let source = load(next, loader) else {
        loaded.absent += 1
        continue
      }
      if let known = loaded.file(of: source) {
        open(known, for: next)
        continue
      }
      guard loaded.count < Self.maximumImports else {
        stop(at: next)
        return
      }
      let file = log.add(source, importedAt: next.syntax.file.range)
      loaded.add(source, as: file)
      guard let imported = read(source, as: file, for: next) else { continue }
      documents.append(imported)
      pending += PendingImport.all(of: imported)
    }
  }

  private mutating func stop(at next: PendingImport) {
    log.report(.tooManyImports(next.syntax.file, Self.maximumImports))
    topology.types.markIncomplete(next.importer)
  }

  /// Reads a file that is imported for the first time, and adds its types; nil when it is no template.
  private mutating func read(
    _ source: SourceFile, as file: SourceFile.ID, for pending: PendingImport
  ) -> TOSCADocument? {
    let outer = topology.types.scope(of: pending.importer)
    let inner = pending.syntax.prefix == nil ? outer : topology.types.makeScope()
    topology.types.put(file, in: inner)
    open(file, for: pending)
    // Tacker's own files have mistakes that nobody who imports them made.
    log.isTolerant = ["tacker_defs.yaml", "tacker_nfv_defs.yaml"].contains(LoadedFiles.baseName(of: source))
    defer { log.isTolerant = false }
    let tree = YAMLTree(parsing: source.bytes, file: file, reporting: &log)
    let main = topology.document
    guard let imported = TOSCADocument(reading: tree, assuming: main.version, reporting: &log) else {
      topology.types.markIncomplete(file)
      return nil
    }
    guard let profile = Profile.of(imported.version.text) else {
      log.report(.unknownVersion(imported.version))
      topology.types.markIncomplete(file)
      return nil
    }
    if profile.isNFV { addDefinitions(of: profile) }
    topology.types.add(imported, to: inner, reporting: &log)
    return imported
  }

  /// The files that are read, by name and by what is in them: one that is imported by two paths is one file.
  private struct LoadedFiles {
    private struct Content: Hashable {
      let baseName: Substring
      let bytes: [UInt8]
    }

    private var byName: [String: SourceFile.ID] = [:]
    private var byContent: [Content: SourceFile.ID] = [:]
    /// How many imports led to no file.
    var absent = 0

    var count: Int { byContent.count }

    mutating func add(_ source: SourceFile, as file: SourceFile.ID) {
      byName[source.name] = file
      byContent[Self.content(source)] = file
    }

    func file(of source: SourceFile) -> SourceFile.ID? {
      byName[source.name] ?? byContent[Self.content(source)]
    }

    static func baseName(of source: SourceFile) -> Substring {
      source.name.split(separator: "/").last ?? ""
    }

    private static func content(_ source: SourceFile) -> Content {
      Content(baseName: baseName(of: source), bytes: source.bytes)
    }
  }

  private mutating func open(_ file: SourceFile.ID, for pending: PendingImport) {
    let (inner, outer) = (topology.types.scope(of: file), topology.types.scope(of: pending.importer))
    topology.types.open(inner, in: outer, prefix: pending.syntax.prefix?.text)
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
        besides: topology.document.imports.prefix(Self.maximumImports).map(\.file.text))
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
