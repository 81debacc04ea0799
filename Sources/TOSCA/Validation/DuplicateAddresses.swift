import Diagnostics
import TextForms

extension ValidationRule {
  /// No two ports of a network have one address, nor has a port that of the gateway.
  static let duplicateAddresses = ValidationRule("duplicate-address", "duplicate-name") { topology, log in
    var addresses: [Address: PropertyValue] = [:]
    for id in topology.nodes(ofKind: "tosca.nodes.network.Port") {
      let node = topology[id]
      guard node.assigned("ip_address") != nil || node.assigned("mac_address") != nil else { continue }
      for network in topology.targets(of: id, "virtualLink", "link") {
        if let value = node.assigned("ip_address"), let address = value.text.flatMap(IPAddress.init) {
          let gateway = topology[network].assigned("gateway_ip")
          let taken = gateway?.text.flatMap(IPAddress.init) == address ? gateway : nil
          note(
            Address(network: network, text: "\(address.isSix ? 6 : 4) \(address.bits)"), value, taken,
            &addresses, &log)
        }
        if let value = node.assigned("mac_address"), let text = value.text?.lowercased() {
          note(Address(network: network, text: text), value, nil, &addresses, &log)
        }
      }
    }
    for kind in ["tosca.nodes.nfv.VDU", "tosca.nodes.nfv.Vdu.Compute", "tosca.nodes.network.Port"] {
      var names: [String: PropertyValue] = [:]
      for id in topology.nodes(ofKind: kind) {
        guard let value = topology[id].assigned("name"), let name = value.text else { continue }
        if let earlier = names[name] {
          log.report(.duplicateName(value, name, earlier))
        } else {
          names[name] = value
        }
      }
    }
  }

  private struct Address: Hashable {
    let network: NodeTemplate.ID
    let text: String
  }

  private static func note(
    _ address: Address, _ value: PropertyValue, _ taken: PropertyValue?,
    _ addresses: inout [Address: PropertyValue], _ log: inout DiagnosticLog
  ) {
    if let earlier = taken ?? addresses[address] {
      log.report(.duplicateAddress(value, earlier))
    } else {
      addresses[address] = value
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicateAddress(_ value: PropertyValue, _ earlier: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "duplicate-address", "the address '\(value.text ?? "")' is taken on this network already",
      at: value.range, notes: [Note("taken here", at: earlier.range)])
  }

  fileprivate static func duplicateName(
    _ value: PropertyValue, _ name: String, _ earlier: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .info, "duplicate-name", "another node has the name '\(name)' too, so the two cannot be told apart",
      at: value.range, notes: [Note("the other one", at: earlier.range)])
  }
}
