import Diagnostics
import YAML

/// A type definition as it is written, without what it inherits (TOSCA Simple Profile 1.3, 3.7).
struct TypeSyntax {
  var parent: TOSCADocument.Word?
  var properties: [PropertyDefinition] = []
  var attributes: [PropertyDefinition] = []
  var requirements: [RequirementDefinition] = []
  var capabilities: [CapabilityDefinition] = []
  var interfaces: [InterfaceSyntax] = []
  var artifacts: [ArtifactSyntax] = []
  var constraints: [Constraint] = []
  /// The schema of the values of a list or a map, and of the keys of a map, that a data type refines.
  var entry: Schema?
  var key: Schema?
  /// What a relationship may lead to, where a capability may be used from, who may be in a group or under a policy.
  var validTargets: [TOSCADocument.Word] = []
  var validSources: [TOSCADocument.Word] = []
  var members: [TOSCADocument.Word] = []
  var triggers: [Trigger] = []
  /// Whether a part could not be read, which was reported: the type may have members that are not known here.
  private(set) var isIncomplete = false

  private static let common = ["derived_from", "description", "metadata", "version"]
  private static let keys: [TypeKind: Keynames] = [
    .node: Keynames(
      common + ["properties", "attributes", "requirements", "capabilities", "interfaces", "artifacts"]),
    .relationship: Keynames(
      common + ["properties", "attributes", "interfaces", "valid_target_types", "valid_source_types"]),
    .capability: Keynames(common + ["properties", "attributes", "valid_source_types"]),
    .data: Keynames(
      common + ["properties", "constraints"], since: [.simple1_3: ["key_schema", "entry_schema"]]),
    .interface: Keynames(common + ["inputs"], since: [.simple1_3: ["operations", "notifications"]]),
    .artifact: Keynames(common + ["mime_type", "file_ext", "properties"]),
    .group: Keynames(
      common + [
        "properties", "attributes", "members", "requirements", "capabilities", "interfaces", "targets",
      ]),
    .policy: Keynames(common + ["properties", "targets", "triggers"]),
  ]
  /// Keys that Tacker's own type files have.
  private static let tolerated: [TypeKind: Set<String>] = [.policy: ["action", "actions", "reservation"]]

  init(
    _ name: TOSCADocument.Word, _ kind: TypeKind, reading index: YAMLTree.Index, reader: inout SectionReader
  ) {
    let tree = reader.tree
    let what = "\(kind.noun) '\(name.text)'"
    if kind == .interface {
      readInterface(name, index, what, &reader)
      return
    }
    for (key, value) in reader.pairs(index, of: what) {
      let keyname = tree.text(key) ?? ""
      if Self.tolerated[kind]?.contains(keyname) == true, Self.keys[kind]?.contains(keyname) == false {
        reader.log.report(.foreignKeyname(reader.word(key), of: what))
        continue
      }
      guard reader.isKnown(key, of: what, Self.keys[kind] ?? []) else {
        isIncomplete = true
        continue
      }
      if let form = Self.forms[keyname], tree.kind(value) != form, !tree.isNull(value) { isIncomplete = true }
      read(keyname, value, name, kind, what, &reader)
    }
  }

  /// The form of the sections that hold members.
  private static let forms: [String: YAMLTree.Kind] = [
    "properties": .mapping, "attributes": .mapping, "capabilities": .mapping, "requirements": .sequence,
    "interfaces": .mapping, "artifacts": .mapping,
  ]

