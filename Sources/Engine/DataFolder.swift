import FoundationEssentials
#if canImport(Glibc)
  import Glibc
#endif

/// The folder that holds an engine's database, its token and the lock of the one process that writes it.
package struct DataFolder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// `$XDG_STATE_HOME/libretto`, else `~/.local/state/libretto`.
  package static func standard(environment: [String: String]) throws(EngineError) -> DataFolder {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return DataFolder(state + "/libretto")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw .store("there is no home folder to keep the engine's data in; name a folder with --data")
    }
    return DataFolder(home + "/.local/state/libretto")
  }

  package var database: String { path + "/libretto.db" }
  package var tokenFile: String { path + "/token" }
  package var lockFile: String { path + "/lock" }

  /// Makes the folder, closed to other users, unless it is there.
  package func prepare() throws(EngineError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .store("'\(path)' is not a folder; remove it or name another folder with --data")
      }
    } else {
      do {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw .store("the folder '\(path)' cannot be made; make it or name another folder with --data")
      }
    }
    guard access(path, W_OK | X_OK) == 0 else {
      throw .store("the folder '\(path)' cannot be written; name another folder with --data")
    }
  }

  /// The secret that clients of the served engine show, made at its first use.
  package func token() throws(EngineError) -> String {
    try prepare()
    return try self.token(attempts: 3)
  }

  private func token(attempts: Int) throws(EngineError) -> String {
    if let text = contents(of: tokenFile) {
      let token = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      guard token.utf8.count >= 16 else {
        throw .store("'\(tokenFile)' holds no token; remove it, and the engine makes a new one")
      }
      return token
    }
    let token = RandomIDs.secret()
    let descriptor = open(tokenFile, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    // Another command may have made it in this moment; one that still cannot be read is no such case.
    if descriptor < 0, errno == EEXIST, attempts > 1 { return try self.token(attempts: attempts - 1) }
    guard descriptor >= 0 || errno != EEXIST else {
      throw .store(
        "'\(tokenFile)' cannot be read; change its permissions, or remove it and the engine makes a new one")
    }
    guard descriptor >= 0 else { throw .cannotOpen(tokenFile) }
    defer { _ = Glibc.close(descriptor) }
    guard write(token + "\n", to: descriptor) else { throw .cannotOpen(tokenFile) }
    return token
  }
}

// MARK: The lock

extension DataFolder {
  /// Who writes the folder.
  package struct Owner: Hashable, Sendable, Codable {
    package var pid: Int32
    /// Where it answers; nil for a command that serves no one.
    package var address: String?
  }

  /// What came of claiming the folder.
  package enum Claim: Sendable {
    /// This process may write, until the lock is released or the process ends.
    case owned(FolderLock)
    /// Another process writes; nil where it has not yet said who it is.
    case held(Owner?)
  }

  /// Takes the folder's lock, or says who has it.
  package func claim(address: String? = nil) throws(EngineError) -> Claim {
    try prepare()
    let descriptor = open(lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(lockFile) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isHeld = errno == EWOULDBLOCK
      _ = Glibc.close(descriptor)
      guard isHeld else {
        throw .store("'\(lockFile)' cannot be locked; name a folder on a local disk with --data")
      }
      let owner = contents(of: lockFile).flatMap {
        try? JSONDecoder().decode(Owner.self, from: Data($0.utf8))
      }
      return .held(owner)
    }
    let lock = FolderLock(descriptor: descriptor, path: lockFile)
    try lock.announce(address: address)
    return .owned(lock)
  }
}

/// The lock of a data folder, held until it is released or forgotten.
package final class FolderLock: Sendable {
  private let descriptor: CInt
  private let path: String

  fileprivate init(descriptor: CInt, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Writes into the lock file who holds it and where it answers.
  package func announce(address: String?) throws(EngineError) {
    let owner = DataFolder.Owner(pid: getpid(), address: address)
    let json = (try? JSONEncoder().encode(owner)) ?? Data()
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0,
      write(String(decoding: json, as: UTF8.self) + "\n", to: descriptor)
    else {
      throw .cannotOpen(path)
    }
  }

  deinit {
    // Closing gives the lock back; the file stays, because removing it would let two processes lock two files.
    _ = ftruncate(descriptor, 0)
    _ = close(descriptor)
  }
}

extension RandomIDs {
  /// A text of 32 hexadecimal digits that no one can guess.
  static func secret() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

private func contents(of path: String) -> String? {
  guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return nil }
  return String(decoding: bytes, as: UTF8.self)
}

private func write(_ text: String, to descriptor: CInt) -> Bool {
  var text = text
  return text.withUTF8 { Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count }
}

extension EngineError {
  fileprivate static func cannotOpen(_ path: String) -> EngineError {
    let reason = strerror(errno).map { String(cString: $0) } ?? "unknown trouble"
    return .store("'\(path)' cannot be written: \(reason.lowercased()); name another folder with --data")
  }
}
