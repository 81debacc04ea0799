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
    var current: Int32 = 1
    var start = bytes.startIndex
    while current < number, let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      start = end + 1
      current += 1
    }
    guard current == number else { return "" }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return text.hasSuffix("\r") ? String(text.dropLast()) : text
  }
}