  private mutating func read(
    _ keyname: String, _ value: YAMLTree.Index, _ name: TOSCADocument.Word, _ kind: TypeKind,
    _ what: String, _ reader: inout SectionReader
  ) {
    switch keyname {
    case "derived_from":
      parent = reader.word(value, of: "'derived_from' of \(what)")
      isIncomplete = isIncomplete || parent == nil
    case "description", "version":
      _ = reader.tree.isNull(value) ? nil : reader.word(value, of: "the \(keyname) of \(what)")
    case "metadata": _ = reader.pairs(value, of: "the metadata of \(what)")
    case "properties": properties = Self.definitions(value, of: "the properties of \(what)", &reader)
    case "attributes": attributes = Self.definitions(value, of: "the attributes of \(what)", &reader)
    case "constraints": constraints = Constraint.readAll(value, of: name, reader: &reader)
    case "entry_schema": entry = Schema(of: name, reading: value, reader: &reader)
    case "key_schema": key = Schema(of: name, reading: value, reader: &reader)
    case "requirements": readRequirements(value, of: what, &reader)
    case "capabilities": readCapabilities(value, of: what, &reader)
    case "interfaces": interfaces = InterfaceSyntax.readAll(value, of: what, reader: &reader)
    case "artifacts":
      artifacts = reader.pairs(value, of: "the artifacts of \(what)").map { key, value in
        ArtifactSyntax(reader.word(key), reading: value, reader: &reader)
      }
    case "valid_target_types": validTargets = reader.words(value, of: "'valid_target_types' of \(what)")
    case "valid_source_types": validSources = reader.words(value, of: "'valid_source_types' of \(what)")
    case "members": members = reader.words(value, of: "the members of \(what)")
    case "targets" where kind == .policy: members = reader.words(value, of: "the targets of \(what)")
    // Before 1.3, and in Tacker's files, they are not triggers but say what a trigger may have.
    case "triggers" where kind == .policy && reader.grammar >= .simple1_3 && !reader.isNFV:
      triggers = reader.pairs(value, of: "the triggers of \(what)").map { key, value in
        Trigger(reader.word(key), reading: value, reader: &reader)
      }
    default: break
    }
  }

  /// An interface type is an interface with a parent (3.7.5).
  private mutating func readInterface(
    _ name: TOSCADocument.Word, _ index: YAMLTree.Index, _ what: String, _ reader: inout SectionReader
  ) {
    parent = reader.word(index, key: "derived_from", of: what)
    let interface = InterfaceSyntax(name, reading: index, reader: &reader)
    for operation in interface.operations where !operation.artifacts.isEmpty {
      reader.log.report(
        .implementedInType(operation.name, what).asWarning(if: reader.grammar >= .simple1_3))
    }
    for input in interface.inputs where input.definition == nil {
      reader.log.report(.inputWithoutDefinition(input.name, what))
    }
    interfaces = [interface]
  }

  private static func definitions(
    _ index: YAMLTree.Index, of what: String, _ reader: inout SectionReader
  ) -> [PropertyDefinition] {
    reader.pairs(index, of: what).map { key, value in
      PropertyDefinition(reader.word(key), reading: value, reader: &reader)
    }
  }

  private mutating func readRequirements(
    _ index: YAMLTree.Index, of what: String, _ reader: inout SectionReader
  ) {
    for item in reader.items(index, of: "the requirements of \(what)") {
      for (key, value) in reader.pairs(item, of: "a requirement of \(what)") {
        requirements.append(
          RequirementDefinition(reader.word(key), reading: value, of: what, reader: &reader))
      }
    }
  }

  private mutating func readCapabilities(
    _ index: YAMLTree.Index, of what: String, _ reader: inout SectionReader
  ) {
    for (key, value) in reader.pairs(index, of: "the capabilities of \(what)") {
      let name = reader.word(key)
      capabilities.append(CapabilityDefinition(name, reading: value, of: what, reader: &reader))
    }
  }
}

extension RequirementDefinition {
  private static let keys = Keynames(
    ["capability", "node", "relationship", "occurrences", "description", "metadata"],
    since: [.simple1_3: ["node_filter"]])
  /// Keys of the drafts of TOSCA that Tacker's network services still have.
  private static let drafted: Set<String> = ["type", "required"]

