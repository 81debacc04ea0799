import Diagnostics
import TextForms

extension ValidationRule {
  /// Addresses are addresses, and those of a network lie in its block.
  static let networkAddresses = ValidationRule(
    "network-address", "address-outside", "ip-version"
  ) { topology, log in
    for id in topology.nodes(ofKind: "tosca.nodes.network.Network") {
      let node = topology[id]
      let version = node[property: "ip_version"]
      check(
        StatedBlock(
          cidr: node.literal("cidr"), gateway: node.literal("gateway_ip"),
          pools: [(node.literal("start_ip"), node.literal("end_ip"))], version: version?.integer,
          versionRange: node.assigned("ip_version")?.range), &log)
    }
    for kind in ["tosca.nodes.nfv.VnfVirtualLink", "tosca.nodes.nfv.NsVirtualLink"] {
      for id in topology.nodes(ofKind: kind) {
        for data in topology[id].layer3 { check(StatedBlock(data), &log) }
      }
    }
    checkPorts(topology, &log)
  }

  fileprivate typealias Literal = (text: String, value: PropertyValue)

  private static func checkPorts(_ topology: Topology, _ log: inout DiagnosticLog) {
    for id in topology.nodes(ofKind: "tosca.nodes.network.Port") {
      let node = topology[id]
      if let mac = node.literal("mac_address"), !isMAC(mac.text) {
        log.report(.noAddress(mac, "a MAC address such as 'fa:16:3e:00:00:01'"))
      }
      guard let (address, value) = readAddress(node.literal("ip_address"), &log) else { continue }
      for network in topology.targets(of: id, "virtualLink", "link") {
        guard let cidr = topology[network].literal("cidr"), let block = IPBlock(cidr.text) else { continue }
        if !block.contains(address) { log.report(.outside(value, cidr)) }
      }
    }
  }

  private static func check(_ network: StatedBlock, _ log: inout DiagnosticLog) {
    let gateway = readAddress(network.gateway, &log)
    let pools = network.pools.map { (readAddress($0.start, &log), readAddress($0.end, &log)) }
    guard let cidr = network.cidr else { return }
    guard let block = IPBlock(cidr.text) else {
      log.report(.noAddress(cidr, "a block of addresses such as '10.0.0.0/24'"))
      return
    }
    if let version = network.version, version != (block.first.isSix ? 6 : 4) {
      log.report(.otherVersion(network.versionRange ?? cidr.value.range, version, cidr))
    }
    for case let (address, value)? in [gateway] + pools.flatMap({ [$0.0, $0.1] })
    where !block.contains(address) {
      log.report(.outside(value, cidr))
    }
    for (start, end) in pools {
      if let start, let end, end.address < start.address { log.report(.poolBackwards(start.value)) }
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

/// What a template says of the addresses of a network.
private struct StatedBlock {
  let cidr: ValidationRule.Literal?
  let gateway: ValidationRule.Literal?
  let pools: [(start: ValidationRule.Literal?, end: ValidationRule.Literal?)]
  /// 4 or 6.
  let version: Int?
  let versionRange: SourceRange?
}

extension StatedBlock {
  /// Reads a `tosca.datatypes.nfv.L3ProtocolData`.
  fileprivate init(_ data: PropertyValue) {
    let name = data["ip_version"]?.text
    self.init(
      cidr: data["cidr"]?.literal, gateway: data["gateway_ip"]?.literal,
      pools: (data["ip_allocation_pools"]?.items ?? []).map {
        ($0["start_ip_address"]?.literal, $0["end_ip_address"]?.literal)
      }, version: name == "ipv4" ? 4 : name == "ipv6" ? 6 : nil, versionRange: data["ip_version"]?.range)
  }
}

extension NodeTemplate {
  /// The text of a property that is no call of a function.
  fileprivate func literal(_ name: String) -> (text: String, value: PropertyValue)? {
    assigned(name)?.literal
  }

  /// What a virtual link of SOL 001 says of its addresses.
  var layer3: [PropertyValue] {
    let data = assigned("vl_profile")?["virtual_link_protocol_data"]?.items
    return data?.compactMap { $0["l3_protocol_data"] } ?? []
  }
}

extension PropertyValue {
  fileprivate var literal: (text: String, value: PropertyValue)? {
    text.map { ($0, self) }
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
    _ place: SourceRange, _ version: Int, _ cidr: Literal
  ) -> Diagnostic {
    Diagnostic(.error, "ip-version", "'\(cidr.text)' is not of IP version \(version)", at: place)
  }

  fileprivate static func poolBackwards(_ start: Literal) -> Diagnostic {
    Diagnostic(
      .error, "address-outside", "the first address of the pool is above the last", at: start.value.range)
  }
}
