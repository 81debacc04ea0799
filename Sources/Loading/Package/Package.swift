import Diagnostics
import TOSCA

/// A CSAR package: what it holds, and the template that it is about (TOSCA Simple Profile 1.3, 6; ETSI GS NFV-SOL 004).
struct Package {
  typealias Word = BlockFile.Word

  private let entries: any PackageEntries
  private let loader: PackageLoader
  /// The package itself, for findings that no file of it is at fault for.
  private let file: SourceFile.ID

  /// A template of the package, and where it is named.
  private struct Template {
    let path: String
    let place: SourceRange
  }

  init(_ entries: any PackageEntries, _ remote: RemoteFiles, reporting log: inout DiagnosticLog) {
    self.entries = entries
    loader = PackageLoader(entries: entries, remote: remote)
    file = log.add(SourceFile(name: entries.name, bytes: []))
  }

  /// Checks the package and reads its template.
  ///
  /// - Returns: nil when there is no template; the log says why.
  func readTopology(inputs: [InputSource], reporting log: inout DiagnosticLog) -> Topology? {
    for trouble in entries.troubles { log.report(.trouble(trouble, file)) }
    guard let metadata = readMetadata(reporting: &log) else {
      return readRootTemplate(inputs, reporting: &log)
    }
    var check = HashCheck(entries)
    check.check(metadata.files, isManifest: false, reporting: &log)
    for name in metadata.namedFiles where !name.text.contains("://") {
      _ = check.checkedPath(of: name, mayBeFolder: true, reporting: &log)
    }
    let entry = metadata.entry.flatMap { template($0, &check, &log) }
    checkManifest(of: metadata, entry?.path, &check, reporting: &log)
    let topology = entry.flatMap { read($0, inputs, reporting: &log) }
    for name in metadata.otherTemplates {
      guard let other = template(name, &check, &log) else { continue }
      let isRead = log.files.contains { $0.name == entries.shown(other.path) }
      if !isRead { _ = read(other, [], reporting: &log) }
    }
    return topology
  }
}

extension Package {
  private func template(_ name: Word, _ check: inout HashCheck, _ log: inout DiagnosticLog) -> Template? {
    check.checkedPath(of: name, reporting: &log).map { Template(path: $0, place: name.range) }
  }

  private func read(
    _ template: Template, _ inputs: [InputSource], reporting log: inout DiagnosticLog
  ) -> Topology? {
    source(template.path, named: template.place, reporting: &log).flatMap {
      TOSCA.readTopology(from: $0, loader: loader, inputs: inputs, reporting: &log)
    }
  }

  private func source(
    _ path: String, limit: Int = FileLoader.maximumSize, named place: SourceRange,
    reporting log: inout DiagnosticLog
  ) -> SourceFile? {
    do throws(LoadingError) {
      return try entries.source(path, limit: limit)
    } catch {
      log.report(.unreadableFile(error, place))
      return nil
    }
  }

  /// Reads TOSCA.meta; nil when there is none, or none that can be read.
  private func readMetadata(reporting log: inout DiagnosticLog) -> PackageMetadata? {
    let place = SourceRange(startOf: file)
    var path = PackageMetadata.path
    if !entries.hasFile(path) {
      let isMeta: (String) -> Bool = {
        $0.lowercased().hasSuffix("tosca.meta") && $0.split(separator: "/").last?.count == 10
      }
      guard let found = entries.files.first(where: isMeta) else { return nil }
      log.report(.misplacedMetadata(found, place))
      guard found.lowercased() == path.lowercased() else { return nil }
      path = found
    }
    guard let source = source(path, limit: BlockFile.maximumSize, named: place, reporting: &log) else {
      return nil
    }
    let id = log.add(source)
    return PackageMetadata(source, id, reporting: &log)
  }

  /// Reads the template of a package without TOSCA.meta, the only one at its top (TOSCA Simple Profile 1.3, 6.3).
  private func readRootTemplate(_ inputs: [InputSource], reporting log: inout DiagnosticLog) -> Topology? {
    let place = SourceRange(startOf: file)
    let templates = entries.topFiles(endingIn: ".yaml", ".yml")
    let isReported = log.findings.contains { $0.range.file == file && $0.severity == .error }
    guard let path = templates.first, templates.count == 1 else {
      if templates.count > 1 {
        log.report(.severalTemplates(templates, place))
      } else if !isReported {
        log.report(.noTemplate(place))
      }
      return nil
    }
    var check = HashCheck(entries)
    if let manifest = rootManifest(of: path, reporting: &log) {
      checkManifest(manifest, place, &check, reporting: &log)
    }
    let topology = read(Template(path: path, place: place), inputs, reporting: &log)
    if let version = topology?.document.version, version.text.hasSuffix("_1_0") {
      log.report(.withoutMetadata(version))
    }
    return topology
  }

