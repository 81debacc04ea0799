package import Diagnostics
package import TOSCA

/// Reads templates and what they import from files, within bounds.
package struct FileLoader: SourceLoader {
  /// The most bytes that one file may have.
  package static let maximumSize = 64 << 20

  /// The folder that imports may not leave; nil when they may.
  private let boundary: String?
  private let remote: RemoteFiles

  /// Makes a loader for the imports of the template at `path`, whose folder bounds them.
  package init(importsOf path: String, within bounds: LoadingBounds = LoadingBounds()) {
    self.init(importsOf: path, within: bounds, remote: RemoteFiles(bounds))
  }

  /// Makes a loader for a template among those of a folder, which bounds them all; nil is the folder it is in.
  init(
    importsOf path: String, among boundary: String? = nil, within bounds: LoadingBounds, remote: RemoteFiles
  ) {
    let isFree = bounds.mayLeaveFolder || path == Self.standardInput
    self.boundary = isFree ? nil : boundary ?? realPath(folder(of: path))
    self.remote = remote
  }

  /// Makes a loader for the files that go with a template, which are never outside of its folder unless that is allowed;
  /// a template from standard input is in the folder at hand.
  init(filesOf path: String, among boundary: String?, within bounds: LoadingBounds, remote: RemoteFiles) {
    let own = path == Self.standardInput ? realPath(".") : realPath(folder(of: path))
    self.boundary = bounds.mayLeaveFolder ? nil : boundary ?? own
    self.remote = remote
  }

  /// The path that means standard input.
  package static let standardInput = "-"

  /// Reads the file that the user named; `-` is standard input.
  package static func read(_ path: String) throws(LoadingError) -> SourceFile {
    guard path != standardInput else {
      return SourceFile(name: "<stdin>", bytes: try readStandardInput())
    }
    return SourceFile(name: path, bytes: try read(path, shown: path))
  }

  package func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile {
    switch try ImportTarget(name, importedBy: importer.name) {
    case .url(let url):
      return try remote.load(url)
    case .path(let target):
      let path = target.hasPrefix("/") ? target : join(folder(of: importer.name), target)
      if let boundary, let real = realPath(path), !isInside(real, boundary) {
        throw LoadingError(
          "'\(name)' lies outside the folder '\(boundary)'; '--allow-outside' lets imports leave it"
        )
      }
      return SourceFile(name: path, bytes: try Self.read(path, shown: name))
    }
  }

  private static func read(_ path: String, shown: String) throws(LoadingError) -> [UInt8] {
    let file = try LocalFile(path, shown: shown)
    var bytes = LimitedBytes(of: shown)
    try file.read { piece throws(LoadingError) in try bytes.append(piece) }
    return bytes.bytes
  }
}

/// The folder that a path is in; empty when it names none.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The path of a name in a folder.
func join(_ folder: String, _ name: String) -> String {
  folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
}
