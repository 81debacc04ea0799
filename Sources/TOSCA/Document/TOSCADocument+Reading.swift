package import Diagnostics
package import YAML

extension TOSCADocument {
  /// Reads the sections of a parsed file.
  ///
  /// - Returns: nil when the file is no TOSCA template at all; the log says why.
  package init?(reading tree: YAMLTree, reporting log: inout DiagnosticLog) {
    guard let root = tree.root else {
      if !log.findings.contains(where: { $0.range.file == tree.file && $0.severity == .error }) {
        log.report(.emptyTemplate(tree.file))
      }
      return nil
    }
    log.readSuppressions(in: tree)
    guard tree.kind(root) == .mapping else {
      log.report(.noMapAtTheTop(tree, root))
      return nil
    }
    guard let version = tree.value(root, Key.version) else {
      log.report(.missingVersion(tree, root))
      return nil
    }
    var reader = SectionReader(tree: tree, log: log)
    defer { log = reader.log }
    guard let versionWord = reader.word(version, of: "'\(Key.version)'") else { return nil }
    self.init(tree: tree, version: versionWord)
    for (key, value) in tree.pairs(root) {
      readSection(key, value, &reader)
    }
  }

  private enum Key {
    static let version = "tosca_definitions_version"
    static let topLevel =
      [
        version, "metadata", "namespace", "description", "dsl_definitions", "repositories", "imports",
        "topology_template", "template_name", "template_author", "template_version",
      ] + TypeKind.allCases.map(\.rawValue)
    static let output = ["description", "value", "type", "mapping"]
    static let topology = [
      "description", "inputs", "node_templates", "relationship_templates", "groups", "policies", "outputs",
      "substitution_mappings", "workflows",
    ]
  }

  private mutating func readSection(
    _ key: YAMLTree.Index, _ value: YAMLTree.Index, _ reader: inout SectionReader
  ) {
    let name = tree.text(key) ?? ""
    if let kind = TypeKind(rawValue: name) {
      types[kind] = reader.pairs(value, of: "'\(name)'").map { (reader.word($0), $1) }
      return
    }
    switch name {
    case "description":
      description = reader.word(value, of: "the description")?.text
    case "imports":
      readImports(value, &reader)
    case "topology_template":
      for (key, value) in reader.pairs(value, of: "'topology_template'") {
        readTopologySection(key, value, &reader)
      }
    case "repositories":
      unreadSections.append(reader.word(key))
    case _ where Key.topLevel.contains(name):
      break
    default:
      reader.reportUnknownKey(key, of: "a service template", known: Key.topLevel)
    }
  }

  private mutating func readTopologySection(
    _ key: YAMLTree.Index, _ value: YAMLTree.Index, _ reader: inout SectionReader
  ) {
    switch tree.text(key) ?? "" {
    case "description":
      description = description ?? reader.word(value, of: "the description")?.text
    case "inputs":
      inputs = reader.pairs(value, of: "'inputs'").map { name, definition in
        let name = reader.word(name)
        return (name, PropertyDefinition(name, reading: definition, reader: &reader))
      }
    case "node_templates":
      nodeTemplates = reader.pairs(value, of: "'node_templates'").map { name, template in
        NodeTemplateSyntax(reader.word(name), reading: template, reader: &reader)
      }
    case "policies":
      policies = PolicySyntax.readAll(value, reader: &reader)
    case "outputs":
      outputs = reader.pairs(value, of: "'outputs'").map { name, definition in
        reader.checkKeys(of: definition, "output '\(tree.text(name) ?? "")'", known: Key.output)
        return Output(
          name: reader.word(name),
          description: tree.value(definition, "description").flatMap(tree.text),
          value: tree.value(definition, "value").map { PropertyValue(tree, $0) })
      }
    case "groups":
      groups = reader.pairs(value, of: "'groups'").compactMap { tree.text($0.key) }
      unreadSections.append(reader.word(key))
    case let name where Key.topology.contains(name):
      unreadSections.append(reader.word(key))
    default:
      reader.reportUnknownKey(key, of: "a topology template", known: Key.topology)
    }
  }

