package import Diagnostics

/// Where the files come from that a template imports; `TOSCA` itself opens none.
package protocol SourceLoader {
  /// The file that `name` means in an import of the file `importer`.
  func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile

  /// Whether there is a file or folder that `name` means in the file `importer`; nil when that cannot be known, as where
  /// nothing says which files belong together, or for a URL.
  func exists(_ name: String, relativeTo importer: SourceFile) -> Bool?
}

extension SourceLoader {
  package func exists(_ name: String, relativeTo importer: SourceFile) -> Bool? { nil }
}

/// Why a file could not be read.
package struct LoadingError: Error, Hashable, Sendable {
  /// One sentence without a full stop that names the file and the trouble.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }
}
