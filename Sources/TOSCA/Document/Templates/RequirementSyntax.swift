import Diagnostics
import YAML

/// A requirement assignment in its short or long form (TOSCA Simple Profile 1.3, 3.8.2).
struct RequirementSyntax: Sendable {
  let name: TOSCADocument.Word
  /// A node template, or a node type by which one is looked for.
  var target: TOSCADocument.Word?
  /// A capability of the target, or a capability type by which a target is looked for.
  var capability: TOSCADocument.Word?
  /// A relationship type, or a relationship template.
  var relationship: TOSCADocument.Word?
  /// What the requirement itself says of its relationship.
  var relationshipProperties: [Assignment] = []
  var relationshipInterfaces: [InterfaceSyntax] = []
  var nodeFilter: NodeFilter?
  var occurrences: Occurrences?
  /// Whether what it says of its target could not be read, which was reported.
  private(set) var isMalformed = false

  private static let keys = Keynames(
    ["node", "capability", "relationship", "node_filter", "description", "metadata"],
    since: [.simple1_3: ["occurrences", "directives"]])
  private static let relationshipKeys: Keynames = [
    "type", "properties", "interfaces", "description", "metadata",
  ]

  /// Reads the requirements of a template: a list of maps with one key; a bare map is taken as such a list.
  static func readAll(
    _ index: YAMLTree.Index, of what: @autoclosure () -> String, reader: inout SectionReader
  ) -> [RequirementSyntax] {
    let tree = reader.tree
    let isMap = tree.kind(index) == .mapping
    if isMap {
      reader.log.report(.requirementsAsMap(what(), tree.range(index)).asWarning(if: reader.isNFV))
    }
    var requirements: [RequirementSyntax] = []
    for item in isMap ? [index] : reader.items(index, of: "the requirements of \(what())") {
      for (key, value) in reader.pairs(item, of: "a requirement of \(what())") {
        requirements.append(RequirementSyntax(reader.word(key), reading: value, reader: &reader))
      }
    }
    return requirements
  }

  private init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let tree = reader.tree
    guard tree.kind(index) == .mapping else {
      if tree.kind(index) == .sequence || !tree.isNull(index) {
        target = reader.word(index, of: "requirement '\(name.text)'")
        isMalformed = target == nil
      }
      return
    }
    isMalformed = ["node", "capability", "node_filter"].contains {
      reader.misspells($0, tree.pairs(index).map(\.key), known: Self.keys)
    }
    for (key, value) in tree.pairs(index)
    where reader.isKnown(key, of: "requirement '\(name.text)'", Self.keys) {
      switch tree.text(key) {
      case "node":
        target = reader.word(value, of: "'node' of requirement '\(name.text)'")
        isMalformed = isMalformed || target == nil
      case "capability": capability = reader.word(value, of: "'capability' of requirement '\(name.text)'")
      case "relationship": readRelationship(value, &reader)
      case "node_filter": nodeFilter = NodeFilter(reading: value, reader: &reader)
      case "occurrences": occurrences = Occurrences(reading: value, reader: &reader)
      default: break
      }
    }
  }

  private mutating func readRelationship(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let what = "the relationship of requirement '\(name.text)'"
    guard reader.tree.kind(index) == .mapping else {
      relationship = reader.word(index, of: what)
      return
    }
    for (key, value) in reader.tree.pairs(index) where reader.isKnown(key, of: what, Self.relationshipKeys) {
      switch reader.tree.text(key) {
      case "type": relationship = reader.word(value, of: "the type of \(what)")
      case "properties": relationshipProperties = reader.assignments(value, of: "the properties of \(what)")
      case "interfaces":
        relationshipInterfaces = InterfaceSyntax.readAll(value, inTemplate: true, of: what, reader: &reader)
      default: break
      }
    }
  }
}

/// How often something may occur: `[lower, upper]`, the upper bound possibly `UNBOUNDED` (3.6.2).
package struct Occurrences: Hashable, Sendable {
  package var minimum = 1
  /// nil when there is no bound.
  package var maximum: Int? = 1

  package init() {}

  init?(reading index: YAMLTree.Index, reader: inout SectionReader) {
    let value = PropertyValue(reader.tree, index)
    guard let bounds = value.items, bounds.count == 2, let low = bounds[0].integer, low >= 0 else {
      reader.log.report(.badOccurrences(value.range))
      return nil
    }
    minimum = low
    maximum = bounds[1].integer
    let isUnbounded = bounds[1].text?.uppercased() == "UNBOUNDED"
    guard isUnbounded || (maximum ?? -1) >= low else {
      reader.log.report(.badOccurrences(value.range))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func badOccurrences(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "occurrences",
      "occurrences are a lower and an upper bound that is not below it, such as '[0, 1]' or '[1, UNBOUNDED]'",
      at: range)
  }

  fileprivate static func requirementsAsMap(_ what: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "requirements-as-map",
      "the requirements of \(what) are a map; TOSCA has a list of maps with one key, so that a name can come twice",
      at: range)
  }
}
