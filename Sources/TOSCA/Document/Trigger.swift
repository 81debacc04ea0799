import Diagnostics
import YAML

/// A trigger of an alarming policy (TOSCA Simple Profile 1.3, 3.6.22, with the condition keys that Tacker defines).
///
/// Keys that Tacker renamed are read under both names; the old ones are reported.
package struct Trigger: Sendable {
  package typealias Word = TOSCADocument.Word

  package let name: Word
  package var description: String?
  package var eventType: Word?
  /// The name of the monitoring driver, such as `ceilometer`.
  package var implementation: Word?
  package var metric: Word?
  package var metadata: Word?
  package var condition = Condition()
  package var actions: [Action] = []

  /// When the trigger fires.
  package struct Condition: Sendable {
    package var threshold: PropertyValue?
    package var constraint: Word?
    /// Seconds that one measure covers.
    package var granularity: PropertyValue?
    package var evaluations: PropertyValue?
    package var aggregationMethod: Word?
    package var comparisonOperator: Word?
    package var resourceType: Word?
  }

  /// What happens then: a scaling policy by name, or a word such as `respawn`.
  package struct Action: Sendable {
    package let name: Word
    /// `out` or `in`, where the template says it outright.
    package var direction: Word?
  }

  private static let keys = [
    "description", "event_type", "event", "schedule", "target_filter", "metric", "condition", "metadata",
    "action",
  ]
  private static let conditionKeys = [
    "threshold", "constraint", "granularity", "evaluations", "aggregation_method", "comparison_operator",
    "resource_type", "period",
  ]
  /// Names from the time of Ceilometer (Newton to Pike), and those that came after.
  private static let renamed = [
    "metrics": "metric", "actions": "action", "period": "granularity", "method": "aggregation_method",
  ]
  private static let renamedMethods = ["avg": "mean"]

  init(_ name: Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let tree = reader.tree
    for (key, value) in reader.pairs(index, of: "trigger '\(name.text)'") {
      switch Self.current(key, &reader) {
      case "description": description = tree.text(value)
      case "event_type", "event":
        guard tree.kind(value) == .mapping else {
          eventType = reader.word(value, of: "'event_type'")
          break
        }
        reader.checkKeys(of: value, "'event_type'", known: ["type", "implementation", "description"])
        eventType = tree.value(value, "type").map(reader.word)
        implementation = tree.value(value, "implementation").map(reader.word)
      case "metric": metric = reader.word(value, of: "'metric'")
      case "metadata": metadata = reader.word(value, of: "the metadata of trigger '\(name.text)'")
      case "condition":
        for (key, value) in reader.pairs(value, of: "the condition of trigger '\(name.text)'") {
          readCondition(key, value, &reader)
        }
      case "action": readActions(value, &reader)
      case let known where Self.keys.contains(known): break
      default: reader.reportUnknownKey(key, of: "trigger '\(name.text)'", known: Self.keys)
      }
    }
  }

  private mutating func readCondition(
    _ key: YAMLTree.Index, _ value: YAMLTree.Index, _ reader: inout SectionReader
  ) {
    let tree = reader.tree
    switch Self.current(key, &reader) {
    case "threshold": condition.threshold = PropertyValue(tree, value)
    case "constraint": condition.constraint = tree.kind(value) == .scalar ? reader.word(value) : nil
    case "granularity": condition.granularity = PropertyValue(tree, value)
    case "evaluations": condition.evaluations = PropertyValue(tree, value)
    case "aggregation_method":
      guard let word = reader.word(value, of: "'aggregation_method'") else { break }
      let method = Self.renamedMethods[word.text] ?? word.text
      if method != word.text {
        reader.log.report(.renamed(word, to: method))
      }
      condition.aggregationMethod = Word(text: method, range: word.range)
    case "comparison_operator": condition.comparisonOperator = reader.word(value, of: "'comparison_operator'")
    case "resource_type": condition.resourceType = reader.word(value, of: "'resource_type'")
    default: reader.reportUnknownKey(key, of: "the condition of '\(name.text)'", known: Self.conditionKeys)
    }
  }

  /// Actions are names, or maps from a name to a direction.
  private mutating func readActions(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let tree = reader.tree
    let items = tree.kind(index) == .sequence ? Array(tree.items(index)) : [index]
    for item in items where !tree.isNull(item) {
      if tree.kind(item) == .mapping {
        for (key, value) in tree.pairs(item) {
          let direction = reader.word(value, of: "the direction of '\(tree.text(key) ?? "")'")
          if let direction, Direction(rawValue: direction.text.lowercased()) == nil {
            reader.log.report(.unknownDirection(direction))
          }
          actions.append(Action(name: reader.word(key), direction: direction))
        }
      } else if let word = reader.word(item, of: "an action of '\(name.text)'"), !word.text.isEmpty {
        actions.append(Action(name: word))
      }
    }
  }

  /// The present name of a key; an old one is reported.
  private static func current(_ key: YAMLTree.Index, _ reader: inout SectionReader) -> String {
    let word = reader.word(key)
    guard let name = renamed[word.text] else { return word.text }
    reader.log.report(.renamed(word, to: name))
    return name
  }
}

extension Diagnostic {
  fileprivate static func unknownDirection(_ word: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "action-direction", "'\(word.text)' is no direction; a policy scales 'out' or 'in'",
      at: word.range)
  }

  fileprivate static func renamed(_ old: TOSCADocument.Word, to name: String) -> Diagnostic {
    Diagnostic(
      .warning, "deprecated-name", "'\(old.text)' is an old name; it is read as '\(name)'", at: old.range,
      suggestion: name)
  }
}
