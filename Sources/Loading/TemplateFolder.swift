import Diagnostics
import TOSCA

/// The templates in a folder.
struct TemplateFolder {
  private let listing: FolderListing

  init(_ listing: FolderListing) {
    self.listing = listing
  }

  /// The folder that the templates' imports may not leave.
  var boundary: String { listing.boundary }

  /// The package that the folder is; nil when it only holds templates.
  ///
  /// It is one when it has a TOSCA.meta, or when the only YAML file at its top is a template that all others in it
  /// belong to.
  func package(within bounds: LoadingBounds, _ remote: RemoteFiles) -> PackageFolder? {
    let package = PackageFolder(listing)
    if package.hasFile(PackageMetadata.path) { return package }
    let top = package.topFiles(endingIn: ".yaml", ".yml")
    guard top.count == 1, let roots = try? templates(within: bounds, remote) else { return nil }
    return roots.map(\.name) == top.map { join(listing.name, $0) } ? package : nil
  }

  /// The templates that no other one imports, in order of their paths.
  ///
  /// - Throws: when there is none.
  func templates(within bounds: LoadingBounds, _ remote: RemoteFiles) throws(LoadingError) -> [SourceFile] {
    let paths = yamlPaths
    let found = paths.compactMap { try? FileLoader.read(join(listing.name, $0)) }.filter(isTemplate)
    guard !found.isEmpty else {
      let reason = paths.isEmpty ? "it has no YAML file" : "no YAML file has 'tosca_definitions_version'"
      throw LoadingError("'\(listing.name)' holds no TOSCA template: \(reason)")
    }
    guard found.count > 1 else { return found }
    let imports = found.map { self.imports(of: $0, bounds, remote) }
    let imported = imports.reduce(into: Set<String>()) { $0.formUnion($1) }
    var roots = Set(found.indices.filter { !imported.contains(realPath(found[$0].name) ?? "") })
    // Of files that import each other the first stands for all.
    var covered = roots.reduce(into: Set<String>()) { $0.formUnion(imports[$1]) }
    for index in found.indices where !roots.contains(index) {
      guard let path = realPath(found[index].name), covered.insert(path).inserted else { continue }
      covered.formUnion(imports[index])
      roots.insert(index)
    }
    return roots.sorted().map { found[$0] }
  }

  /// The HOT templates and Senlin specs, in order of their paths.
  func openStackFiles() -> [SourceFile] {
    yamlPaths.compactMap { try? FileLoader.read(join(listing.name, $0)) }.filter(isOpenStack)
  }

  private var yamlPaths: [String] {
    listing.files.filter { path in [".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) } }
  }

  /// The real paths of the files that a template imports, also by way of others.
  private func imports(of source: SourceFile, _ bounds: LoadingBounds, _ remote: RemoteFiles) -> Set<String> {
    let files = FileLoader(importsOf: source.name, among: boundary, within: bounds, remote: remote)
    let loader = RecordingLoader(files)
    var log = DiagnosticLog()
    _ = readTopology(from: source, loader: loader, reporting: &log)
    return loader.loaded.subtracting([realPath(source.name) ?? ""])
  }

  private func isTemplate(_ source: SourceFile) -> Bool {
    !topWords(of: source, ["tosca_definitions_version"]).isEmpty
  }
}

/// Notes which files are loaded.
private final class RecordingLoader: SourceLoader {
  private let loader: FileLoader
  private(set) var loaded: Set<String> = []

  init(_ loader: FileLoader) {
    self.loader = loader
  }

  func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile {
    let source = try loader.load(name, importedBy: importer)
    if let path = realPath(source.name) { loaded.insert(path) }
    return source
  }
}