  init(
    _ name: TOSCADocument.Word, reading index: YAMLTree.Index, of what: String, reader: inout SectionReader
  ) {
    self.name = name
    let tree = reader.tree
    let what = "requirement '\(name.text)' of \(what)"
    guard tree.kind(index) == .mapping else {
      capability = reader.word(index, of: what)
      return
    }
    for (key, value) in tree.pairs(index) {
      if reader.isNFV, Self.drafted.contains(tree.text(key) ?? "") {
        reader.log.report(.foreignKeyname(reader.word(key), of: what))
        if tree.has(key, text: "type") { node = reader.word(value, of: "the type of \(what)") }
        if tree.has(value, text: "false") { occurrences.minimum = 0 }
        continue
      }
      guard reader.isKnown(key, of: what, Self.keys) else { continue }
      switch tree.text(key) {
      case "capability": capability = reader.word(value, of: "the capability of \(what)")
      case "node": node = reader.word(value, of: "the node of \(what)")
      case "relationship":
        guard tree.kind(value) == .mapping else {
          relationship = reader.word(value, of: "the relationship of \(what)")
          break
        }
        reader.checkKeys(
          of: value, "the relationship of \(what)", known: ["type", "interfaces", "properties"])
        relationship = reader.word(value, key: "type", of: "the relationship of \(what)")
      case "occurrences":
        if let bounds = Occurrences(reading: value, reader: &reader) { occurrences = bounds }
      case "node_filter": nodeFilter = NodeFilter(reading: value, reader: &reader)
      default: break
      }
    }
  }
}

extension CapabilityDefinition {
  private static let keys: Keynames = [
    "type", "description", "properties", "attributes", "valid_source_types", "occurrences", "metadata",
  ]

  init(
    _ name: TOSCADocument.Word, reading index: YAMLTree.Index, of what: String, reader: inout SectionReader
  ) {
    let tree = reader.tree
    let what = "capability '\(name.text)' of \(what)"
    guard tree.kind(index) == .mapping else {
      let type = reader.word(index, of: what)
      self.init(name: name, type: type ?? TOSCADocument.Word(text: "", range: name.range))
      isTypeMalformed = type == nil
      return
    }
    let type = reader.word(index, key: "type", of: what)
    // One that an ancestor has too keeps its type.
    self.init(name: name, type: type ?? TOSCADocument.Word(text: "", range: name.range))
    isTypeMalformed = type == nil && !reader.lacks("type", index, known: Self.keys)
    for (key, value) in tree.pairs(index) where reader.isKnown(key, of: what, Self.keys) {
      switch tree.text(key) {
      case "properties":
        properties = reader.pairs(value, of: "the properties of \(what)").map { key, value in
          PropertyDefinition(reader.word(key), reading: value, reader: &reader)
        }
      case "attributes":
        attributes = reader.pairs(value, of: "the attributes of \(what)").map { key, value in
          PropertyDefinition(reader.word(key), reading: value, reader: &reader)
        }
      case "valid_source_types": validSources = reader.words(value, of: "'valid_source_types' of \(what)")
      case "occurrences": _ = Occurrences(reading: value, reader: &reader)
      default: break
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func foreignKeyname(_ key: TOSCADocument.Word, of what: String) -> Diagnostic {
    Diagnostic(
      .warning, "foreign-keyname",
      "'\(key.text)' is not a key of \(what) in TOSCA; Tacker's type files have it",
      at: key.range)
  }

  fileprivate static func implementedInType(
    _ operation: TOSCADocument.Word, _ what: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "implemented-interface-type",
      "operation '\(operation.text)' of \(what) has an implementation; that belongs to a node type or a template",
      at: operation.range)
  }

  fileprivate static func inputWithoutDefinition(_ name: TOSCADocument.Word, _ what: String) -> Diagnostic {
    Diagnostic(
      .error, "input-without-type",
      "input '\(name.text)' of \(what) has no 'type'; an operation cannot have the name 'inputs'",
      at: name.range)
  }
}
