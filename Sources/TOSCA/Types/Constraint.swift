import Diagnostics
import YAML

/// A limit of a value (TOSCA Simple Profile 1.3, 3.6.3): an operator such as `in_range` with its operands.
package struct Constraint: Hashable, Sendable {
  package let name: TOSCADocument.Word
  package let operand: PropertyValue
  let comparison: Operator

  enum Operator: String, CaseIterable {
    case equal
    case greaterThan = "greater_than"
    case greaterOrEqual = "greater_or_equal"
    case lessThan = "less_than"
    case lessOrEqual = "less_or_equal"
    case inRange = "in_range"
    case validValues = "valid_values"
    case length
    case minimumLength = "min_length"
    case maximumLength = "max_length"
    case pattern, schema
  }

  /// A constraint whose name is one of ``operators``.
  init(name: TOSCADocument.Word, operand: PropertyValue) {
    (self.name, self.operand) = (name, operand)
    comparison = Operator(rawValue: name.text) ?? .equal
  }

  static let operators = Operator.allCases.map(\.rawValue)
}

extension Constraint {
  /// Reads a list of constraints, each a map with one operator; a bare map is taken as such a list.
  static func readAll(
    _ index: YAMLTree.Index, of name: TOSCADocument.Word, reader: inout SectionReader
  ) -> [Constraint] {
    let tree = reader.tree
    guard tree.kind(index) == .mapping else {
      return reader.items(index, of: "the constraints of '\(name.text)'").flatMap {
        read($0, of: name, reader: &reader)
      }
    }
    reader.log.report(.constraintsNotListed(name, tree.range(index)))
    return read(index, of: name, reader: &reader)
  }

  private static func read(
    _ item: YAMLTree.Index, of name: TOSCADocument.Word, reader: inout SectionReader
  ) -> [Constraint] {
    var constraints: [Constraint] = []
    for (key, operand) in reader.pairs(item, of: "a constraint of '\(name.text)'") {
      let word = reader.word(key)
      guard operators.contains(word.text) else {
        reader.reportUnknownKey(key, of: "a constraint", known: operators)
        continue
      }
      constraints.append(Constraint(name: word, operand: PropertyValue(reader.tree, operand)))
    }
    return constraints
  }
}

extension Diagnostic {
  fileprivate static func constraintsNotListed(
    _ name: TOSCADocument.Word, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "constraint-form",
      "the constraints of '\(name.text)' are a map; they are read as the list that TOSCA asks for", at: range)
  }
}
