import Diagnostics

extension TopologyBuilder {
  /// Reports calls that name an input, a node or a property that does not exist (chapter 4).
  mutating func checkFunctions(in value: PropertyValue) {
    switch value.content {
    case .list(let items): for item in items { checkFunctions(in: item) }
    case .map(let entries): for entry in entries { checkFunctions(in: entry.value) }
    case .function(let function):
      for argument in function.arguments { checkFunctions(in: argument) }
      checkCall(function, at: value.range)
    default: break
    }
  }

  private mutating func checkCall(_ function: PropertyValue.Function, at range: SourceRange) {
    guard let first = function.arguments.first, let name = first.text else { return }
    let word = TOSCADocument.Word(text: name, range: first.range)
    switch function.name {
    case "get_input":
      let known = topology.document.inputs.map(\.name.text)
      if !known.contains(name) { log.report(.unknownInput(word, known)) }
    case "get_property", "get_attribute":
      guard !["SELF", "HOST", "SOURCE", "TARGET"].contains(name) else { return }
      guard let id = topology.node(named: name) else {
        log.report(.unknownNode(word, topology))
        return
      }
      let type = topology[id].type
      guard function.name == "get_property", function.arguments.count == 2, !type.isUnknown,
        let property = function.arguments[1].text, type.property(property) == nil
      else { return }
      log.report(
        .unknownMember(
          "unknown-property", "property", .init(text: property, range: function.arguments[1].range), type,
          type.properties.map(\.name.text)))
    default: break
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownInput(_ name: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-input", "'\(name.text)' is not an input of this template", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known))
  }
}
