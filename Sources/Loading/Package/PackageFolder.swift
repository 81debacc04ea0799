import Glibc
import TOSCA

/// A package that is unpacked in a folder.
final class PackageFolder: PackageEntries {
  let name: String
  let files: [String]
  let troubles: [EntryTrouble] = []
  /// The folder itself; what a link leads to lies in it too.
  private let boundary: String

  init(_ listing: FolderListing) {
    name = listing.name
    files = listing.files
    boundary = listing.boundary
  }

  func hasFile(_ path: String) -> Bool {
    kind(of: path) == S_IFREG
  }

  func hasFolder(_ path: String) -> Bool {
    kind(of: path) == S_IFDIR
  }

  func read(_ path: String, take: (ArraySlice<UInt8>) throws(LoadingError) -> Void) throws(LoadingError) {
    let outside = "'\(path)' is a link that leads out of the package"
    if let real = realPath(join(name, path)), !isInside(real, boundary) { throw LoadingError(outside) }
    try LocalFile(join(name, path), shown: path).read(take: take)
  }

  /// What a path leads to, links followed; nil when that is nothing in the package.
  private func kind(of path: String) -> mode_t? {
    guard !path.isEmpty, let real = realPath(join(name, path)), isInside(real, boundary) else { return nil }
    return fileType(at: real)
  }
}
