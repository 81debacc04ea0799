import Diagnostics
import YAML

/// A group of node templates as it is written (TOSCA Simple Profile 1.3, 3.8.5).
struct GroupSyntax: Sendable {
  let name: TOSCADocument.Word
  var type: TOSCADocument.Word?
  var isTypeMalformed = false
  var properties: [Assignment] = []
  var attributes: [Assignment] = []
  var members: [TOSCADocument.Word] = []
  var interfaces: [InterfaceSyntax] = []

  private static let keys = Keynames(
    ["type", "description", "metadata", "properties", "members", "interfaces", "targets"],
    since: [.simple1_3: ["attributes"]])

  init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let what = "group '\(name.text)'"
    for (key, value) in reader.pairs(index, of: what) where reader.isKnown(key, of: what, Self.keys) {
      switch reader.tree.text(key) {
      case "type":
        type = reader.word(value, of: "the type of \(what)")
        isTypeMalformed = type == nil
      case "properties": properties = reader.assignments(value, of: "the properties of \(what)")
      case "attributes": attributes = reader.assignments(value, of: "the attributes of \(what)")
      case "members", "targets": members += reader.words(value, of: "the members of \(what)")
      case "interfaces":
        interfaces = InterfaceSyntax.readAll(value, inTemplate: true, of: what, reader: &reader)
      default: break
      }
    }
    isTypeMalformed = isTypeMalformed || type == nil && !reader.lacks("type", index, known: Self.keys)
  }
}
