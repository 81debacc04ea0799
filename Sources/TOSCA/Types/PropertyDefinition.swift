package import Diagnostics
import YAML

/// The type of a value: a name and, for lists and maps, the type of what they hold.
package struct Schema: Hashable, Sendable {
  package let type: String
  package let typeRange: SourceRange
  /// The type where TOSCA defines it itself; nil for a data type.
  let primitive: PrimitiveType?
  /// The name of the type and where it is written.
  package var typeName: TOSCADocument.Word { TOSCADocument.Word(text: type, range: typeRange) }
  /// None or one.
  package var entry: [Schema] = []
  package var constraints: [Constraint] = []

  package init(type: String, typeRange: SourceRange) {
    self.type = type
    self.typeRange = typeRange
    primitive = PrimitiveType(named: type)
  }
}

/// A property, attribute or parameter definition (TOSCA Simple Profile 1.3, 3.6.10).
package struct PropertyDefinition: Hashable, Sendable {
  package let name: TOSCADocument.Word
  package var schema: Schema
  package var description: String?
  package var isRequired = true
  package var defaultValue: PropertyValue?
  /// The value that an input's definition gives outright.
  package var value: PropertyValue?
}

/// A limit of a value (3.6.3): an operator such as `in_range` with its operands.
package struct Constraint: Hashable, Sendable {
  package let name: TOSCADocument.Word
  package let operand: PropertyValue

  static let operators = [
    "equal", "greater_than", "greater_or_equal", "less_than", "less_or_equal", "in_range", "valid_values",
    "length",
    "min_length", "max_length", "pattern", "schema",
  ]
}

extension PropertyDefinition {
  private static let keys = [
    "type", "description", "required", "default", "status", "constraints", "entry_schema", "key_schema",
    "external-schema", "external_schema", "metadata", "value",
  ]

  init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let tree = reader.tree
    schema = Schema(type: "string", typeRange: name.range)
    for (key, value) in reader.pairs(index, of: "the definition of '\(name.text)'") {
      switch tree.text(key) ?? "" {
      case "description": description = tree.text(value)
      case "required": isRequired = PropertyValue(tree, value).bool ?? true
      case "default": defaultValue = PropertyValue(tree, value)
      case "value": self.value = PropertyValue(tree, value)
      case let known where Self.keys.contains(known): break
      default: reader.reportUnknownKey(key, of: "the definition of '\(name.text)'", known: Self.keys)
      }
    }
    if tree.kind(index) == .mapping {
      schema = Schema(of: name, reading: index, reader: &reader)
    }
  }
}

extension Schema {
  /// Reads a schema, in its long form or as the mere name of a type.
  init(of name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    let tree = reader.tree
    guard tree.kind(index) == .mapping else {
      self.init(type: tree.text(index) ?? "string", typeRange: tree.range(index))
      return
    }
    let type = tree.value(index, "type").flatMap { reader.word($0, of: "the type of '\(name.text)'") }
    self.init(type: type?.text ?? "string", typeRange: type?.range ?? name.range)
    if let entry = tree.value(index, "entry_schema") {
      self.entry = [Schema(of: name, reading: entry, reader: &reader)]
    }
    if let constraints = tree.value(index, "constraints") {
      self.constraints = Constraint.readAll(constraints, of: name, reader: &reader)
    }
  }
}

extension Constraint {
  /// Reads a list of constraints, each a map with one operator.
  static func readAll(
    _ index: YAMLTree.Index, of name: TOSCADocument.Word, reader: inout SectionReader
  ) -> [Constraint] {
    var constraints: [Constraint] = []
    for item in reader.items(index, of: "the constraints of '\(name.text)'") {
      for (key, operand) in reader.pairs(item, of: "a constraint of '\(name.text)'") {
        let word = reader.word(key)
        guard operators.contains(word.text) else {
          reader.reportUnknownKey(key, of: "a constraint", known: operators)
          continue
        }
        constraints.append(Constraint(name: word, operand: PropertyValue(reader.tree, operand)))
      }
    }
    return constraints
  }
}
