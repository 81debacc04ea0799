package import Diagnostics

extension Topology {
  /// The topology that is deployed: where a template names a VNF and imported topologies describe its deployment
  /// flavours, the one of the flavour that is chosen (ETSI GS NFV-SOL 001, 6.11).
  ///
  /// Its inputs have the values that the VNF's properties give them. A template that describes itself what is deployed
  /// stays as it is.
  package func deployed(reporting log: inout DiagnosticLog) -> Topology {
    let vnfs = nodes(ofKind: "tosca.nodes.nfv.VNF")
    guard !substitutes.isEmpty, let id = vnfs.first, vnfs.count == 1, nodes.count == 1 else { return self }
    let vnf = self[id]
    let candidates = substitutes.filter { substitute in
      substitute.document.substitution?.nodeType.map {
        vnf.type.isKind(of: $0.text) || vnf.type.name == $0.text
      }
        ?? false
    }
    guard let chosen = choose(among: candidates, for: vnf, reporting: &log) else { return self }
    return chosen.standing(for: vnf, in: self)
  }

  /// The deployment flavour of the VNF that the topology is, by its mappings, else by the node that describes it.
  package var deployedFlavour: String? {
    if let flavour { return flavour }
    guard let vnf = nodes(ofKind: "tosca.nodes.nfv.VNF").first else { return nil }
    return settled(self[vnf][property: "flavour_id"])?.text
  }

  private func choose(
    among candidates: [Topology], for vnf: NodeTemplate, reporting log: inout DiagnosticLog
  ) -> Topology? {
    let stated = vnf[property: "flavour_id"]
    guard let wanted = settled(stated)?.text else {
      if candidates.count > 1, let first = candidates.first {
        log.report(.flavourChosen(first.flavour ?? "", candidates.compactMap(\.flavour), vnf, stated))
      }
      return candidates.first
    }
    if let found = candidates.first(where: { $0.flavour == wanted })
      ?? candidates.first(where: { $0.flavour == nil })
    {
      return found
    }
    guard !candidates.isEmpty else { return nil }
    log.report(.unknownFlavour(wanted, candidates.compactMap(\.flavour), vnf, stated))
    return candidates[0]
  }

  /// The deployment flavour that the topology is, by its mappings.
  package var flavour: String? {
    document.substitution?.properties.first { $0.name.text == "flavour_id" }?.value?.text
  }

  /// The topology with the types of another, and with the values that a node there gives to its inputs.
  private func standing(for node: NodeTemplate, in outer: Topology) -> Topology {
    var topology = self
    topology.types = outer.types
    topology.isSubstitute = true
    let mappings = document.substitution?.properties ?? []
    var propertyOfInput: [String: String] = [:]
    for mapping in mappings {
      if let input = mapping.path.first { propertyOfInput[input.text] = mapping.name.text }
    }
    for offset in topology.inputs.indices {
      let name = topology.inputs[offset].name.text
      // Without mappings each input stands for the property of its name (3.8.13.3).
      let property = propertyOfInput[name] ?? name
      if let value = outer.settled(node[property: property]), !value.isNull {
        topology.inputs[offset].defaultValue = value
      }
    }
    return topology
  }

  /// What a value is before there is a stack: itself, or what an input stands for, which is the value given for it, else
  /// its default; nil for what only the stack will know, and for null.
  package func settled(_ value: PropertyValue?) -> PropertyValue? {
    var current = value
    // An input's default may be a call in turn.
    for _ in 0..<8 {
      guard let call = current, case .function(let function) = call.content else {
        return current?.isNull == true ? nil : current
      }
      guard function.name == "get_input", function.arguments.count == 1,
        let name = function.arguments[0].text
      else { return nil }
      let input = self.input(name)
      let given = [inputValues[name], input?.value, input?.defaultValue]
      current = given.lazy.compactMap { $0 }.first { !$0.isNull }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func flavourChosen(
    _ chosen: String, _ known: [String], _ node: NodeTemplate, _ value: PropertyValue?
  ) -> Diagnostic {
    Diagnostic(
      .info, "flavour-not-chosen",
      "nothing says which deployment flavour of '\(node.name.text)' is meant; of \(listed(known)) it is '\(chosen)'",
      at: value?.range ?? node.name.range)
  }

  fileprivate static func unknownFlavour(
    _ wanted: String, _ known: [String], _ node: NodeTemplate, _ value: PropertyValue?
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-flavour",
      "'\(wanted)' is no deployment flavour of '\(node.name.text)', which has \(listed(known))",
      at: value?.range ?? node.name.range, suggestion: nearestSpelling(to: wanted, among: known))
  }
}
