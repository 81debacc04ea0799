package import Diagnostics
import YAML

/// The type of a value: a name and, for lists and maps, the type of what they hold.
package struct Schema: Hashable, Sendable {
  package let type: String
  package let typeRange: SourceRange
  /// The type where TOSCA defines it itself; nil for a data type.
  let primitive: PrimitiveType?
  /// None or one.
  package var entry: [Schema] = []
  /// The type of the keys of a map: none or one.
  package var key: [Schema] = []
  package var constraints: [Constraint] = []
  /// Whether the type is no word, or under a misspelt key, which was reported; any value fits then.
  var isMalformed = false

  package init(type: String, typeRange: SourceRange) {
    self.type = type
    self.typeRange = typeRange
    primitive = PrimitiveType(named: type)
  }

  /// The name of the type and where it is written.
  package var typeName: TOSCADocument.Word {
    TOSCADocument.Word(text: type, range: typeRange)
  }
}

extension Schema {
  /// Reads a schema, in its long form or as the mere name of a type.
  init(of name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    let tree = reader.tree
    guard tree.kind(index) == .mapping else {
      let word = tree.isNull(index) ? nil : reader.word(index, of: "the schema of '\(name.text)'")
      self.init(type: word?.text ?? "string", typeRange: tree.range(index))
      return
    }
    let type = tree.value(index, "type").flatMap { type in
      // The type `null` need not be quoted to be meant.
      tree.has(type, text: "null") ? reader.word(type) : reader.word(type, of: "the type of '\(name.text)'")
    }
    self.init(type: type?.text ?? "string", typeRange: type?.range ?? name.range)
    isMalformed = type == nil && !reader.lacks("type", index, known: Keynames(PropertyDefinition.keys))
    if let entry = tree.value(index, "entry_schema") {
      self.entry = [Schema(of: name, reading: entry, reader: &reader)]
    }
    if let key = tree.value(index, "key_schema") {
      self.key = [Schema(of: name, reading: key, reader: &reader)]
    }
    if let constraints = tree.value(index, "constraints") {
      self.constraints = Constraint.readAll(constraints, of: name, reader: &reader)
    }
  }
}
