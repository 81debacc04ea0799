/// One file that was read, as findings show it.
package struct SourceFile: Sendable {
  /// The file's place in ``DiagnosticLog/files``.
  package struct ID: Hashable, Sendable {
    package let index: Int32

    package init(index: Int32) {
      self.index = index
    }
  }

  /// The path as it was given, or as it was imported relative to it; `<stdin>` for standard input.
  package let name: String
  /// The file's text, for excerpts.
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The text of a line that counts from 1, without its end; empty when there is no such line.
  package func line(_ number: Int32) -> String {
    String(decoding: LineTable(bytes).line(number), as: UTF8.self)
  }
}
