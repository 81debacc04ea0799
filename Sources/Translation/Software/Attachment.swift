package import Diagnostics

/// A file that goes with the templates, such as a script that one of them names with `get_file`.
package struct Attachment: Hashable, Sendable {
  /// The name that the templates have for it, relative to themselves.
  package let name: String
  /// The name in the TOSCA file.
  package let path: String
  /// Where the TOSCA file names it.
  package let range: SourceRange
}

/// The files that go with the templates, each once.
struct Attachments: Sendable {
  private(set) var all: [Attachment] = []
  /// How the TOSCA files name each, and in which folder they are.
  private var sources: [String: (path: String, folder: Substring)] = [:]
  /// The folders that files are in.
  private var folders: Set<String> = []
  /// The names of the templates themselves.
  private let reserved: Set<String>

  init(beside reserved: [String] = []) {
    self.reserved = Set(reserved)
  }

  /// Adds a file that a TOSCA file of a folder names.
  ///
  /// - Returns: its name below the folder of the templates: that in the TOSCA file, without what leads out of its
  ///   folder. A file of the same name in another folder comes into a folder of its own.
  mutating func add(_ path: String, in folder: Substring, at range: SourceRange) -> String {
    let name = Self.name(of: path)
    var free = name
    var count = 1
    while isTaken(free) {
      if let other = sources[free], other == (path, folder) { return free }
      count += 1
      free = "files\(count)/\(name)"
    }
    sources[free] = (path, folder)
    var rest = free[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      folders.insert(String(rest))
    }
    all.append(Attachment(name: free, path: path, range: range))
    return free
  }

  /// Whether something else is at a path: a file, a folder with files in it, or a file that would have to be its folder.
  private func isTaken(_ path: String) -> Bool {
    var rest = path[...]
    while true {
      if reserved.contains(String(rest)) || sources[String(rest)] != nil || rest == "senlin" { return true }
      guard let slash = rest.lastIndex(of: "/") else { break }
      rest = rest[..<slash]
    }
    return folders.contains(path)
  }

  private static func name(of path: String) -> String {
    var parts: [Substring] = []
    for part in path.trimmingPrefix("file://").split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else { _ = parts.popLast() }
    }
    let name = parts.joined(separator: "/")
    return name.isEmpty || parts.count > 64 || name.utf8.count > 1024
      || name.utf8.contains { $0 < 32 || $0 == 127 } ? "file" : name
  }
}

extension TemplateBuilder {
  /// What a template writes as `get_file` for a file that the TOSCA template names, which then goes with it; a URL stays
  /// as it is.
  mutating func attach(_ path: String, at range: SourceRange) -> String {
    if path.contains("://"), !path.hasPrefix("file:") { return path }
    let importer = log[file: range.file].name
    let folder = importer.prefix(upTo: importer.lastIndex(of: "/") ?? importer.startIndex)
    return attachments.add(path, in: folder, at: range)
  }
}
