import Diagnostics
import TOSCA

/// What a package holds, be it an archive or a folder, read when it is asked for.
protocol PackageEntries: AnyObject {
  /// The path of the package as the user gave it.
  var name: String { get }
  /// The paths of the files from the top of the package, in order of their bytes.
  var files: [String] { get }
  /// What is wrong with the package whatever its files say.
  var troubles: [EntryTrouble] { get }

  func hasFile(_ path: String) -> Bool
  func hasFolder(_ path: String) -> Bool

  /// Hands out the bytes of a file piece by piece.
  func read(_ path: String, take: (ArraySlice<UInt8>) throws(LoadingError) -> Void) throws(LoadingError)
}

extension PackageEntries {
  /// The most files that a package may have.
  static var maximumFiles: Int { 100_000 }

  /// A file as findings name it: `vnf.csar/Definitions/vnfd.yaml`.
  func shown(_ path: String) -> String {
    join(name, path)
  }

  /// The path from the top of the package of a file that ``source(_:)`` gave; nil for any other.
  func path(of file: SourceFile) -> String? {
    let start = name.hasSuffix("/") ? name : name + "/"
    return file.name.hasPrefix(start) ? String(file.name.dropFirst(start.count)) : nil
  }

  /// A whole file.
  func source(_ path: String, limit: Int = FileLoader.maximumSize) throws(LoadingError) -> SourceFile {
    var bytes = LimitedBytes(of: path, limit: limit)
    try read(path) { piece throws(LoadingError) in try bytes.append(piece) }
    return SourceFile(name: shown(path), bytes: bytes.bytes)
  }

  /// The file that a path most likely meant: one of the same name elsewhere, or of a like name in the same folder.
  func nearestFile(to path: String) -> String? {
    let parent = folder(of: path)
    let name = path.dropFirst(parent.isEmpty ? 0 : parent.count + 1)
    if let same = files.first(where: { $0 == name || $0.hasSuffix("/" + name) }) { return same }
    let siblings = files.filter { folder(of: $0) == parent }.map { $0.dropFirst(path.count - name.count) }
    return nearestSpelling(to: String(name), among: siblings.map(String.init)).map { join(parent, $0) }
  }

  /// The files at the top of the package that end in one of these.
  func topFiles(endingIn ends: String...) -> [String] {
    files.filter { file in !file.contains("/") && ends.contains { file.lowercased().hasSuffix($0) } }
  }
}

/// Something about an entry that no file of the package is at fault for.
enum EntryTrouble: Hashable {
  /// The name is not one of a file in the package, for the reason given.
  case unsafeName(String, String)
  case duplicate(String)
  case link(String)
}

/// The path from the top of a package that `name` means in a folder of it; nil when it leads out of the package.
///
/// A name that begins with `/` starts at the top (TOSCA Simple Profile 1.3, 3.6.8).
func packagePath(_ name: String, in folder: String = "") -> String? {
  var parts = name.hasPrefix("/") ? [] : folder.split(separator: "/")
  for part in name.split(separator: "/") where part != "." {
    if part != ".." {
      parts.append(part)
    } else if parts.popLast() == nil {
      return nil
    }
  }
  return parts.joined(separator: "/")
}

/// Whether any of some paths, which are in order of their bytes, lies in a folder.
func containsFolder(_ folder: String, _ paths: [String]) -> Bool {
  let start = folder + "/"
  var (low, high) = (0, paths.count)
  while low < high {
    let middle = (low + high) / 2
    if paths[middle].utf8.lexicographicallyPrecedes(start.utf8) { low = middle + 1 } else { high = middle }
  }
  return low < paths.count && paths[low].utf8.starts(with: start.utf8)
}
