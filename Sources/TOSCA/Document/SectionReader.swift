import Diagnostics
import YAML

/// Reads the parts of one tree and reports what does not have the form that is asked for.
struct SectionReader {
  let tree: YAMLTree
  var log: DiagnosticLog

  func word(_ index: YAMLTree.Index) -> TOSCADocument.Word {
    TOSCADocument.Word(text: tree.text(index) ?? "", range: tree.range(index))
  }

  /// The pairs of a map; anything else but nothing at all is reported.
  mutating func pairs(_ index: YAMLTree.Index, of what: @autoclosure () -> String) -> [(
    key: YAMLTree.Index, value: YAMLTree.Index
  )] {
    guard tree.kind(index) == .mapping else {
      if !tree.isNull(index) {
        log.report(.wrongForm(what(), wanted: "a map", found: describe(index), tree.range(index)))
      }
      return []
    }
    return Array(tree.pairs(index))
  }

  mutating func items(_ index: YAMLTree.Index, of what: @autoclosure () -> String) -> [YAMLTree.Index] {
    guard tree.kind(index) == .sequence else {
      if !tree.isNull(index) {
        log.report(.wrongForm(what(), wanted: "a list", found: describe(index), tree.range(index)))
      }
      return []
    }
    return Array(tree.items(index))
  }

  /// A scalar; a list, a map or nothing is reported.
  mutating func word(_ index: YAMLTree.Index, of what: @autoclosure () -> String) -> TOSCADocument.Word? {
    guard tree.kind(index) == .scalar, !tree.isNull(index) else {
      log.report(.wrongForm(what(), wanted: "a word", found: describe(index), tree.range(index)))
      return nil
    }
    return word(index)
  }

  mutating func assignments(_ index: YAMLTree.Index, of what: @autoclosure () -> String) -> [Assignment] {
    pairs(index, of: what()).map { Assignment(name: word($0), value: PropertyValue(tree, $1)) }
  }

  /// Reports the keys of a map that are not among the known ones; anything but a map is passed over.
  mutating func checkKeys(of index: YAMLTree.Index, _ what: @autoclosure () -> String, known: [String]) {
    for (key, _) in tree.pairs(index) where !known.contains(tree.text(key) ?? "") {
      reportUnknownKey(key, of: what(), known: known)
    }
  }

  mutating func reportUnknownKey(_ key: YAMLTree.Index, of what: String, known: [String]) {
    let word = word(key)
    log.report(
      Diagnostic(
        .error, "unknown-key", "'\(word.text)' is not a key of \(what)", at: word.range,
        suggestion: nearestSpelling(to: word.text, among: known)))
  }

  private func describe(_ index: YAMLTree.Index) -> String {
    switch tree.kind(index) {
    case .mapping: "a map"
    case .sequence: "a list"
    case .scalar: tree.isNull(index) ? "nothing" : "'\(tree.text(index) ?? "")'"
    }
  }
}

extension Diagnostic {
  fileprivate static func wrongForm(
    _ what: String, wanted: String, found: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(.error, "wrong-form", "\(what) must be \(wanted), not \(found)", at: range)
  }
}
