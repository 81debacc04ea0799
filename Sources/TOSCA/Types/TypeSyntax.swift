import Diagnostics
import YAML

/// A type definition as it is written, without what it inherits (TOSCA Simple Profile 1.3, 3.7).
struct TypeSyntax {
  var parent: TOSCADocument.Word?
  var properties: [PropertyDefinition] = []
  var attributes: [String] = []
  var requirements: [RequirementDefinition] = []
  var capabilities: [CapabilityDefinition] = []
  var constraints: [Constraint] = []
  /// What a data type that derives from a list or a map holds: none or one, and so for the keys.
  var entry: [Schema] = []
  var key: [Schema] = []

  private static let common = ["derived_from", "description", "metadata", "version"]
  private static let keys: [TypeKind: [String]] = [
    .node: ["properties", "attributes", "requirements", "capabilities", "interfaces", "artifacts"],
    .relationship: ["properties", "attributes", "interfaces", "valid_target_types", "valid_source_types"],
    .capability: ["properties", "attributes", "valid_source_types"],
    .data: ["properties", "constraints", "key_schema", "entry_schema"],
    .interface: ["inputs", "operations", "notifications"],
    .artifact: ["mime_type", "file_ext", "properties"],
    .group: ["properties", "attributes", "members", "requirements", "capabilities", "interfaces", "targets"],
    .policy: ["properties", "targets", "triggers", "actions"],
  ]

  init(
    _ name: TOSCADocument.Word, _ kind: TypeKind, reading index: YAMLTree.Index, reader: inout SectionReader
  ) {
    let tree = reader.tree
    let what = "\(kind.noun) '\(name.text)'"
    for (key, value) in reader.pairs(index, of: what) {
      switch tree.text(key) ?? "" {
      case "derived_from": parent = reader.word(value, of: "'derived_from' of \(what)")
      case "properties":
        properties = reader.pairs(value, of: "the properties of \(what)").map { key, value in
          PropertyDefinition(reader.word(key), reading: value, reader: &reader)
        }
      case "attributes":
        attributes = reader.pairs(value, of: "the attributes of \(what)").compactMap { tree.text($0.key) }
      case "constraints" where kind == .data:
        constraints = Constraint.readAll(value, of: name, reader: &reader)
      case "entry_schema" where kind == .data: entry = [Schema(of: name, reading: value, reader: &reader)]
      case "key_schema" where kind == .data: self.key = [Schema(of: name, reading: value, reader: &reader)]
      case "requirements" where kind == .node: readRequirements(value, of: what, &reader)
      case "capabilities" where kind == .node: readCapabilities(value, of: what, &reader)
      case let known where Self.common.contains(known) || Self.keys[kind, default: []].contains(known): break
      case _ where kind == .interface: break
      default: reader.reportUnknownKey(key, of: what, known: Self.common + Self.keys[kind, default: []])
      }
    }
  }

  private mutating func readRequirements(
    _ index: YAMLTree.Index, of what: String, _ reader: inout SectionReader
  ) {
    let tree = reader.tree
    for item in reader.items(index, of: "the requirements of \(what)") {
      for (key, value) in reader.pairs(item, of: "a requirement of \(what)") {
        var requirement = RequirementDefinition(name: reader.word(key))
        if tree.kind(value) == .mapping {
          requirement.capability = tree.value(value, "capability").flatMap(tree.text)
          requirement.node = tree.value(value, "node").flatMap(tree.text)
          requirement.relationship = tree.value(value, "relationship").flatMap { relationship in
            tree.text(relationship) ?? tree.value(relationship, "type").flatMap(tree.text)
          }
          if let bounds = tree.value(value, "occurrences") {
            requirement.minimum = PropertyValue(tree, bounds).items?.first?.integer ?? 1
          }
        } else {
          requirement.capability = tree.text(value)
        }
        requirements.append(requirement)
      }
    }
  }

  private mutating func readCapabilities(
    _ index: YAMLTree.Index, of what: String, _ reader: inout SectionReader
  ) {
    let tree = reader.tree
    for (key, value) in reader.pairs(index, of: "the capabilities of \(what)") {
      let name = reader.word(key)
      guard tree.kind(value) == .mapping else {
        capabilities.append(CapabilityDefinition(name: name, type: tree.text(value) ?? ""))
        continue
      }
      var capability = CapabilityDefinition(
        name: name, type: tree.value(value, "type").flatMap(tree.text) ?? "")
      if let properties = tree.value(value, "properties") {
        capability.properties = reader.pairs(properties, of: "the properties of a capability").map {
          key, value in
          PropertyDefinition(reader.word(key), reading: value, reader: &reader)
        }
      }
      capabilities.append(capability)
    }
  }
}