  private mutating func readImports(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    for item in reader.items(index, of: "'imports'") {
      var file = item
      if tree.kind(item) == .mapping {
        // The old named form `- name: {file: x}` and the plain one `- file: x`.
        if let plain = tree.value(item, "file") {
          file = plain
        } else if let (_, named) = Array(tree.pairs(item)).first {
          file = tree.value(named, "file") ?? named
        }
      }
      if let word = reader.word(file, of: "an import") {
        imports.append(Import(file: word))
      }
    }
  }
}

extension NodeTemplateSyntax {
  private static let keys = [
    "type", "description", "metadata", "directives", "properties", "attributes", "requirements",
    "capabilities", "interfaces", "artifacts", "node_filter", "copy",
  ]
  private static let capabilityKeys = ["properties", "attributes", "occurrences", "directives"]
  private static let requirementKeys = [
    "node", "capability", "relationship", "node_filter", "occurrences", "directives",
  ]

  init(_ name: TOSCADocument.Word, reading index: YAMLTree.Index, reader: inout SectionReader) {
    self.name = name
    for (key, value) in reader.pairs(index, of: "node template '\(name.text)'") {
      switch reader.tree.text(key) ?? "" {
      case "type":
        type = reader.word(value, of: "the type of '\(name.text)'")
        isTypeMalformed = type == nil
      case "description": description = reader.tree.text(value)
      case "properties": properties = reader.assignments(value, of: "the properties of '\(name.text)'")
      case "requirements": readRequirements(value, &reader)
      case "capabilities":
        capabilities = reader.pairs(value, of: "the capabilities of '\(name.text)'").map { key, value in
          reader.checkKeys(of: value, "a capability", known: Self.capabilityKeys)
          let properties = reader.tree.value(value, "properties")
          return (
            reader.word(key),
            properties.map { reader.assignments($0, of: "the properties of a capability") } ?? []
          )
        }
      case "metadata", "attributes": break
      case let known where Self.keys.contains(known): unreadKeys.append(reader.word(key))
      default: reader.reportUnknownKey(key, of: "node template '\(name.text)'", known: Self.keys)
      }
    }
  }

  /// Requirements are a list of maps with one key; a bare map is taken as such a list.
  private mutating func readRequirements(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let tree = reader.tree
    let maps =
      tree.kind(index) == .mapping ? [index] : reader.items(index, of: "the requirements of '\(name.text)'")
    for map in maps {
      for (key, value) in reader.pairs(map, of: "a requirement of '\(name.text)'") {
        var requirement = RequirementSyntax(name: reader.word(key))
        if tree.kind(value) == .mapping {
          reader.checkKeys(
            of: value, "requirement '\(requirement.name.text)'", known: Self.requirementKeys)
          requirement.target = tree.value(value, "node").flatMap { reader.word($0, of: "'node'") }
          requirement.capability = tree.value(value, "capability").map(reader.word)
          requirement.relationship = tree.value(value, "relationship").flatMap { relationship in
            tree.kind(relationship) == .mapping
              ? tree.value(relationship, "type").map(reader.word) : reader.word(relationship)
          }
          requirement.hasNodeFilter = tree.value(value, "node_filter") != nil
        } else {
          requirement.target = reader.word(value, of: "requirement '\(requirement.name.text)'")
        }
        requirements.append(requirement)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func emptyTemplate(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      .error, "empty-template", "the file is empty; a template begins with 'tosca_definitions_version'",
      at: SourceRange(startOf: file))
  }

  fileprivate static func noMapAtTheTop(_ tree: YAMLTree, _ root: YAMLTree.Index) -> Diagnostic {
    let found = tree.kind(root) == .sequence ? "a list" : "plain text"
    return Diagnostic(
      .error, "not-a-template", "a template is a map with 'tosca_definitions_version'; this is \(found)",
      at: SourceRange(startOf: tree.file))
  }

  fileprivate static func missingVersion(_ tree: YAMLTree, _ root: YAMLTree.Index) -> Diagnostic {
    let near = nearestSpelling(
      to: "tosca_definitions_version", among: tree.pairs(root).compactMap { tree.text($0.key) })
    let hint = near.map { "; is '\($0)' a misspelling of it?" } ?? ""
    return Diagnostic(
      .error, "missing-version",
      "'tosca_definitions_version' is missing, so this is no TOSCA template\(hint)",
      at: SourceRange(startOf: tree.file))
  }
}
