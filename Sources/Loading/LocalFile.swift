import Glibc
import TOSCA

/// A regular file that is open for reading.
///
/// Only a regular file is read: a pipe or a device might never end.
struct LocalFile: ~Copyable {
  let descriptor: Int32
  /// The path as messages name it.
  let shown: String

  /// Opens a file; links are followed.
  init(_ path: String, shown: String) throws(LoadingError) {
    self.shown = shown
    descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw LoadingError(
        errno == ENOENT ? "there is no file '\(shown)'" : "'\(shown)' cannot be read: \(systemError())")
    }
    switch fileType(of: descriptor) {
    case S_IFREG: break
    case S_IFDIR: throw LoadingError("'\(shown)' is a folder, not a file")
    case nil: throw LoadingError("'\(shown)' cannot be read: \(systemError())")
    default: throw LoadingError("'\(shown)' is not a regular file")
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Hands out the rest of the file piece by piece.
  func read(take: (ArraySlice<UInt8>) throws(LoadingError) -> Void) throws(LoadingError) {
    try readPieces(of: descriptor, shown: shown, take: take)
  }

  /// Bytes from the middle of the file; fewer where it ends.
  func bytes(at offset: Int, count: Int) throws(LoadingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let descriptor = descriptor
    let found = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(descriptor, buffer.baseAddress, count, offset)
    }
    guard found >= 0 else { throw LoadingError("'\(shown)' cannot be read: \(systemError())") }
    bytes.removeLast(count - found)
    return bytes
  }

  /// How many bytes the file has.
  var size: Int {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// All that standard input gives, up to the limit of a template.
func readStandardInput() throws(LoadingError) -> [UInt8] {
  var bytes = LimitedBytes(of: "standard input")
  try readPieces(of: STDIN_FILENO, shown: "standard input") { piece throws(LoadingError) in
    try bytes.append(piece)
  }
  return bytes.bytes
}

private func readPieces(
  of descriptor: Int32, shown: String, take: (ArraySlice<UInt8>) throws(LoadingError) -> Void
) throws(LoadingError) {
  var buffer = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = unsafe buffer.withUnsafeMutableBytes { buffer in
      unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    }
    if count < 0, errno == EINTR || errno == EAGAIN { continue }
    guard count >= 0 else { throw LoadingError("'\(shown)' cannot be read: \(systemError())") }
    if count == 0 { return }
    try take(buffer[..<count])
  }
}

/// Bytes that are gathered up to the limit of a template.
struct LimitedBytes {
  private(set) var bytes: [UInt8] = []
  private let shown: String
  private let limit: Int

  init(of shown: String, limit: Int = FileLoader.maximumSize) {
    self.shown = shown
    self.limit = limit
  }

  mutating func append(_ piece: ArraySlice<UInt8>) throws(LoadingError) {
    guard bytes.count + piece.count <= limit else {
      throw LoadingError("'\(shown)' has over \(limit >> 20) MB, more than is ever needed")
    }
    bytes += piece
  }
}

/// What kind of file a descriptor is, as `S_IF` says it; nil when the system does not tell.
private func fileType(of descriptor: Int32) -> mode_t? {
  var status = stat()
  return unsafe fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : nil
}

/// What kind of file a path is, without following a link at its end; nil when there is none.
func fileType(at path: String) -> mode_t? {
  var status = stat()
  return unsafe lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}

/// The path with links and `..` followed, or nil when it leads nowhere.
func realPath(_ path: String) -> String? {
  guard let found = unsafe realpath(path.isEmpty ? "." : path, nil) else { return nil }
  defer { unsafe free(found) }
  return unsafe String(cString: found)
}

/// Whether a real path is a folder or lies in it.
func isInside(_ path: String, _ folder: String) -> Bool {
  path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
}

private func systemError() -> String {
  unsafe String(cString: strerror(errno))
}
