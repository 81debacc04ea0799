import Diagnostics
import TOSCA

/// The inputs of type `scalar-unit.size` that become numbers of GiB.
///
/// HOT knows no units, and Cinder takes GiB. An input that is asked for as the size of a volume is such a number, and so
/// is one that is asked for nowhere but in what the translation itself decides; any other keeps its text.
struct SizeInputs: Sendable {
  private var names: Set<String> = []

  init(_ topology: Topology, reporting log: inout DiagnosticLog) {
    let inputs = topology.inputs.filter { Self.isSize($0.schema, topology.types) }
    guard !inputs.isEmpty else { return }
    var uses = Uses()
    for node in topology.nodeIDs { uses.add(node, of: topology) }
    for policy in topology.policies { for property in policy.properties { uses.addText(property.value) } }
    for output in topology.outputs { output.value.map { uses.addText($0) } }
    for input in inputs {
      let name = input.name.text
      let isText = uses.texts.contains(name)
      guard uses.volumes.contains(name) || !isText else { continue }
      names.insert(name)
      if isText { log.report(.unitLost(input.name)) }
    }
  }

  func contains(_ name: String) -> Bool {
    names.contains(name)
  }

  private static func isSize(_ schema: Schema, _ types: TypeCatalog) -> Bool {
    let name = types.known(.data, schema.typeName)?.primitive ?? schema.type
    return name == "scalar-unit.size" || name == "tosca:scalar-unit.size"
  }
}

/// Where inputs are asked for.
private struct Uses {
  /// Those that are the size of a volume.
  var volumes: Set<String> = []
  /// Those that are asked for as they are written.
  var texts: Set<String> = []

  mutating func add(_ node: NodeTemplate.ID, of topology: Topology) {
    let template = topology[node]
    for property in template.properties {
      if property.name.text == "size", template.type.isVolume,
        case .function(let call) = property.value.content,
        call.name == "get_input", call.arguments.count == 1, let name = call.arguments.first?.text
      {
        volumes.insert(name)
      } else {
        addText(property.value)
      }
    }
    for capability in template.capabilities where !["host", "nfv_compute"].contains(capability.name.text) {
      for property in capability.properties { addText(property.value) }
    }
    for requirement in topology.requirements(of: node) {
      for property in requirement.properties { addText(property.value) }
      for operation in topology.operations(of: requirement) {
        for input in operation.inputs { addText(input.value) }
      }
    }
    for operation in topology.operations(of: node) {
      for input in operation.inputs { addText(input.value) }
    }
  }

  /// Adds the inputs of all calls in a value; the limits of the parse bound how deep they lie.
  mutating func addText(_ value: PropertyValue) {
    switch value.content {
    case .list(let items): for item in items { addText(item) }
    case .map(let entries): for entry in entries { addText(entry.value) }
    case .function(let call):
      if call.name == "get_input", let name = call.arguments.first?.text { texts.insert(name) }
      for argument in call.arguments { addText(argument) }
    default: break
    }
  }
}

extension Diagnostic {
  fileprivate static func unitLost(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "input '\(name.text)' becomes a number of GiB for a volume, and so it comes without its unit elsewhere",
      at: name.range)
  }
}
