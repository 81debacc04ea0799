import Diagnostics

extension ValidationRule {
  /// The ports of a server stand in an order, so that no two have the same place.
  static let connectionPointOrder = ValidationRule("cp-order") { topology, log in
    var places: [Place: PropertyValue] = [:]
    for kind in ["tosca.nodes.nfv.VduCp", "tosca.nodes.network.Port"] {
      for id in topology.nodes(ofKind: kind) {
        guard let value = topology[id].assigned("order"), let order = value.integer else { continue }
        for server in topology.targets(of: id, "virtual_binding", "virtualBinding", "binding") {
          let place = Place(server: server, order: order)
          if let earlier = places[place] {
            log.report(.sameOrder(value, order, topology[server], earlier))
          } else {
            places[place] = value
          }
        }
      }
    }
  }

  private struct Place: Hashable {
    let server: NodeTemplate.ID
    let order: Int
  }
}

extension Diagnostic {
  fileprivate static func sameOrder(
    _ value: PropertyValue, _ order: Int, _ server: NodeTemplate, _ earlier: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .warning, "cp-order",
      "two ports of '\(server.name.text)' have the order \(order), so it is open which one comes first",
      at: value.range, notes: [Note("the other port's order", at: earlier.range)])
  }
}
