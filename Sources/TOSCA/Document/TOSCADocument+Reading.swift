package import Diagnostics
package import YAML

extension TOSCADocument {
  /// Reads the sections of a parsed file; nil when it is no TOSCA template at all, and the log says why.
  ///
  /// An imported file without a version is taken to have the `assumed` one.
  package init?(reading tree: YAMLTree, assuming assumed: Word? = nil, reporting log: inout DiagnosticLog) {
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
      guard let assumed else {
        log.report(.missingVersion(tree, root))
        return nil
      }
      log.report(.importWithoutVersion(tree))
      self.init(
        reading: root, of: tree, TOSCADocument.Word(text: assumed.text, range: tree.range(root)), &log)
      return
    }
    guard tree.kind(version) == .scalar, !tree.isNull(version) else {
      var reader = SectionReader(tree: tree, grammar: .simple1_3, isNFV: false, log: log)
      _ = reader.word(version, of: "'\(Key.version)'")
      log = reader.log
      return nil
    }
    let word = TOSCADocument.Word(text: tree.text(version) ?? "", range: tree.range(version))
    if let (first, _) = tree.pairs(root).first(where: { _ in true }), !tree.has(first, text: Key.version) {
      log.report(.versionNotFirst(word))
    }
    self.init(reading: root, of: tree, word, &log)
  }

  private init(
    reading root: YAMLTree.Index, of tree: YAMLTree, _ version: Word, _ log: inout DiagnosticLog
  ) {
    self.init(tree: tree, version: version)
    let profile = Profile.of(version.text)
    var reader = SectionReader(
      tree: tree, grammar: profile?.grammar ?? .simple1_3, isNFV: profile?.isNFV ?? false, log: log)
    defer { log = reader.log }
    guard version.text != "tosca_2_0" else {
      // One finding says that this is not read yet; that 2.0 has lists and maps as keys is no other.
      reader.log.removeFindings { $0.range.file == tree.file && $0.code.name == "yaml-complex-key" }
      return
    }
    for (key, value) in tree.pairs(root) {
      readSection(key, value, &reader)
    }
  }

  private enum Key {
    static let version = "tosca_definitions_version"
    static let topLevel = Keynames(
      [
        version, "metadata", "namespace", "tosca_default_namespace", "description", "dsl_definitions",
        "repositories", "imports", "topology_template", "template_name", "template_author",
        "template_version",
      ] + TypeKind.allCases.map(\.rawValue))
    static let output = Keynames(
      [
        "description", "value", "type", "required", "default", "status", "constraints", "entry_schema",
        "metadata",
      ],
      since: [.simple1_3: ["mapping", "key_schema"]])
    static let topology = Keynames(
      [
        "description", "inputs", "node_templates", "relationship_templates", "groups", "policies", "outputs",
        "substitution_mappings",
      ], since: [.simple1_1: ["workflows"]])
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
      description = reader.description(value, of: "the template")
    case "metadata": readMetadata(value, &reader)
    case "template_name", "template_author", "template_version", "namespace", "tosca_default_namespace":
      _ = reader.word(value, of: "'\(name)'")
    case "dsl_definitions": _ = reader.pairs(value, of: "'dsl_definitions'")
    case "imports":
      imports = ImportSyntax.readAll(value, reader: &reader)
    case "topology_template":
      topologySection = reader.word(key)
      for (key, value) in reader.pairs(value, of: "'topology_template'") {
        readTopologySection(key, value, &reader)
      }
    case "repositories":
      repositories = reader.pairs(value, of: "'repositories'").map { key, value in
        RepositorySyntax(reader.word(key), reading: value, reader: &reader)
      }
    default:
      _ = reader.isKnown(key, of: "a service template", Key.topLevel)
    }
  }

  /// Metadata is a map of texts (3.10.3.2); the keys of the specification have a form of their own.
  private mutating func readMetadata(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    for (key, value) in reader.pairs(index, of: "'metadata'") {
      let name = reader.word(key)
      guard name.text.hasPrefix("template_") else {
        if let text = tree.text(value) { metadata.append((name, text)) }
        continue
      }
      guard let word = reader.word(value, of: "'\(name.text)' of the metadata") else { continue }
      metadata.append((name, word.text))
      if name.text == "template_version", !Self.isVersion(word.text) {
        reader.log.report(.badTemplateVersion(word))
      }
    }
  }

  private mutating func readTopologySection(
    _ key: YAMLTree.Index, _ value: YAMLTree.Index, _ reader: inout SectionReader
  ) {
    switch tree.text(key) ?? "" {
    case "description":
      let own = reader.description(value, of: "the topology")
      description = description ?? own
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
      outputs = reader.pairs(value, of: "'outputs'").map { output(reader.word($0), $1, &reader) }
    case "relationship_templates":
      relationshipTemplates = reader.pairs(value, of: "'relationship_templates'").map { key, value in
        RelationshipTemplateSyntax(reader.word(key), reading: value, reader: &reader)
      }
    case "groups":
      groups = reader.pairs(value, of: "'groups'").map { key, value in
        GroupSyntax(reader.word(key), reading: value, reader: &reader)
      }
      unreadSections.append(reader.word(key))
    case "workflows":
      _ = reader.isKnown(key, of: "a topology template", Key.topology)
      workflows = reader.pairs(value, of: "'workflows'").map { key, value in
        WorkflowSyntax(reader.word(key), reading: value, reader: &reader)
      }
      unreadSections.append(reader.word(key))
    case "substitution_mappings":
      substitution = SubstitutionMappingsSyntax(key, reading: value, reader: &reader)
      unreadSections.append(reader.word(key))
    default:
      _ = reader.isKnown(key, of: "a topology template", Key.topology)
    }
  }
}

extension TOSCADocument {
  private func output(
    _ name: Word, _ index: YAMLTree.Index, _ reader: inout SectionReader
  ) -> Output {
    let what = "output '\(name.text)'"
    _ = reader.pairs(index, of: what)
    reader.checkKeys(of: index, what, known: Key.output)
    let value = tree.value(index, "value").map { PropertyValue(tree, $0) }
    let isForm = tree.kind(index) == .mapping || tree.isNull(index)
    if isForm, tree.value(index, "mapping") == nil, reader.lacks("value", index, known: Key.output) {
      reader.log.report(.outputWithoutValue(name))
    }
    return Output(
      name: name, description: tree.value(index, "description").flatMap(tree.text), value: value)
  }

  /// Whether a text is a version (3.3.2): numbers with dots between, and what is behind them.
  private static func isVersion(_ text: String) -> Bool {
    text.utf8.first.map { (48...57).contains($0) || $0 == UInt8(ascii: "v") } ?? false
  }
}

extension Diagnostic {
  fileprivate static func badTemplateVersion(_ word: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "template-version", "'\(word.text)' is no version, such as '1.0' or '2.1.3'", at: word.range)
  }

  fileprivate static func outputWithoutValue(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(.error, "output-without-value", "output '\(name.text)' has no 'value'", at: name.range)
  }

  fileprivate static func versionNotFirst(_ word: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "version-not-first", "'tosca_definitions_version' must be the first key of the file",
      at: word.range)
  }

  fileprivate static func importWithoutVersion(_ tree: YAMLTree) -> Diagnostic {
    Diagnostic(
      .warning, "import-without-version",
      "'tosca_definitions_version' is missing here; the version of the importing file is taken",
      at: SourceRange(startOf: tree.file))
  }

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
