import Diagnostics
import TOSCA

/// Reads what the templates of a package import: other entries of it, never a file beside it.
struct PackageLoader: SourceLoader {
  let entries: any PackageEntries
  let remote: RemoteFiles

  func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile {
    let folder = folder(of: entries.path(of: importer) ?? "")
    switch try ImportTarget(name, importedBy: importer.name) {
    case .url(let url):
      if !remote.isAllowed, let copy = packedCopy(of: url, in: folder) { return try entries.source(copy) }
      return try remote.load(url)
    case .path(let target):
      guard !name.contains("://"), let path = packagePath(target, in: folder) else {
        throw LoadingError("'\(name)' lies outside the package")
      }
      guard entries.hasFile(path) else { throw LoadingError(missing(name, path)) }
      return try entries.source(path)
    }
  }

  func exists(_ name: String, relativeTo importer: SourceFile) -> Bool? {
    guard !name.contains("://"), let inner = entries.path(of: importer) else { return nil }
    guard let path = packagePath(name, in: folder(of: inner)) else { return false }
    return entries.hasFile(path) || entries.hasFolder(path)
  }

  /// The file beside the importing one that has the name of the file at a URL.
  ///
  /// Packages hold the type definitions that their templates import by the URL of their publisher; Tacker reads those.
  private func packedCopy(of url: String, in folder: String) -> String? {
    guard let name = url.split(separator: "/").last, let path = packagePath(String(name), in: folder),
      entries.hasFile(path)
    else { return nil }
    return path
  }

  private func missing(_ name: String, _ path: String) -> String {
    if entries.hasFolder(path) { return "'\(name)' is a folder of the package, not a template" }
    let base = "the package has no file '\(path)'"
    if let top = packagePath(name), top != path, entries.hasFile(top) {
      return "\(base); '/\(top)' would name the one at the top of the package"
    }
    return entries.nearestFile(to: path).map { "\(base); did you mean '\($0)'?" } ?? base
  }
}
