import Diagnostics
import YAML

/// A workflow that is declared step by step (TOSCA Simple Profile 1.3, 3.8.9).
struct WorkflowSyntax: Sendable {
  let name: TOSCADocument.Word
  var inputs: [InputSyntax] = []
  var preconditions: [Precondition] = []
  var steps: [Step] = []

  /// What must hold of a node before the workflow runs (3.6.26).
  struct Precondition: Sendable {
    var target: TOSCADocument.Word?
    var relationship: TOSCADocument.Word?
    var condition = ConditionClause()
  }

  /// Activities on one node or group (3.6.27).
  struct Step: Sendable {
    let name: TOSCADocument.Word
    var target: TOSCADocument.Word?
    var relationship: TOSCADocument.Word?
    var filter = ConditionClause()
    var activities: [Activity] = []
    /// The steps that come after this one.
    var successors: [TOSCADocument.Word] = []
  }

  private static let keys = Keynames(
    ["description", "metadata", "inputs", "preconditions", "steps"],
    since: [.simple1_3: ["implementation", "outputs"]])
  private static let preconditionKeys: Keynames = ["target", "target_relationship", "condition"]
  private static let stepKeys: Keynames = [
    "target", "target_relationship", "operation_host", "filter", "activities", "on_success", "on_failure",
  ]

  init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let what = "workflow '\(name.text)'"
    for (key, value) in reader.pairs(index, of: what) where reader.isKnown(key, of: what, Self.keys) {
      switch reader.tree.text(key) {
      case "inputs": inputs = InputSyntax.readAll(value, of: what, reader: &reader)
      case "preconditions":
        for item in reader.items(value, of: "the preconditions of \(what)") {
          preconditions.append(Self.precondition(item, what, &reader))
        }
      case "steps":
        steps = reader.pairs(value, of: "the steps of \(what)").map { key, value in
          Self.step(reader.word(key), value, &reader)
        }
      default: break
      }
    }
  }

  private static func precondition(
    _ index: YAMLTree.Index, _ what: String, _ reader: inout SectionReader
  ) -> Precondition {
    var precondition = Precondition()
    for (key, value) in reader.pairs(index, of: "a precondition of \(what)")
    where reader.isKnown(key, of: "a precondition", preconditionKeys) {
      switch reader.tree.text(key) {
      case "target": precondition.target = reader.word(value, of: "the target of a precondition")
      case "target_relationship":
        precondition.relationship = reader.word(value, of: "the target relationship of a precondition")
      default: precondition.condition = ConditionClause(reading: value, reader: &reader)
      }
    }
    return precondition
  }

  private static func step(
    _ name: TOSCADocument.Word, _ index: YAMLTree.Index, _ reader: inout SectionReader
  ) -> Step {
    var step = Step(name: name)
    let what = "step '\(name.text)'"
    for (key, value) in reader.pairs(index, of: what) where reader.isKnown(key, of: what, stepKeys) {
      let keyname = reader.tree.text(key) ?? ""
      switch keyname {
      case "target": step.target = reader.word(value, of: "the target of \(what)")
      case "target_relationship":
        step.relationship = reader.word(value, of: "the target relationship of \(what)")
      case "filter": step.filter = ConditionClause(reading: value, reader: &reader)
      case "activities": step.activities = Activity.readAll(value, of: what, reader: &reader)
      case "on_success", "on_failure":
        step.successors += reader.words(value, of: "'\(keyname)' of \(what)")
      default: break
      }
    }
    if reader.tree.kind(index) == .mapping, reader.lacks("activities", index, known: stepKeys) {
      reader.log.report(.missingKeyname("activities", of: what, name.range))
    }
    return step
  }
}