  /// The manifest at the top of a package without TOSCA.meta, which has the name of the template.
  private func rootManifest(of template: String, reporting log: inout DiagnosticLog) -> String? {
    let base = template.prefix(upTo: template.lastIndex(of: ".") ?? template.endIndex)
    let manifests = entries.topFiles(endingIn: ".mf")
    if entries.hasFile("\(base).mf") { return "\(base).mf" }
    if let other = manifests.first {
      log.report(.misnamedManifest(other, "\(base).mf", SourceRange(startOf: file)))
    }
    return manifests.first
  }

  /// Checks the manifest that TOSCA.meta names, or one at the top that it should name.
  private func checkManifest(
    of metadata: PackageMetadata, _ entry: String?, _ check: inout HashCheck,
    reporting log: inout DiagnosticLog
  ) {
    if let name = metadata.manifest {
      guard let path = check.checkedPath(of: name, reporting: &log) else { return }
      checkManifest(path, name.range, &check, reporting: &log)
    } else if let path = entries.topFiles(endingIn: ".mf").first, let entry = metadata.entry {
      log.report(.unnamedManifest(path, entry.range))
      checkManifest(path, entry.range, &check, reporting: &log)
    }
  }

  private func checkManifest(
    _ path: String, _ place: SourceRange, _ check: inout HashCheck, reporting log: inout DiagnosticLog
  ) {
    guard let source = source(path, limit: BlockFile.maximumSize, named: place, reporting: &log) else {
      return
    }
    let manifest = Manifest(source, log.add(source), reporting: &log)
    check.check(manifest.files, isManifest: true, reporting: &log)
    check.check(manifest.unmanagedFiles, isManifest: false, reporting: &log)
    reportUndeclared(manifest, path, reporting: &log)
  }

  /// Reports the files of the package that a manifest with hashes does not list.
  private func reportUndeclared(_ manifest: Manifest, _ path: String, reporting log: inout DiagnosticLog) {
    guard manifest.files.contains(where: { $0.hash != nil }) else { return }
    let all = manifest.files + manifest.unmanagedFiles
    var listed = Set(all.flatMap { [$0.name] + $0.signatures }.compactMap { packagePath($0.text) })
    listed.formUnion([path, PackageMetadata.path])
    let others = entries.files.filter { file in
      !listed.contains(file) && ![".cert", ".cms", ".p7s", ".p7b"].contains { file.hasSuffix($0) }
    }
    if !others.isEmpty { log.report(.undeclared(others, manifest.file)) }
  }
}

extension Diagnostic {
  /// A file of a package that is there, but cannot be read.
  static func unreadableFile(_ error: LoadingError, _ place: SourceRange) -> Diagnostic {
    Diagnostic(.error, "package-unreadable-file", error.message, at: place)
  }

  fileprivate static func trouble(_ trouble: EntryTrouble, _ file: SourceFile.ID) -> Diagnostic {
    let place = SourceRange(startOf: file)
    switch trouble {
    case .unsafeName(let name, let reason):
      return Diagnostic(
        .error, "package-entry-name", "the entry '\(name)' is left out, its name is not safe: \(reason)",
        at: place)
    case .duplicate(let path):
      return Diagnostic(
        .error, "package-duplicate-entry", "'\(path)' is in the archive a second time; the first one is used",
        at: place)
    case .link(let path):
      return Diagnostic(
        .warning, "package-link", "'\(path)' is a symbolic link; links in an archive are not followed",
        at: place)
    }
  }

  fileprivate static func misplacedMetadata(_ path: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "package-metadata-place",
      "'\(path)' must be '\(PackageMetadata.path)' from the top of the package",
      at: place)
  }

  fileprivate static func noTemplate(_ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "package-without-template",
      "the package has neither '\(PackageMetadata.path)' nor a template '*.yaml' at its top", at: place)
  }

  fileprivate static func severalTemplates(_ paths: [String], _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "package-several-templates",
      "the package has \(paths.count) YAML files at its top (\(listed(paths, limit: 3))); 'Entry-Definitions' in "
        + "'\(PackageMetadata.path)' says which is the template", at: place)
  }

  fileprivate static func withoutMetadata(_ version: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "package-without-metadata",
      "a package of '\(version.text)' needs '\(PackageMetadata.path)'; without it are packages since version 1.1",
      at: version.range)
  }

  fileprivate static func misnamedManifest(_ path: String, _ name: String, _ place: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, "manifest-name", "the manifest '\(path)' must be called '\(name)', as the template is",
      at: place)
  }

  fileprivate static func unnamedManifest(_ path: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .info, "manifest-not-named",
      "'\(path)' is read, though no 'ETSI-Entry-Manifest' in TOSCA.meta names it",
      at: place)
  }

  fileprivate static func undeclared(_ paths: [String], _ file: SourceFile.ID) -> Diagnostic {
    let count = paths.count == 1 ? "1 file of the package is" : "\(paths.count) files of the package are"
    return Diagnostic(
      .info, "manifest-undeclared", "\(count) not in the manifest: \(listed(paths, limit: 3))",
      at: SourceRange(startOf: file))
  }
}
