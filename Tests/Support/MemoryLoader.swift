package import Diagnostics
package import TOSCA

/// Gives the files that a template imports from memory.
package struct MemoryLoader: SourceLoader {
  package var files: [String: String]

  package init(_ files: [String: String] = [:]) {
    self.files = files
  }

  package func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile {
    guard let text = files[name] else {
      throw LoadingError("there is no file '\(name)'")
    }
    return SourceFile(name: name, bytes: Array(text.utf8))
  }

  /// A name is that of a file whatever names it; without any files nothing is known.
  package func exists(_ name: String, relativeTo importer: SourceFile) -> Bool? {
    files.isEmpty ? nil : files[name] != nil
  }
}
