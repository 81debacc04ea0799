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
  /// What the orchestrator does when the trigger fires, in the form of TOSCA 1.3.
  var activities: [Activity] = []
  /// Whether what it sets off could not be read, which was reported.
  private(set) var isActionMalformed = false
  /// The nodes that the event and the condition are about (3.6.22.3).
  var targetFilter = TargetFilter()

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
    /// The constraint in the form of TOSCA 1.1 and later.
    var clause = ConditionClause()
  }

  /// A node and one of its members.
  struct TargetFilter: Sendable {
    var node: Word?
    var requirement: Word?
    var capability: Word?
  }

  /// What happens then: a scaling policy by name, or a word such as `respawn`.
  package struct Action: Sendable {
    package let name: Word
    /// `out` or `in`, where the template says it outright.
    package var direction: Word?
    /// Whether the action says itself what carries it out, such as `Senlin.webhook`.
    package var isImplemented = false
  }

  private static let keys: Keynames = [
    "description", "event_type", "event", "schedule", "target_filter", "metric", "condition", "metadata",
    "action", "constraint", "period", "evaluations", "method",
  ]
  private static let conditionKeys: Keynames = [
    "threshold", "constraint", "granularity", "evaluations", "aggregation_method", "comparison_operator",
    "resource_type", "period", "method",
  ]
  private static let eventKeys: Keynames = ["type", "implementation", "description", "metric"]
  private static let scheduleKeys: Keynames = ["start_time", "end_time"]
  /// Names from the time of Ceilometer (Newton to Pike), and those that came after.
  private static let renamed = [
    "metrics": "metric", "actions": "action", "period": "granularity", "method": "aggregation_method",
  ]
  /// The old names that TOSCA itself has in its triggers.
  private static let standardNames: Set<String> = ["period", "method"]
  private static let renamedMethods = ["avg": "mean"]

  init(_ name: Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let tree = reader.tree
    for (key, value) in reader.pairs(index, of: "trigger '\(name.text)'") {
      switch Self.current(key, &reader) {
      case "description": description = reader.description(value, of: "trigger '\(name.text)'")
      case "event_type", "event": readEvent(value, &reader)
      case "metric": metric = reader.word(value, of: "'metric'")
      case "metadata": metadata = reader.word(value, of: "the metadata of trigger '\(name.text)'")
      case "condition": readCondition(value, &reader)
      case "constraint", "granularity", "evaluations", "aggregation_method":
        readCondition(key, value, &reader)
      case "action": readActions(value, &reader)
      case "target_filter": readTargetFilter(value, &reader)
      case "schedule":
        reader.checkKeys(of: value, "the schedule of trigger '\(name.text)'", known: Self.scheduleKeys)
      default: _ = reader.isKnown(key, of: "trigger '\(name.text)'", Self.keys)
      }
    }
    let known = Keynames(Self.keys.names + Self.renamed.keys)
    if reader.misspells("action", tree.pairs(index).map(\.key), known: known) { isActionMalformed = true }
  }

  private mutating func readEvent(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    guard reader.tree.kind(index) == .mapping else {
      eventType = reader.word(index, of: "'event_type'")
      return
    }
    reader.checkKeys(of: index, "'event_type'", known: Self.eventKeys)
    eventType = reader.word(index, key: "type", of: "'event_type'")
    implementation = reader.word(index, key: "implementation", of: "'event_type'")
    metric = metric ?? reader.word(index, key: "metric", of: "'event_type'")
  }

  private mutating func readTargetFilter(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let what = "the target filter of trigger '\(name.text)'"
    for (key, value) in reader.pairs(index, of: what)
    where reader.isKnown(key, of: what, ["node", "requirement", "capability"]) {
      let keyname = reader.tree.text(key) ?? ""
      let word = reader.word(value, of: "'\(keyname)' of \(what)")
      switch keyname {
      case "node": targetFilter.node = word
      case "requirement": targetFilter.requirement = word
      default: targetFilter.capability = word
      }
    }
  }

  /// A condition is a map of keynames; in its short form it is the constraint itself.
  private mutating func readCondition(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let tree = reader.tree
    let keys = tree.pairs(index).map { tree.text($0.key) ?? "" }
    let isShort =
      tree.kind(index) == .sequence
      || (!keys.isEmpty && keys.allSatisfy { !Self.conditionKeys.contains($0) && Self.renamed[$0] == nil }
        && tree.pairs(index).allSatisfy { tree.kind($0.value) != .scalar })
    guard !isShort else {
      condition.clause = ConditionClause(reading: index, reader: &reader)
      return
    }
    for (key, value) in reader.pairs(index, of: "the condition of trigger '\(name.text)'") {
      readCondition(key, value, &reader)
    }
  }

  private mutating func readCondition(
    _ key: YAMLTree.Index, _ value: YAMLTree.Index, _ reader: inout SectionReader
  ) {
    let tree = reader.tree
    switch Self.current(key, &reader) {
    case "threshold": condition.threshold = PropertyValue(tree, value)
    case "constraint":
      if tree.kind(value) == .scalar {
        condition.constraint = reader.word(value)
      } else {
        condition.clause = ConditionClause(reading: value, reader: &reader)
      }
    case "granularity": condition.granularity = PropertyValue(tree, value)
    case "evaluations": condition.evaluations = PropertyValue(tree, value)
    case "aggregation_method":
      guard let word = reader.word(value, of: "'aggregation_method'") else { break }
      let method = Self.renamedMethods[word.text] ?? word.text
      if method != word.text {
        reader.log.report(.renamed(word, to: method))
      }
      // The Simple Profile's own examples say `average`.
      let isAverage = method == "average" && !reader.isNFV
      condition.aggregationMethod = Word(text: isAverage ? "mean" : method, range: word.range)
    case "comparison_operator": condition.comparisonOperator = reader.word(value, of: "'comparison_operator'")
    case "resource_type": condition.resourceType = reader.word(value, of: "'resource_type'")
    default: _ = reader.isKnown(key, of: "the condition of '\(name.text)'", Self.conditionKeys)
    }
  }

  /// Actions are names, or maps from a name to a direction or to what carries it out; or activities.
  private mutating func readActions(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let tree = reader.tree
    let items = tree.kind(index) == .sequence ? Array(tree.items(index)) : [index]
    for item in items where !tree.isNull(item) {
      guard tree.kind(item) == .mapping else {
        if let word = reader.word(item, of: "an action of '\(name.text)'"), !word.text.isEmpty {
          actions.append(Action(name: word))
        }
        continue
      }
      for (key, value) in tree.pairs(item) {
        let name = tree.text(key) ?? ""
        if let kind = Activity.Kind(rawValue: name) {
          if let activity = Activity(kind, value, &reader) { activities.append(activity) }
        } else if Activity.isMisspelt(name) {
          isActionMalformed = true
          reader.reportUnknownKey(key, of: "an action of '\(self.name.text)'", known: Activity.kinds)
        } else if tree.kind(value) == .mapping {
          readImplementedAction(reader.word(key), value, &reader)
        } else {
          readDirectedAction(reader.word(key), value, &reader)
        }
      }
    }
  }

  /// `SP1: out`.
  private mutating func readDirectedAction(
    _ name: Word, _ index: YAMLTree.Index, _ reader: inout SectionReader
  ) {
    let direction = reader.word(index, of: "the direction of '\(name.text)'")
    if let direction, Direction(rawValue: direction.text.lowercased()) == nil {
      reader.log.report(.unknownDirection(direction))
    }
    actions.append(Action(name: name, direction: direction))
  }

  /// `scale_out: {type: SCALE_OUT, implementation: Senlin.webhook}`, or `resize: {action_name: SP1}`.
  private mutating func readImplementedAction(
    _ name: Word, _ index: YAMLTree.Index, _ reader: inout SectionReader
  ) {
    reader.checkKeys(
      of: index, "action '\(name.text)'", known: ["type", "implementation", "action_name", "description"])
    if let policy = reader.word(index, key: "action_name", of: "action '\(name.text)'") {
      actions.append(Action(name: policy))
      return
    }
    let type = reader.word(index, key: "type", of: "action '\(name.text)'")
    let direction: String? =
      switch type?.text.uppercased() {
      case "SCALE_OUT", "CLUSTER_SCALE_OUT": "out"
      case "SCALE_IN", "CLUSTER_SCALE_IN": "in"
      default: nil
      }
    var action = Action(name: name)
    action.direction = direction.map { Word(text: $0, range: type?.range ?? name.range) }
    action.isImplemented = true
    actions.append(action)
  }

  /// The present name of a key; an old one is reported where the Simple Profile does not have it.
  private static func current(_ key: YAMLTree.Index, _ reader: inout SectionReader) -> String {
    let word = reader.word(key)
    guard let name = renamed[word.text] else { return word.text }
    if reader.isNFV || !standardNames.contains(word.text) { reader.log.report(.renamed(word, to: name)) }
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
