import Diagnostics
import YAML

/// What a node must have to meet a requirement (TOSCA Simple Profile 1.3, 3.6.5).
struct NodeFilter: Sendable {
  /// Where the filter is written.
  let range: SourceRange
  var properties: [PropertyFilter] = []
  var capabilities: [(name: TOSCADocument.Word, properties: [PropertyFilter])] = []

  /// The limits of one property (3.6.4).
  struct PropertyFilter: Sendable {
    let name: TOSCADocument.Word
    let constraints: [Constraint]
  }

  /// How much there is to look at.
  var count: Int {
    properties.count + capabilities.reduce(0) { $0 + 1 + $1.properties.count }
  }

  private static let keys: Keynames = ["properties", "capabilities"]

  init(reading index: YAMLTree.Index, reader: inout SectionReader) {
    let tree = reader.tree
    range = tree.range(index)
    for (key, value) in reader.pairs(index, of: "a node filter")
    where reader.isKnown(key, of: "a node filter", Self.keys) {
      if tree.has(key, text: "properties") {
        properties = Self.properties(value, &reader)
        continue
      }
      for (name, filter) in Self.entries(value, of: "the capabilities of a node filter", &reader) {
        var limits: [PropertyFilter] = []
        reader.checkKeys(of: filter, "a capability of a node filter", known: ["properties"])
        if let value = tree.value(filter, "properties") { limits = Self.properties(value, &reader) }
        capabilities.append((reader.word(name), limits))
      }
    }
  }

  private static func properties(_ index: YAMLTree.Index, _ reader: inout SectionReader) -> [PropertyFilter] {
    entries(index, of: "the properties of a node filter", &reader).map { name, value in
      PropertyFilter(name: reader.word(name), constraints: constraints(value, &reader))
    }
  }

  /// The pairs of a list of maps; a map alone counts as such a list.
  private static func entries(
    _ index: YAMLTree.Index, of what: String, _ reader: inout SectionReader
  ) -> [(key: YAMLTree.Index, value: YAMLTree.Index)] {
    guard reader.tree.kind(index) == .sequence else { return reader.pairs(index, of: what) }
    var entries: [(key: YAMLTree.Index, value: YAMLTree.Index)] = []
    for item in reader.tree.items(index) { entries += reader.pairs(item, of: "an item of \(what)") }
    return entries
  }

  /// One constraint, a list of them, or a value that the property must equal.
  static func constraints(_ index: YAMLTree.Index, _ reader: inout SectionReader) -> [Constraint] {
    let tree = reader.tree
    let clauses = tree.kind(index) == .sequence ? Array(tree.items(index)) : [index]
    var constraints: [Constraint] = []
    for clause in clauses {
      let pairs = Array(tree.pairs(clause))
      let isCall = pairs.count == 1 && PropertyValue.functions.contains(tree.text(pairs[0].key) ?? "")
      guard tree.kind(clause) == .mapping, !isCall else {
        let word = TOSCADocument.Word(text: "equal", range: tree.range(clause))
        constraints.append(Constraint(name: word, operand: PropertyValue(tree, clause)))
        continue
      }
      for (key, operand) in pairs
      where reader.isKnown(key, of: "a constraint", Keynames(Constraint.operators)) {
        constraints.append(Constraint(name: reader.word(key), operand: PropertyValue(tree, operand)))
      }
    }
    return constraints
  }
}
