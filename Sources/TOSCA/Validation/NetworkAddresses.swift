import Diagnostics

extension ValidationRule {
  /// Addresses are addresses, and those of a network lie in its block.
  static let networkAddresses = ValidationRule(
    "network-address", "address-outside", "ip-version"
  ) { topology, log in
    for node in topology.nodes where node.type.isKind(of: "tosca.nodes.network.Network") {
      check(node, &log)
    }
    for (offset, node) in topology.nodes.enumerated() where node.type.isKind(of: "tosca.nodes.network.Port") {
      if let mac = node.literal("mac_address"), !isMAC(mac.text) {
        log.report(.noAddress(mac, "a MAC address such as 'fa:16:3e:00:00:01'"))
      }
      guard let (address, value) = readAddress(node.literal("ip_address"), &log) else { continue }
      let id = NodeTemplate.ID(offset: Int32(offset))
      for network in topology.targets(of: id, "virtualLink", "link") {
        guard let cidr = topology[network].literal("cidr"), let block = IPBlock(cidr.text) else { continue }
        if !block.contains(address) { log.report(.outside(value, cidr)) }
      }
    }
  }

  private typealias Literal = (text: String, value: PropertyValue)

  private static func check(_ network: NodeTemplate, _ log: inout DiagnosticLog) {
    let addresses = ["gateway_ip", "start_ip", "end_ip"].map { readAddress(network.literal($0), &log) }
    guard let cidr = network.literal("cidr") else { return }
    guard let block = IPBlock(cidr.text) else {
      log.report(.noAddress(cidr, "a block of addresses such as '10.0.0.0/24'"))
      return
    }
    if let version = network[property: "ip_version"]?.integer, version != (block.first.isSix ? 6 : 4) {
      log.report(.otherVersion(network.assigned("ip_version") ?? cidr.value, version, cidr))
    }
    for case let (address, value)? in addresses where !block.contains(address) {
      log.report(.outside(value, cidr))
    }
    if let start = addresses[1], let end = addresses[2], end.address < start.address {
      log.report(.poolBackwards(start.value))
    }
  }

  private static func readAddress(
    _ literal: Literal?, _ log: inout DiagnosticLog
  ) -> (address: IPAddress, value: Literal)? {
    guard let literal else { return nil }
    guard let address = IPAddress(literal.text) else {
      log.report(.noAddress(literal, "an address such as '10.0.0.5'"))
      return nil
    }
    return (address, literal)
  }

  private static func isMAC(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "-" })
    return text.utf8.count == 17 && parts.count == 6
      && parts.allSatisfy { $0.count == 2 && UInt8($0, radix: 16) != nil }
  }
}

extension NodeTemplate {
  /// The text of a property that is no call of a function.
  fileprivate func literal(_ name: String) -> (text: String, value: PropertyValue)? {
    assigned(name).flatMap { value in value.text.map { ($0, value) } }
  }
}

extension Diagnostic {
  fileprivate typealias Literal = (text: String, value: PropertyValue)

  fileprivate static func noAddress(_ literal: Literal, _ wanted: String) -> Diagnostic {
    Diagnostic(.error, "network-address", "'\(literal.text)' is not \(wanted)", at: literal.value.range)
  }

  fileprivate static func outside(_ literal: Literal, _ cidr: Literal) -> Diagnostic {
    Diagnostic(
      .error, "address-outside", "'\(literal.text)' is outside of the network's '\(cidr.text)'",
      at: literal.value.range, notes: [Note("the network's addresses", at: cidr.value.range)])
  }

  fileprivate static func otherVersion(
    _ place: PropertyValue, _ version: Int, _ cidr: Literal
  ) -> Diagnostic {
    Diagnostic(
      .error, "ip-version", "'\(cidr.text)' is not of IP version \(version)", at: place.range)
  }

  fileprivate static func poolBackwards(_ start: Literal) -> Diagnostic {
    Diagnostic(.error, "address-outside", "'start_ip' is above 'end_ip'", at: start.value.range)
  }
}
