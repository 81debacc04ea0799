import Diagnostics

extension ValidationRule {
  /// Connection points and virtual links speak a protocol in common, and describe only those that they speak
  /// (SOL 001, 6.2.2, 6.2.15 and 6.8.8).
  static let layerProtocols = ValidationRule("layer-protocol") { topology, log in
    for id in topology.nodes(ofKind: "tosca.nodes.nfv.Cp") {
      guard let own = topology[id].assigned("layer_protocols")?.protocols else { continue }
      check(topology[id].assigned("protocol"), own.names, &log)
      for link in topology.targets(of: id, "virtual_link", "internal_virtual_link", "external_virtual_link") {
        let there = topology[link].assigned("connectivity_type")?["layer_protocols"]?.protocols
        if let there, Set(there.names).isDisjoint(with: own.names) {
          log.report(.nothingInCommon(topology[id], own.value, topology[link], there.value))
        }
      }
    }
    for kind in ["tosca.nodes.nfv.VnfVirtualLink", "tosca.nodes.nfv.NsVirtualLink"] {
      for id in topology.nodes(ofKind: kind) {
        let link = topology[id]
        guard let own = link.assigned("connectivity_type")?["layer_protocols"]?.protocols else { continue }
        check(link.assigned("vl_profile")?["virtual_link_protocol_data"], own.names, &log)
      }
    }
  }

  /// Descriptions of protocols, each of one that is among those known.
  private static func check(
    _ descriptions: PropertyValue?, _ known: [String], _ log: inout DiagnosticLog
  ) {
    for description in descriptions?.items ?? [] {
      guard let word = description["associated_layer_protocol"]?.word, !known.contains(word.text) else {
        continue
      }
      log.report(.notSpoken(word, known))
    }
  }
}

extension PropertyValue {
  /// The names of protocols; nil when they cannot all be read.
  fileprivate var protocols: (names: [String], value: PropertyValue)? {
    guard let items, !items.isEmpty else { return nil }
    let names = items.compactMap(\.text)
    return names.count == items.count ? (names, self) : nil
  }
}

extension Diagnostic {
  fileprivate static func nothingInCommon(
    _ point: NodeTemplate, _ own: PropertyValue, _ link: NodeTemplate, _ there: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .warning, "layer-protocol",
      "connection point '\(point.name.text)' has no layer protocol in common with '\(link.name.text)'",
      at: own.range, notes: [Note("the protocols of '\(link.name.text)'", at: there.range)])
  }

  fileprivate static func notSpoken(_ word: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    let list = known.prefix(6).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "layer-protocol", "'\(word.text)' is none of the layer protocols here, which are \(list)",
      at: word.range)
  }
}
