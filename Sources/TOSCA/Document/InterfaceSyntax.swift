import Diagnostics
import YAML

/// An interface of a type or of a template as it is written (TOSCA Simple Profile 1.3, 3.6.20 and 3.8.5).
struct InterfaceSyntax: Sendable {
  let name: TOSCADocument.Word
  var type: TOSCADocument.Word?
  var inputs: [InputSyntax] = []
  var operations: [OperationSyntax] = []
  var notifications: [OperationSyntax] = []

  private static let keys = Keynames(
    ["type", "inputs", "description", "metadata", "derived_from", "version"],
    since: [.simple1_3: ["operations", "notifications"]])

  /// Reads a section `interfaces`, of a type or of a template.
  static func readAll(
    _ index: YAMLTree.Index, inTemplate: Bool = false, of what: @autoclosure () -> String,
    reader: inout SectionReader
  ) -> [InterfaceSyntax] {
    reader.pairs(index, of: "the interfaces of \(what())").map { key, value in
      InterfaceSyntax(reader.word(key), reading: value, inTemplate: inTemplate, reader: &reader)
    }
  }

  /// Reads one interface, or an interface type: what is no keyname is the name of an operation.
  init(
    _ name: TOSCADocument.Word, reading index: YAMLTree.Index, inTemplate: Bool = false,
    reader: inout SectionReader
  ) {
    self.name = name
    let tree = reader.tree
    let what = "interface '\(name.text)'"
    func operations(_ index: YAMLTree.Index, _ noun: String) -> [OperationSyntax] {
      reader.pairs(index, of: "the \(noun) of \(what)").map { key, value in
        OperationSyntax(reader.word(key), reading: value, inTemplate: inTemplate, reader: &reader)
      }
    }
    for (key, value) in reader.pairs(index, of: what) {
      let keyname = tree.text(key) ?? ""
      guard Self.keys.contains(keyname) else {
        self.operations.append(
          OperationSyntax(reader.word(key), reading: value, inTemplate: inTemplate, reader: &reader))
        continue
      }
      _ = reader.isKnown(key, of: what, Self.keys)
      switch keyname {
      case "type": type = reader.word(value, of: "the type of \(what)")
      case "inputs": inputs = InputSyntax.readAll(value, inTemplate: inTemplate, of: what, reader: &reader)
      case "operations": self.operations += operations(value, keyname)
      case "notifications": notifications = operations(value, keyname)
      default: break
      }
    }
  }
}

/// An operation or a notification (3.6.17, 3.6.18).
struct OperationSyntax: Sendable {
  let name: TOSCADocument.Word
  var inputs: [InputSyntax] = []
  /// The artifacts that implement it, the primary one first.
  var artifacts: [ArtifactSyntax] = []

  private static let keys = Keynames(
    ["description", "implementation", "inputs", "metadata"], since: [.simple1_3: ["outputs"]])
  private static let implementationKeys: Keynames = [
    "primary", "dependencies", "operation_host", "timeout", "file", "type", "repository",
  ]

  init(
    _ name: TOSCADocument.Word, reading index: YAMLTree.Index, inTemplate: Bool,
    reader: inout SectionReader
  ) {
    self.name = name
    let tree = reader.tree
    // An empty list says "nothing here" in many SOL001 templates.
    if tree.kind(index) == .sequence, tree.items(index).first(where: { _ in true }) == nil { return }
    guard tree.kind(index) == .mapping else {
      if !tree.isNull(index), let file = reader.word(index, of: "operation '\(name.text)'") {
        artifacts = [ArtifactSyntax(file: file)]
      }
      return
    }
    for (key, value) in tree.pairs(index) where reader.isKnown(key, of: "operation '\(name.text)'", Self.keys)
    {
      switch tree.text(key) {
      case "inputs":
        inputs = InputSyntax.readAll(
          value, inTemplate: inTemplate, of: "operation '\(name.text)'", reader: &reader)
      case "implementation": readImplementation(value, &reader)
      default: break
      }
    }
  }

