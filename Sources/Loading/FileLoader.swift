package import Diagnostics
import Glibc
package import TOSCA

/// Reads templates and what they import from files, within bounds.
package struct FileLoader: SourceLoader {
  /// The most bytes that one file may have.
  package static let maximumSize = 64 << 20

  /// The folder that imports may not leave; nil when they may.
  private let boundary: String?

  /// Makes a loader for the imports of the template at `path`, whose folder bounds them.
  package init(importsOf path: String, mayLeaveFolder: Bool = false) {
    boundary = mayLeaveFolder || path == Self.standardInput ? nil : realPath(folder(of: path))
  }

  /// The path that means standard input.
  package static let standardInput = "-"

  /// Reads the file that the user named; `-` is standard input.
  package static func read(_ path: String) throws(LoadingError) -> SourceFile {
    guard path != standardInput else {
      return SourceFile(name: "<stdin>", bytes: try read(STDIN_FILENO, shown: "standard input"))
    }
    return SourceFile(name: path, bytes: try read(path, shown: path))
  }

  package func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile {
    guard !name.contains("://") else {
      throw LoadingError("'\(name)' is not read: imports over the network are not supported")
    }
    let path = name.hasPrefix("/") ? name : join(folder(of: importer.name), name)
    if let boundary, let real = realPath(path), !real.hasPrefix(boundary == "/" ? "/" : boundary + "/") {
      throw LoadingError(
        "'\(name)' lies outside the template's folder '\(boundary)'; '--allow-outside' lets imports leave it")
    }
    return SourceFile(name: path, bytes: try Self.read(path, shown: name))
  }

  private static func read(_ path: String, shown: String) throws(LoadingError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw LoadingError(
        errno == ENOENT ? "there is no file '\(shown)'" : "'\(shown)' cannot be read: \(systemError())")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw LoadingError("'\(shown)' cannot be read: \(systemError())")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw LoadingError("'\(shown)' is a folder, not a template")
    default: throw LoadingError("'\(shown)' is not a regular file")
    }
    return try read(descriptor, shown: shown)
  }

  private static func read(_ descriptor: Int32, shown: String) throws(LoadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    let step = 1 << 18
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: step))
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: start), step)
      }
      if count < 0, errno == EINTR || errno == EAGAIN {
        bytes.removeLast(step)
        continue
      }
      guard count >= 0 else {
        throw LoadingError("'\(shown)' cannot be read: \(systemError())")
      }
      bytes.removeLast(step - count)
      guard bytes.count <= maximumSize else {
        throw LoadingError("'\(shown)' has over \(maximumSize >> 20) MB, more than any template needs")
      }
      if count == 0 { return bytes }
    }
  }
}

private func systemError() -> String {
  String(cString: strerror(errno))
}

private func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

private func join(_ folder: String, _ name: String) -> String {
  folder.isEmpty ? name : folder == "/" ? "/" + name : folder + "/" + name
}

/// The path with links and `..` followed, or nil when it leads nowhere.
private func realPath(_ path: String) -> String? {
  guard let found = realpath(path.isEmpty ? "." : path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}
