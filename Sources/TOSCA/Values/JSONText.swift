import Diagnostics
import YAML

extension PropertyValue {
  /// Whether a text can be JSON; nil when that cannot be said.
  ///
  /// JSON is YAML in braces, brackets and double quotes, so the YAML parser reads it (but for pairs of surrogates, which
  /// libyaml refuses). What only YAML allows inside of the braces, such as a word without quotes, is let through.
  static func isJSON(_ text: String) -> Bool? {
    guard !text.contains("\\ud"), !text.contains("\\uD") else { return nil }
    let bytes = Array(text.utf8)
    var log = DiagnosticLog()
    let file = log.add(SourceFile(name: "JSON", bytes: bytes))
    let tree = YAMLTree(parsing: bytes, file: file, limits: .withoutAliases, reporting: &log)
    if log.findings.contains(where: { $0.code == "yaml-nesting" }) { return nil }
    guard let root = tree.root, !log.findings.contains(where: { $0.code == "yaml-syntax" }) else {
      return false
    }
    let first = bytes.first { !" \t\r\n".utf8.contains($0) }
    switch tree.kind(root) {
    case .mapping: return first == UInt8(ascii: "{")
    case .sequence: return first == UInt8(ascii: "[")
    case .scalar:
      if case .string? = tree.scalar(root) { return first == UInt8(ascii: "\"") }
      return true
    }
  }
}
