import CZip
import Glibc
import TOSCA

/// A package in an archive, which is read in place by libzip and never unpacked.
///
/// The functions of libzip and the archive lie at one address each until the end.
@safe final class ZipArchive: PackageEntries {
  let name: String
  private(set) var files: [String] = []
  private(set) var troubles: [EntryTrouble] = []
  private var folders: Set<String> = []
  private var indices: [String: UInt64] = [:]

  private let zip: UnsafeMutablePointer<libzip>
  private let archive: OpaquePointer

  /// Opens the archive and reads its directory.
  init(_ file: borrowing LocalFile, name: String) throws(ArchiveError) {
    self.name = name
    try checkEnd(of: file)
    unsafe zip = .allocate(capacity: 1)
    var code: Int32 = 0
    // The archive closes the descriptor that it is given.
    let descriptor = dup(file.descriptor)
    guard unsafe libzip_load(zip), let opened = unsafe libzip_open(zip, descriptor, &code) else {
      close(descriptor)
      unsafe zip.deallocate()
      guard code != 0 else {
        throw .unavailable(LoadingError("'\(name)' needs the library libzip, which is not there; install it"))
      }
      throw .damaged("the archive is damaged: \(words(for: code))")
    }
    unsafe archive = opened
    readDirectory()
  }

  deinit {
    unsafe libzip_close(zip, archive)
    unsafe zip.deallocate()
  }

  func hasFile(_ path: String) -> Bool {
    indices[path] != nil
  }

  func hasFolder(_ path: String) -> Bool {
    folders.contains(path) || containsFolder(path, files)
  }

  func read(_ path: String, take: (ArraySlice<UInt8>) throws(LoadingError) -> Void) throws(LoadingError) {
    guard let index = indices[path] else { throw LoadingError("the package has no file '\(path)'") }
    guard let entry = unsafe libzip_open_entry(zip, archive, index) else {
      throw LoadingError("'\(path)' cannot be read: \(words(for: unsafe libzip_trouble(zip, archive)))")
    }
    defer { unsafe libzip_close_entry(zip, entry) }
    var expansion = expansion(of: path, index)
    try expansion.checkStart()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        guard let start = bytes.baseAddress else { return 0 }
        return Int(unsafe libzip_read(zip, entry, start, UInt64(bytes.count)))
      }
      guard count >= 0 else {
        let words = words(for: unsafe libzip_entry_trouble(zip, entry))
        throw LoadingError("'\(path)' cannot be read: \(words)")
      }
      if count == 0 { return try expansion.checkEnd() }
      try expansion.add(count)
      try take(buffer[..<count])
    }
  }
}

extension ZipArchive {
  private func readDirectory() {
    let count = max(0, unsafe libzip_count(zip, archive))
    var seen: Set<String> = []
    for index in 0..<UInt64(count) {
      guard let found = unsafe libzip_name(zip, archive, index) else { continue }
      let name = unsafe String(cString: found)
      let isFolder = name.hasSuffix("/")
      let path = String((isFolder ? name.dropLast() : name[...]).trimmingPrefix("./"))
      if let reason = whyUnsafe(path) {
        if name != "./" { troubles.append(.unsafeName(name, reason)) }
      } else if isFolder {
        folders.insert(path)
      } else if !seen.insert(path).inserted {
        troubles.append(.duplicate(path))
      } else if unsafe libzip_mode(zip, archive, index) & UInt32(S_IFMT) == UInt32(S_IFLNK) {
        troubles.append(.link(path))
      } else {
        indices[path] = index
        files.append(path)
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func expansion(of path: String, _ index: UInt64) -> Expansion {
    var status = unsafe zip_stat_t()
    let valid = unsafe libzip_stat(zip, archive, index, &status) ? status.valid : 0
    return Expansion(
      path: path, packed: valid & UInt64(ZIP_STAT_COMP_SIZE) != 0 ? unsafe status.comp_size : nil,
      announced: valid & UInt64(ZIP_STAT_SIZE) != 0 ? unsafe status.size : nil)
  }
}

/// How an entry grows while it is unpacked, compared with what the directory says of it.
private struct Expansion {
  /// From here on an entry may not grow to a thousand times its packed size; deflate reaches that with zeros only.
  private static let unchecked: UInt64 = 64 << 20

  let path: String
  let packed: UInt64?
  let announced: UInt64?
  private var actual: UInt64 = 0

  init(path: String, packed: UInt64?, announced: UInt64?) {
    self.path = path
    self.packed = packed
    self.announced = announced
  }

  func checkStart() throws(LoadingError) {
    try check(announced ?? 0)
  }

  mutating func add(_ count: Int) throws(LoadingError) {
    actual += UInt64(count)
    if let announced, actual > announced {
      throw LoadingError("'\(path)' is longer than the \(announced) bytes that the archive's directory says")
    }
    try check(actual)
  }

  func checkEnd() throws(LoadingError) {
    if let announced, actual < announced {
      throw LoadingError(
        "'\(path)' has \(actual) bytes, not the \(announced) that the archive's directory says")
    }
  }

  private func check(_ size: UInt64) throws(LoadingError) {
    if let packed, size > Self.unchecked, size / 1000 > packed {
      throw LoadingError("'\(path)' unpacks to over a thousand times its size and is not read")
    }
  }
}

/// Why a name is not one of a file in a package; nil when it is.
private func whyUnsafe(_ path: String) -> String? {
  let bytes = path.utf8
  if path.isEmpty { return "it is empty" }
  if path.hasPrefix("/") { return "it begins with '/'" }
  if bytes.contains(UInt8(ascii: "\\")) { return "it has a backslash; '/' parts the folders of an archive" }
  if bytes.dropFirst().first == UInt8(ascii: ":") { return "it begins with a drive" }
  if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "it has a control character" }
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  if parts.contains("..") { return "it leads out of its folder by '..'" }
  if parts.contains("") || parts.contains(".") { return "it has an empty part" }
  return bytes.count > 4096 ? "it has over 4096 bytes" : nil
}

/// What a `ZIP_ER_` code means to the user.
private func words(for code: Int32) -> String {
  switch code {
  case ZIP_ER_NOZIP: "it is no zip archive, or its end is missing"
  case ZIP_ER_MULTIDISK: "it is one part of several"
  case ZIP_ER_COMPNOTSUPP: "it is compressed by a method that is not supported; deflate is"
  case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD: "it is encrypted"
  case ZIP_ER_CRC: "its checksum is wrong"
  case ZIP_ER_EOF, ZIP_ER_SEEK: "it ends too early"
  case ZIP_ER_INCONS, ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA: "its parts contradict each other"
  case ZIP_ER_MEMORY: "there is not enough memory for it"
  default: "libzip refuses it (error \(code))"
  }
}