  private mutating func readImplementation(_ index: YAMLTree.Index, _ reader: inout SectionReader) {
    let tree = reader.tree
    let what = "the implementation of '\(name.text)'"
    guard tree.kind(index) == .mapping else {
      if !tree.isNull(index), let file = reader.word(index, of: what) {
        artifacts = [ArtifactSyntax(file: file)]
      }
      return
    }
    if tree.value(index, "file") != nil {
      artifacts.append(
        ArtifactSyntax(name, reading: index, besides: Self.implementationKeys, reader: &reader))
    } else {
      reader.checkKeys(of: index, what, known: Self.implementationKeys)
    }
    for (key, value) in tree.pairs(index) where tree.has(key, text: "primary") {
      artifacts.append(ArtifactSyntax(reader.word(key), reading: value, reader: &reader))
    }
    guard let dependencies = tree.value(index, "dependencies") else { return }
    for item in reader.items(dependencies, of: "the dependencies of '\(name.text)'") {
      artifacts.append(ArtifactSyntax(name, reading: item, reader: &reader))
    }
  }
}

/// An input of an interface or an operation: a definition in a type, a value in a template.
struct InputSyntax: Sendable {
  let name: TOSCADocument.Word
  /// nil where the input is only given a value.
  var definition: PropertyDefinition?
  var value: PropertyValue?

  /// Reads a section `inputs`: a map with `type` is a definition, all else a value.
  ///
  /// A template gives values, so that there a map is a definition only if it has nothing else in it.
  static func readAll(
    _ index: YAMLTree.Index, inTemplate: Bool = false, of what: @autoclosure () -> String,
    reader: inout SectionReader
  ) -> [InputSyntax] {
    let tree = reader.tree
    return reader.pairs(index, of: "the inputs of \(what())").map { key, value in
      let name = reader.word(key)
      let isPlain = tree.pairs(value).allSatisfy { PropertyDefinition.keys.contains(tree.text($0.key) ?? "") }
      guard let type = tree.value(value, "type"), tree.kind(type) == .scalar, !inTemplate || isPlain else {
        return InputSyntax(name: name, value: PropertyValue(tree, value))
      }
      let definition = PropertyDefinition(name, reading: value, reader: &reader)
      return InputSyntax(
        name: name, definition: definition, value: definition.value ?? definition.defaultValue)
    }
  }
}

/// An artifact as it is written, or the mere name of one (3.6.7).
struct ArtifactSyntax: Sendable {
  /// nil for the mere name of a file or of an artifact.
  var name: TOSCADocument.Word?
  var type: TOSCADocument.Word?
  var file: TOSCADocument.Word?
  /// The file as it is written, which may be a call.
  var fileValue: PropertyValue?
  var repository: TOSCADocument.Word?
  var properties: [Assignment] = []
  private(set) var hasFile = false
  /// Whether the file stands under a misspelt key, which was reported.
  private(set) var isFileMisspelt = false

  private static let keys = Keynames(
    ["type", "file", "repository", "description", "deploy_path", "metadata"],
    since: [.simple1_3: ["artifact_version", "version", "checksum", "checksum_algorithm", "properties"]])

  init(file: TOSCADocument.Word) {
    self.file = file
    fileValue = PropertyValue(.string(file.text), at: file.range)
    hasFile = true
  }

  /// Reads an artifact, beside whose keys the `others` may stand.
  init(
    _ name: TOSCADocument.Word, reading index: YAMLTree.Index, besides others: Keynames = [],
    reader: inout SectionReader
  ) {
    self.name = name
    let what = "artifact '\(name.text)'"
    guard reader.tree.kind(index) == .mapping else {
      file = reader.word(index, of: what)
      fileValue = PropertyValue(reader.tree, index)
      hasFile = true
      return
    }
    isFileMisspelt = reader.misspells("file", reader.tree.pairs(index).map(\.key), known: Self.keys)
    for (key, value) in reader.tree.pairs(index) {
      let keyname = reader.tree.text(key) ?? ""
      let isOther = others.contains(keyname) && !Self.keys.contains(keyname)
      guard !isOther, reader.isKnown(key, of: what, Self.keys) else { continue }
      switch reader.tree.text(key) {
      case "type": type = reader.word(value, of: "the type of \(what)")
      case "file":
        hasFile = true
        fileValue = PropertyValue(reader.tree, value)
        // Tacker's descriptors take the file from an input.
        if reader.tree.kind(value) != .mapping { file = reader.word(value, of: "the file of \(what)") }
      case "repository": repository = reader.word(value, of: "the repository of \(what)")
      case "properties": properties = reader.assignments(value, of: "the properties of \(what)")
      default: break
      }
    }
  }
}
