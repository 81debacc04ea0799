import Diagnostics
import YAML

/// A condition over the attributes of a node (TOSCA Simple Profile 1.3, 3.6.25), flattened.
///
/// It holds the attributes that are looked at, each with its constraints. How `and`, `or` and `not` join them matters to
/// who runs it, not to a check.
struct ConditionClause: Sendable {
  var assertions: [(attribute: TOSCADocument.Word, constraints: [Constraint])] = []

  private static let operators: Set<String> = ["and", "or", "not", "assert"]

  init() {}

  init(reading index: YAMLTree.Index, reader: inout SectionReader) {
    read(index, &reader)
  }

  /// The depth is bounded by that of the file.
  private mutating func read(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let tree = reader.tree
    if tree.kind(index) == .sequence {
      for item in tree.items(index) { read(item, &reader) }
      return
    }
    for (key, value) in reader.pairs(index, of: "a condition") {
      if Self.operators.contains(tree.text(key) ?? "") {
        guard tree.kind(value) != .scalar else {
          _ = reader.items(value, of: "'\(tree.text(key) ?? "")' of a condition")
          continue
        }
        read(value, &reader)
      } else {
        assertions.append((reader.word(key), NodeFilter.constraints(value, &reader)))
      }
    }
  }
}

/// A step of a workflow or of a trigger's action (3.6.23).
struct Activity: Sendable {
  enum Kind: String, CaseIterable {
    case delegate, inline
    case setState = "set_state"
    case callOperation = "call_operation"
  }

  let kind: Kind
  /// The workflow, state or operation that it names.
  let name: TOSCADocument.Word
  var inputs: [Assignment] = []

  static let kinds = Kind.allCases.map(\.rawValue)

  /// Whether a word is nearly one of the keys of activities; names of policies are seldom so long.
  static func isMisspelt(_ key: String) -> Bool {
    key.utf8.count > 5 && nearestSpelling(to: key, among: kinds) != nil
  }

  /// Reads a list of activities.
  static func readAll(_ index: YAMLTree.Index, of what: String, reader: inout SectionReader) -> [Activity] {
    var activities: [Activity] = []
    for item in reader.items(index, of: "the activities of \(what)") {
      for (key, value) in reader.pairs(item, of: "an activity of \(what)") {
        guard let kind = Kind(rawValue: reader.tree.text(key) ?? "") else {
          reader.reportUnknownKey(key, of: "an activity", known: kinds)
          continue
        }
        if let activity = Activity(kind, value, &reader) { activities.append(activity) }
      }
    }
    return activities
  }

  init?(_ kind: Kind, _ index: YAMLTree.Index, _ reader: inout SectionReader) {
    self.kind = kind
    let tree = reader.tree
    guard tree.kind(index) == .mapping else {
      guard let name = reader.word(index, of: "'\(kind.rawValue)'") else { return nil }
      self.name = name
      return
    }
    let key = kind == .callOperation ? "operation" : kind == .setState ? "state" : "workflow"
    let known: Keynames = [key, "inputs"]
    reader.checkKeys(of: index, "'\(kind.rawValue)'", known: known)
    guard let name = reader.word(index, key: key, of: "'\(kind.rawValue)'") else {
      if reader.lacks(key, index, known: known) {
        reader.log.report(.missingKeyname(key, of: "'\(kind.rawValue)'", tree.range(index)))
      }
      return nil
    }
    self.name = name
    if let value = tree.value(index, "inputs") {
      inputs = reader.assignments(value, of: "the inputs of '\(name.text)'")
    }
  }
}
