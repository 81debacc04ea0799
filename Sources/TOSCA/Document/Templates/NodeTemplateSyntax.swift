import Diagnostics
import YAML

/// A node template as it is written (TOSCA Simple Profile 1.3, 3.8.3).
struct NodeTemplateSyntax: Sendable {
  let name: TOSCADocument.Word
  var type: TOSCADocument.Word?
  /// Whether there is a type that is no word, or under a misspelt key, which was reported.
  var isTypeMalformed = false
  /// The sections that a misspelt key most likely means; nothing is missing from them.
  var misspeltSections: Set<String> = []
  /// Whether the type is that of the original, of which all that is missing is reported.
  var hasCopiedType = false
  var description: String?
  /// The node template that this one is a copy of (3.8.3.1, `copy`).
  var copied: TOSCADocument.Word?
  var directives: [TOSCADocument.Word] = []
  var properties: [Assignment] = []
  var attributes: [Assignment] = []
  var requirements: [RequirementSyntax] = []
  var capabilities: [CapabilitySyntax] = []
  var interfaces: [InterfaceSyntax] = []
  var artifacts: [ArtifactSyntax] = []
  var nodeFilter: NodeFilter?
  var metadata: [Assignment] = []
  /// Keys that are valid here but that no translation reads yet.
  var unreadKeys: [TOSCADocument.Word] = []

  /// What a template says of a capability (3.8.1).
  struct CapabilitySyntax: Sendable {
    let name: TOSCADocument.Word
    var properties: [Assignment] = []
    var attributes: [Assignment] = []
  }

  private static let keys: Keynames = [
    "type", "description", "metadata", "directives", "properties", "attributes", "requirements",
    "capabilities", "interfaces", "artifacts", "node_filter", "copy",
  ]
  private static let capabilityKeys = Keynames(
    ["properties", "attributes"], since: [.simple1_3: ["occurrences", "directives"]])

  init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let tree = reader.tree
    for (key, value) in reader.pairs(index, of: "node template '\(name.text)'") {
      switch tree.text(key) ?? "" {
      case "type":
        type = reader.word(value, of: "the type of '\(name.text)'")
        isTypeMalformed = type == nil
      case "description": description = reader.description(value, of: "node template '\(name.text)'")
      case "properties": properties = reader.assignments(value, of: "the properties of '\(name.text)'")
      case "attributes": attributes = reader.assignments(value, of: "the attributes of '\(name.text)'")
      case "requirements":
        requirements = RequirementSyntax.readAll(value, of: "node template '\(name.text)'", reader: &reader)
      case "capabilities": readCapabilities(value, &reader)
      case "interfaces":
        interfaces = InterfaceSyntax.readAll(
          value, inTemplate: true, of: "node template '\(name.text)'", reader: &reader)
        unreadKeys.append(reader.word(key))
      case "artifacts":
        artifacts = reader.pairs(value, of: "the artifacts of '\(name.text)'").map { key, value in
          ArtifactSyntax(reader.word(key), reading: value, reader: &reader)
        }
        unreadKeys.append(reader.word(key))
      case "copy": copied = reader.word(value, of: "'copy' of '\(name.text)'")
      case "directives":
        directives = reader.words(value, of: "the directives of '\(name.text)'")
        unreadKeys.append(reader.word(key))
      case "node_filter":
        nodeFilter = NodeFilter(reading: value, reader: &reader)
        unreadKeys.append(reader.word(key))
      case "metadata": metadata = reader.assignments(value, of: "the metadata of '\(name.text)'")
      default:
        if !reader.isKnown(key, of: "node template '\(name.text)'", Self.keys),
          let meant = nearestSpelling(to: tree.text(key) ?? "", among: Self.keys.names)
        {
          misspeltSections.insert(meant)
        }
      }
    }
    isTypeMalformed = isTypeMalformed || misspeltSections.contains("type")
  }

  private mutating func readCapabilities(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let tree = reader.tree
    for (key, value) in reader.pairs(index, of: "the capabilities of '\(name.text)'") {
      var capability = CapabilitySyntax(name: reader.word(key))
      let what = "capability '\(capability.name.text)'"
      for (key, value) in reader.pairs(value, of: what)
      where reader.isKnown(key, of: what, Self.capabilityKeys) {
        switch tree.text(key) {
        case "properties":
          capability.properties = reader.assignments(value, of: "the properties of a capability")
        case "attributes":
          capability.attributes = reader.assignments(value, of: "the attributes of a capability")
        case "occurrences": _ = Occurrences(reading: value, reader: &reader)
        default: break
        }
      }
      capabilities.append(capability)
    }
  }
}

/// A relationship template as it is written (3.8.4).
struct RelationshipTemplateSyntax: Sendable {
  let name: TOSCADocument.Word
  var type: TOSCADocument.Word?
  var properties: [Assignment] = []
  var attributes: [Assignment] = []
  var interfaces: [InterfaceSyntax] = []
  var copied: TOSCADocument.Word?

  private static let keys: Keynames = [
    "type", "description", "metadata", "properties", "attributes", "interfaces", "copy", "alias",
  ]

  init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    let what = "relationship template '\(name.text)'"
    var isTypeMalformed = false
    for (key, value) in reader.pairs(index, of: what) where reader.isKnown(key, of: what, Self.keys) {
      switch reader.tree.text(key) {
      case "type":
        type = reader.word(value, of: "the type of \(what)")
        isTypeMalformed = type == nil
      case "properties": properties = reader.assignments(value, of: "the properties of \(what)")
      case "attributes": attributes = reader.assignments(value, of: "the attributes of \(what)")
      case "interfaces":
        interfaces = InterfaceSyntax.readAll(value, inTemplate: true, of: what, reader: &reader)
      case "copy": copied = reader.word(value, of: "'copy' of \(what)")
      default: break
      }
    }
    if type == nil, copied == nil, !isTypeMalformed, reader.lacks("type", index, known: Self.keys) {
      reader.log.report(.missingType(name, "relationship template"))
    }
  }
}
