package import Diagnostics
package import YAML

/// What the author of a file wants to hear nothing about, as the file states it.
///
/// A comment `# libretto: ignore RULE` counts for its line or, on a line of its own, for the next one; the key
/// `libretto.ignore` under `metadata` for all of the element that has the metadata.
struct SuppressionReader {
  private static let word = "libretto:"
  private static let key = "libretto.ignore"
  private static let verb = "ignore"

  /// How many words of a comment are read.
  private static let longestComment = 100

  private let tree: YAMLTree
  private(set) var log: DiagnosticLog
  private var suppressions: [Suppression] = []

  /// Reads the suppressions of the file that a tree was made of, and registers them.
  init(_ tree: YAMLTree, bytes: [UInt8], _ log: DiagnosticLog) {
    self.tree = tree
    self.log = log
    for comment in tree.comments(beginningWith: Self.word, in: bytes) {
      read(comment)
    }
    if firstOffset(of: Self.key, in: bytes) != nil { readMetadata() }
    self.log.suppress(suppressions, in: tree.file)
  }

  private mutating func read(_ comment: YAMLComment) {
    var words = Self.words(of: comment)[...]
    guard let verb = words.popFirst() else { return }
    guard verb.text == Self.verb else {
      // Other words are a comment like any other, if they are no misspelling.
      let near = nearestSpelling(to: verb.text, among: [Self.verb])
      if near != nil { log.report(.wrongVerb(verb, near)) }
      return
    }
    let rules = words.prefix { $0.text != "--" }
    guard !rules.isEmpty else {
      log.report(.namesNoRule(verb.range))
      return
    }
    // A comment after all that the file has is for no line, and so for nothing.
    for rule in rules { add(rule, for: .line(comment.subject ?? 0)) }
  }

  /// The words of a comment, between blanks and commas.
  private static func words(of comment: YAMLComment) -> [TOSCADocument.Word] {
    var words: [TOSCADocument.Word] = []
    var (text, start, column) = ("", 0, Int(comment.range.start.column))
    func location(_ column: Int) -> SourceLocation {
      SourceLocation(line: Int(comment.range.start.line), column: column)
    }
    for scalar in comment.text.unicodeScalars + [" "] where words.count < longestComment {
      if scalar == " " || scalar == "\t" || scalar == "," {
        if !text.isEmpty {
          let range = SourceRange(
            file: comment.range.file, start: location(start), end: location(column))
          words.append(TOSCADocument.Word(text: text, range: range))
          text = ""
        }
      } else {
        if text.isEmpty { start = column }
        text.unicodeScalars.append(scalar)
      }
      column += 1
    }
    return words
  }

  /// Walks over what is written; what an alias repeats is looked at where it is written.
  private mutating func readMetadata() {
    guard let root = tree.root else { return }
    let file = Suppression.Scope.element(
      start: SourceLocation(line: 1, column: 1), end: SourceLocation(line: .max, column: .max))
    var open = [(index: root, scope: file)]
    while let (index, scope) = open.popLast() {
      for (key, value) in tree.pairs(index) where !tree.isAlias(key) {
        if tree.has(key, text: "metadata"), let rules = tree.value(value, Self.key) {
          read(rules, for: scope)
        }
        if !tree.isAlias(value), tree.kind(value) != .scalar {
          open.append((value, element(from: key, to: value)))
        }
      }
      for item in tree.items(index) where !tree.isAlias(item) && tree.kind(item) != .scalar {
        open.append((item, element(from: item, to: item)))
      }
    }
  }

  private func element(from first: YAMLTree.Index, to last: YAMLTree.Index) -> Suppression.Scope {
    .element(start: tree.range(first).start, end: tree.range(last).end)
  }

  /// Reads the value of `libretto.ignore`, a list or a single word.
  private mutating func read(_ rules: YAMLTree.Index, for scope: Suppression.Scope) {
    let items = tree.kind(rules) == .sequence ? Array(tree.items(rules)) : [rules]
    if items.isEmpty { log.report(.namesNoRule(tree.range(rules))) }
    for item in items {
      if let text = tree.text(item), !tree.isNull(item) {
        add(TOSCADocument.Word(text: text, range: tree.range(item)), for: scope)
      } else {
        log.report(.namesNoRule(tree.range(item)))
      }
    }
  }

  private mutating func add(_ rule: TOSCADocument.Word, for scope: Suppression.Scope) {
    guard log.policy.knownRules.contains(rule.text) else {
      log.report(.unknownRule(rule, log.policy.knownRules))
      return
    }
    suppressions.append(Suppression(rule.text, at: rule.range, for: scope))
  }
}

extension DiagnosticLog {
  /// Registers the suppressions of the file that a tree was made of; nearly every file has none.
  package mutating func readSuppressions(in tree: YAMLTree) {
    let bytes = self[file: tree.file].bytes
    guard firstOffset(of: "libretto", in: bytes) != nil else { return }
    self = SuppressionReader(tree, bytes: bytes, self).log
  }
}

extension Diagnostic {
  fileprivate static func wrongVerb(_ verb: TOSCADocument.Word, _ near: String?) -> Diagnostic {
    Diagnostic(
      .warning, "wrong-suppression", "'\(verb.text)' is nothing that a comment can ask for", at: verb.range,
      suggestion: near)
  }

  fileprivate static func namesNoRule(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "wrong-suppression", "this names no rule to ignore; name the one in brackets after a finding",
      at: range)
  }

  fileprivate static func unknownRule(_ rule: TOSCADocument.Word, _ known: KnownRules) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-rule", "'\(rule.text)' is not a rule, so nothing is ignored", at: rule.range,
      suggestion: known.nearest(to: rule.text))
  }
}
