import FoundationEssentials
import TOSCA

/// What the name of an import means in the file that it stands in.
enum ImportTarget: Hashable {
  case url(String)
  /// A path, relative to the importing file unless it begins with `/`.
  case path(String)

  /// Reads a name; in a file that came over the network a relative name is a URL too.
  init(_ name: String, importedBy importer: String) throws(LoadingError) {
    guard name.utf8.count <= 8192 else {
      throw LoadingError("the name of the import has \(name.utf8.count) bytes, more than any file's")
    }
    guard !name.utf8.contains(0) else {
      throw LoadingError("'\(name)' is no name of a file: it has a null character")
    }
    switch Self.scheme(of: name) {
    case "http", "https":
      self = .url(name)
    case "file":
      guard let path = URL(string: name)?.path(percentEncoded: false), path.hasPrefix("/") else {
        throw LoadingError("'\(name)' is not read: it has no path")
      }
      self = .path(path)
    case let other?:
      throw LoadingError(
        "'\(name)' is not read: imports are files or lie at http, https or file URLs, not \(other)")
    case nil where Self.isURL(importer):
      guard let url = URL(string: name, relativeTo: URL(string: importer)) else {
        throw LoadingError("'\(name)' is no URL relative to '\(importer)'")
      }
      self = .url(url.absoluteString)
    case nil:
      self = .path(name)
    }
  }

  /// Whether a name is an `http` or `https` URL.
  static func isURL(_ name: String) -> Bool {
    ["http", "https"].contains(scheme(of: name))
  }

  /// The part before `://` in small letters; nil when there is none.
  private static func scheme(of name: String) -> String? {
    guard let end = name.firstRange(of: "://")?.lowerBound, end != name.startIndex else { return nil }
    return name[..<end].lowercased()
  }
}
