import Diagnostics
import YAML

extension ValidationRule {
  /// An input is there to be used, in this template or by the node type that the template stands for.
  static let unusedInputs = ValidationRule("unused-input") { topology, log in
    // The inputs of a topology that stands for a node are the node type's properties, used or not (3.8.13.3).
    let document = topology.document
    guard !document.inputs.isEmpty, document.substitution == nil, let root = document.tree.root,
      !topology.nodes.isEmpty || !document.outputs.isEmpty
    else { return }
    var used: Set<String> = []
    document.tree.addInputs(namedIn: root, to: &used)
    let known = document.inputs.map(\.name.text)
    // What a misspelt name means is used as well.
    for name in used.subtracting(known) {
      if let meant = nearestSpelling(to: name, among: known) { used.insert(meant) }
    }
    for (name, _) in document.inputs where !used.contains(name.text) {
      log.report(.unusedInput(name))
    }
  }
}

extension YAMLTree {
  /// Adds the names of the inputs that calls ask for; an alias says nothing that is not written elsewhere.
  fileprivate func addInputs(namedIn index: Index, to names: inout Set<String>) {
    guard !isAlias(index) else { return }
    for item in items(index) { addInputs(namedIn: item, to: &names) }
    for (key, value) in pairs(index) {
      if has(key, text: "get_input") {
        let name = kind(value) == .sequence ? items(value).first { _ in true } : value
        if let text = name.flatMap({ self.text($0) }) { names.insert(text) }
      }
      addInputs(namedIn: value, to: &names)
    }
  }
}

extension Diagnostic {
  fileprivate static func unusedInput(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "unused-input", "nothing asks for the input '\(name.text)'", at: name.range)
  }
}
