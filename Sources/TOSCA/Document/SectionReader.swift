import Diagnostics
import YAML

/// Reads the parts of one tree and reports what does not have the form that is asked for.
struct SectionReader {
  let tree: YAMLTree
  /// The grammar whose keynames the file may use.
  let grammar: Grammar
  /// Whether the file is written in the NFV profile, whose users write what TOSCA itself does not have.
  let isNFV: Bool
  var log: DiagnosticLog

  init(tree: YAMLTree, grammar: Grammar, isNFV: Bool, log: DiagnosticLog) {
    self.tree = tree
    self.grammar = grammar
    self.isNFV = isNFV
    self.log = log
  }

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

  /// A description; nothing at all is none.
  mutating func description(_ index: YAMLTree.Index, of what: @autoclosure () -> String) -> String? {
    tree.isNull(index) ? nil : word(index, of: "the description of \(what())")?.text
  }

  /// The word of a key of a map, where there is one.
  mutating func word(_ index: YAMLTree.Index, key: String, of what: @autoclosure () -> String)
    -> TOSCADocument.Word?
  {
    guard let value = tree.value(index, key) else { return nil }
    return word(value, of: "'\(key)' of \(what())")
  }

  /// A list of words; one word alone counts as a list of one.
  mutating func words(_ index: YAMLTree.Index, of what: @autoclosure () -> String) -> [TOSCADocument.Word] {
    if tree.kind(index) == .scalar, !tree.isNull(index) { return [word(index)] }
    var words: [TOSCADocument.Word] = []
    for item in items(index, of: what()) {
      if let word = word(item, of: "an item of \(what())") { words.append(word) }
    }
    return words
  }

  /// Whether a key is among those that the element may have; one that is not is reported.
  ///
  /// A keyname of a later version is reported and read.
  mutating func isKnown(_ key: YAMLTree.Index, of what: @autoclosure () -> String, _ keynames: Keynames)
    -> Bool
  {
    let name = tree.text(key) ?? ""
    guard keynames.contains(name) else {
      reportUnknownKey(key, of: what(), known: keynames.names)
      return false
    }
    if let version = keynames.version(of: name), version > grammar {
      log.report(.keynameOfLaterVersion(word(key), version, grammar))
    }
    return true
  }

  /// Reports the keys of a map that are not among the known ones; anything but a map is passed over.
  mutating func checkKeys(of index: YAMLTree.Index, _ what: @autoclosure () -> String, known: Keynames) {
    for (key, _) in tree.pairs(index) {
      _ = isKnown(key, of: what(), known)
    }
  }

  /// Whether a map has neither a key nor a misspelling of it; the misspelling was reported.
  func lacks(_ keyname: String, _ index: YAMLTree.Index, known: Keynames) -> Bool {
    lacks(keyname, tree.pairs(index).map(\.key), known: known)
  }

  /// Whether neither a key nor a misspelling of it is among the keys of a map.
  func lacks(_ keyname: String, _ keys: [YAMLTree.Index], known: Keynames) -> Bool {
    !keys.contains { tree.has($0, text: keyname) } && !misspells(keyname, keys, known: known)
  }

  /// Whether one of the keys of a map is no keyname and most likely means the given one.
  func misspells(_ keyname: String, _ keys: [YAMLTree.Index], known: Keynames) -> Bool {
    keys.contains { key in
      let name = tree.text(key) ?? ""
      return !known.contains(name) && nearestSpelling(to: name, among: known.names) == keyname
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

  fileprivate static func keynameOfLaterVersion(
    _ key: TOSCADocument.Word, _ version: Grammar, _ grammar: Grammar
  ) -> Diagnostic {
    Diagnostic(
      .warning, "keyname-version",
      "'\(key.text)' is a keyname since \(version.name), but this file is written in \(grammar.name); it is read",
      at: key.range)
  }
}
