package import Diagnostics
import Glibc
package import TOSCA

/// A template as the user names it: a file, or a package that holds it.
package struct TemplateSource {
  /// What the template is read from.
  private enum Form {
    /// A file, and the folder that its imports may not leave if it is not its own.
    case file(SourceFile, among: String?)
    case package(any PackageEntries)
    /// An archive that cannot be read.
    case damaged(String)
  }

  /// The path of the file or package.
  package let name: String
  private let form: Form
  private let bounds: LoadingBounds
  private let remote: RemoteFiles

  /// The templates that a path holds: that of a file, that of a package (an archive, or a folder in the same form), or
  /// those of the files in a folder that no other of them imports, and after them its HOT templates and Senlin specs
  /// if they are wanted.
  ///
  /// - Throws: when the path cannot be read, or leads to a folder without a template.
  package static func all(
    at path: String, within bounds: LoadingBounds = LoadingBounds(), withOpenStack: Bool = false
  ) throws(LoadingError) -> [TemplateSource] {
    let remote = RemoteFiles(bounds)
    func source(_ name: String, _ form: Form) -> TemplateSource {
      TemplateSource(name: name, form: form, bounds: bounds, remote: remote)
    }
    guard path != FileLoader.standardInput else {
      return [source(path, .file(try FileLoader.read(path), among: nil))]
    }
    if let real = realPath(path), fileType(at: real) == S_IFDIR {
      let folder = TemplateFolder(try FolderListing(path))
      if let package = folder.package(within: bounds, remote) { return [source(path, .package(package))] }
      let others = withOpenStack ? folder.openStackFiles() : []
      var templates: [SourceFile] = []
      do throws(LoadingError) {
        templates = try folder.templates(within: bounds, remote)
      } catch  where others.isEmpty {
        throw error
      } catch {}
      return (templates + others).map { source($0.name, .file($0, among: folder.boundary)) }
    }
    guard try isArchive(path) else { return [source(path, .file(try FileLoader.read(path), among: nil))] }
    let file = try LocalFile(path, shown: path)
    do throws(ArchiveError) {
      return [source(path, .package(try ZipArchive(file, name: path)))]
    } catch {
      switch error {
      case .damaged(let message): return [source(path, .damaged(message))]
      case .unavailable(let error): throw error
      }
    }
  }

  /// The file that the template is, if it is no package.
  var file: SourceFile? {
    if case .file(let file, _) = form { file } else { nil }
  }

  /// The one template that a path holds.
  ///
  /// - Throws: also when the path leads to a folder with several.
  package static func one(
    at path: String, within bounds: LoadingBounds = LoadingBounds()
  ) throws(LoadingError) -> TemplateSource {
    let found = try all(at: path, within: bounds)
    guard let first = found.first, found.count == 1 else {
      let list = listed(found.map(\.name), limit: 3)
      throw LoadingError("'\(path)' holds \(found.count) templates (\(list)); name one of them")
    }
    return first
  }

  /// Reads the template with all that it imports, checks the package that it is in, and makes its graph.
  ///
  /// - Returns: nil when there is no template; the log says why.
  package func readTopology(
    inputs: [InputSource] = [], reporting log: inout DiagnosticLog
  ) -> Topology? {
    switch form {
    case .file(let source, let boundary):
      let loader = FileLoader(importsOf: name, among: boundary, within: bounds, remote: remote)
      return TOSCA.readTopology(from: source, loader: loader, inputs: inputs, reporting: &log)
    case .package(let entries):
      return Package(entries, remote, reporting: &log).readTopology(inputs: inputs, reporting: &log)
    case .damaged(let message):
      let file = log.add(SourceFile(name: name, bytes: []))
      log.report(.damagedArchive(message, file))
      return nil
    }
  }

  /// The bytes of a file that a file of the template names, such as a script.
  ///
  /// The name is relative to the file that names it, or to the template or the top of the package, as many templates have
  /// it. What lies outside the template's folder or the package is not read.
  package func bytes(of path: String, namedBy file: SourceFile) throws(LoadingError) -> [UInt8] {
    switch form {
    case .file(let source, let boundary):
      let loader = FileLoader(filesOf: name, among: boundary, within: bounds, remote: remote)
      let beside = SourceFile(name: source.name, bytes: [])
      return try first(of: path, from: [file, beside], loader)
    case .package(let entries):
      // A name may begin with '/', or leave a folder that is itself at the top.
      let top = SourceFile(name: entries.shown("top"), bytes: [])
      return try first(of: path, from: [file, top], PackageLoader(entries: entries, remote: remote))
    case .damaged(let message): throw LoadingError(message)
    }
  }

  /// The file that is there, as the first of some files names it.
  private func first(
    of path: String, from files: [SourceFile], _ loader: some SourceLoader
  ) throws(LoadingError) -> [UInt8] {
    var failure: LoadingError?
    for file in files {
      do throws(LoadingError) {
        return try loader.load(path, importedBy: file).bytes
      } catch {
        failure = failure ?? error
      }
    }
    throw failure ?? LoadingError("there is no file '\(path)'")
  }

  /// What the package holds; nil for a lone file.
  var packageEntries: (any PackageEntries)? {
    if case .package(let entries) = form { entries } else { nil }
  }

  /// Whether a file is an archive, by its first bytes or by its name.
  private static func isArchive(_ path: String) throws(LoadingError) -> Bool {
    let start = try LocalFile(path, shown: path).bytes(at: 0, count: 4)
    return start == [0x50, 0x4B, 3, 4] || start == [0x50, 0x4B, 5, 6]
      || [".csar", ".zip"].contains { path.lowercased().hasSuffix($0) }
  }
}

extension Diagnostic {
  fileprivate static func damagedArchive(_ message: String, _ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(.error, "package-archive", message, at: SourceRange(startOf: file))
  }
}
