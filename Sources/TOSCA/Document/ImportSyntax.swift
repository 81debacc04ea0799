import Diagnostics
import YAML

/// An entry of `imports` (TOSCA Simple Profile 1.3, 3.6.8).
struct ImportSyntax: Sendable {
  let file: TOSCADocument.Word
  /// The repository that the file lies in.
  var repository: TOSCADocument.Word?
  /// What stands before a colon where the imported types are named.
  var prefix: TOSCADocument.Word?

  private static let keys: Keynames = ["file", "repository", "namespace_uri", "namespace_prefix"]

  /// Reads the section `imports`: names of files, maps with `file`, or either of them under a name.
  static func readAll(_ index: YAMLTree.Index, reader: inout SectionReader) -> [ImportSyntax] {
    var imports: [ImportSyntax] = []
    for item in reader.items(index, of: "'imports'") {
      if let syntax = ImportSyntax(unnested(item, reader.tree), reader: &reader) {
        imports.append(syntax)
      }
    }
    return imports
  }

  /// The form without a name of `name: file` and `name: {file: ...}`.
  private static func unnested(_ item: YAMLTree.Index, _ tree: YAMLTree) -> YAMLTree.Index {
    let pairs = Array(tree.pairs(item))
    guard pairs.count == 1, let (key, value) = pairs.first, !keys.contains(tree.text(key) ?? "") else {
      return item
    }
    return value
  }

  private init?(_ index: YAMLTree.Index, reader: inout SectionReader) {
    guard reader.tree.kind(index) == .mapping else {
      guard let file = reader.word(index, of: "an import") else { return nil }
      self.file = file
      return
    }
    reader.checkKeys(of: index, "an import", known: Self.keys)
    guard let file = reader.word(index, key: "file", of: "an import") else {
      if reader.lacks("file", index, known: Self.keys) {
        reader.log.report(.missingKeyname("file", of: "an import", reader.tree.range(index)))
      }
      return nil
    }
    self.file = file
    repository = reader.word(index, key: "repository", of: "an import")
    prefix = reader.word(index, key: "namespace_prefix", of: "an import")
  }
}

/// An entry of `repositories` (3.6.6).
struct RepositorySyntax: Sendable {
  let name: TOSCADocument.Word
  var url: TOSCADocument.Word?

  private static let keys: Keynames = ["description", "url", "credential"]

  init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let what = "repository '\(name.text)'"
    guard reader.tree.kind(index) == .mapping else {
      url = reader.word(index, of: what)
      return
    }
    reader.checkKeys(of: index, what, known: Self.keys)
    url = reader.word(index, key: "url", of: what)
    if reader.lacks("url", index, known: Self.keys) {
      reader.log.report(.missingKeyname("url", of: what, name.range))
    }
  }
}

extension Diagnostic {
  /// A key that an element must have and has not.
  static func missingKeyname(_ key: String, of what: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "missing-keyname", "\(what) has no '\(key)'", at: range)
  }
}
