package import Diagnostics
import YAML

/// Values that someone gives for the inputs of a template.
package enum InputSource: Sendable {
  /// A file with a map of values by the names of inputs, in YAML or JSON.
  case file(SourceFile)
  /// One value; its text is YAML, but where the input is a string it is that string.
  case value(name: String, text: String)
  /// The same for an input that the template need not have; it is a string then.
  case optional(name: String, text: String)
}

extension Topology {
  /// Checks the values that are given for the inputs, and that no input is without one; a later value goes before an
  /// earlier one.
  package mutating func check(_ inputs: [InputSource], reporting log: inout DiagnosticLog) {
    var builder = TopologyBuilder(document, types, log)
    builder.topology = self
    builder.check(inputs)
    (self, log) = (builder.topology, builder.log)
  }
}

extension TopologyBuilder {
  fileprivate mutating func check(_ sources: [InputSource]) {
    let definitions = Dictionary(topology.inputs.map { ($0.name.text, $0) }) { first, _ in first }
    var values: [String: PropertyValue] = [:]
    for source in sources {
      if case .optional(let name, let text) = source, definitions[name] == nil {
        let place = SourceRange(
          startOf: log.add(SourceFile(name: "<input \(name)>", bytes: Array(text.utf8))))
        values[name] = PropertyValue(.string(text), at: place)
        continue
      }
      for (name, value) in read(source, definitions) {
        if definitions[name.text] == nil {
          log.report(.unknownInput(name, definitions.keys.sorted()))
        } else {
          values[name.text] = value
        }
      }
    }
    topology.inputValues = values
    for definition in topology.inputs {
      let name = definition.name.text
      if let value = values[name], !value.isNull {
        check(value, against: definition.schema, of: "input '\(name)'")
      } else if definition.isRequired, definition.defaultValue == nil, definition.value == nil {
        log.report(.missingInput(definition.name))
      }
    }
  }

  private mutating func read(
    _ source: InputSource, _ definitions: [String: PropertyDefinition]
  ) -> [(TOSCADocument.Word, PropertyValue)] {
    switch source {
    case .file(let source):
      let tree = parse(source)
      guard let root = tree.root, !tree.isNull(root) else { return [] }
      guard tree.kind(root) == .mapping else {
        log.report(.noMapOfInputs(tree.range(root)))
        return []
      }
      return tree.pairs(root).map { key, value in
        (TOSCADocument.Word(text: tree.text(key) ?? "", range: tree.range(key)), PropertyValue(tree, value))
      }
    case .value(let name, let text), .optional(let name, let text):
      let source = SourceFile(name: "<input \(name)>", bytes: Array(text.utf8))
      if definitions[name]?.schema.primitive == .string {
        let word = TOSCADocument.Word(text: name, range: SourceRange(startOf: log.add(source)))
        return [(word, PropertyValue(.string(text), at: word.range))]
      }
      let tree = parse(source)
      let word = TOSCADocument.Word(text: name, range: SourceRange(startOf: tree.file))
      let value = tree.root.map { PropertyValue(tree, $0) } ?? PropertyValue(.null, at: word.range)
      return [(word, value)]
    }
  }

  private mutating func parse(_ source: SourceFile) -> YAMLTree {
    let file = log.add(source)
    return YAMLTree(parsing: source.bytes, file: file, reporting: &log)
  }
}

extension Diagnostic {
  fileprivate static func unknownInput(_ name: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-input", "'\(name.text)' is not an input of this template", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func missingInput(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "missing-input", "input '\(name.text)' is required and has no default, but no value is given",
      at: name.range)
  }

  fileprivate static func noMapOfInputs(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "wrong-form", "a file of inputs must be a map of values by the names of inputs", at: range)
  }
}
