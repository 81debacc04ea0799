import Diagnostics
import YAML

/// A property, attribute or parameter definition (TOSCA Simple Profile 1.3, 3.6.10).
package struct PropertyDefinition: Hashable, Sendable {
  package let name: TOSCADocument.Word
  package var schema: Schema
  package var description: String?
  package var isRequired = true
  package var defaultValue: PropertyValue?
  /// The value that an input's definition gives outright.
  package var value: PropertyValue?
  /// The state of the definition, such as `deprecated`; nil where it states none (3.6.10.3).
  package var status: String?
  /// Whether a type gives an inherited property a value and says nothing else of it (3.7.1.3).
  var isValueOnly = false
  /// Whether the definition names no type; one that refines another then has the other's.
  var isTypeOpen = false
}

extension PropertyDefinition {
  static let keys = [
    "type", "description", "required", "default", "status", "constraints", "entry_schema", "key_schema",
    "external-schema", "external_schema", "metadata", "value",
  ]

  init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let tree = reader.tree
    schema = Schema(type: "string", typeRange: name.range)
    if tree.kind(index) == .scalar, !tree.isNull(index) {
      defaultValue = PropertyValue(tree, index)
      isValueOnly = true
      return
    }
    for (key, value) in reader.pairs(index, of: "the definition of '\(name.text)'") {
      switch tree.text(key) ?? "" {
      case "description": description = tree.text(value)
      case "required":
        let flag = PropertyValue(tree, value)
        if flag.bool == nil { reader.log.report(.requiredByWhat(name, flag)) }
        isRequired = flag.bool ?? true
      case "default": defaultValue = PropertyValue(tree, value)
      case "status": status = tree.text(value)
      case "value": self.value = PropertyValue(tree, value)
      case let known where Self.keys.contains(known): break
      default: reader.reportUnknownKey(key, of: "the definition of '\(name.text)'", known: Self.keys)
      }
    }
    if tree.kind(index) == .mapping {
      isTypeOpen = tree.value(index, "type") == nil
      schema = Schema(of: name, reading: index, reader: &reader)
    }
  }
}

extension Diagnostic {
  fileprivate static func requiredByWhat(_ name: TOSCADocument.Word, _ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .error, "wrong-form",
      "'required' of '\(name.text)' must be true or false, not \(value.text.map { "'\($0)'" } ?? value.kindName)",
      at: value.range)
  }
}
