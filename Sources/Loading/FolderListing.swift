import FoundationEssentials
import Glibc
import TOSCA

/// The files in a folder and all folders below it.
///
/// Hidden ones are left out; links to folders are not followed, and links to files count if they lead to a file in the
/// folder.
struct FolderListing {
  /// The path of the folder as the user gave it.
  let name: String
  /// The folder with links and `..` followed.
  let boundary: String
  /// The paths of the files from the folder, in order of their bytes.
  private(set) var files: [String] = []

  init(_ path: String) throws(LoadingError) {
    guard let real = realPath(path) else { throw LoadingError("there is no folder '\(path)'") }
    name = path
    boundary = real
    var pending = [""]
    while let folder = pending.popLast() {
      for name in try Self.names(in: join(path, folder), isTop: folder.isEmpty) where !name.hasPrefix(".") {
        let inner = join(folder, name)
        switch fileType(at: join(path, inner)) {
        case S_IFREG: files.append(inner)
        case S_IFLNK where leadsToFile(inner): files.append(inner)
        case S_IFDIR: pending.append(inner)
        default: break
        }
        guard files.count + pending.count <= PackageFolder.maximumFiles else {
          throw LoadingError(
            "'\(path)' has over \(PackageFolder.maximumFiles) files; name the template itself")
        }
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(in folder: String, isTop: Bool) throws(LoadingError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      // What lies in a closed folder below is not there for this user.
      guard isTop else { return [] }
      throw LoadingError("the folder '\(folder)' cannot be read")
    }
  }

  private func leadsToFile(_ inner: String) -> Bool {
    guard let real = realPath(join(name, inner)), isInside(real, boundary) else { return false }
    return fileType(at: real) == S_IFREG
  }
}
