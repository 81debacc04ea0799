package import Diagnostics

/// Where the files come from that a template imports; `TOSCA` itself opens none.
package protocol SourceLoader {
  /// The file that `name` means in an import of the file `importer`.
  func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile
}

/// Why a file could not be read.
package struct LoadingError: Error, Hashable, Sendable {
  /// One sentence without a full stop that names the file and the trouble.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }
}
