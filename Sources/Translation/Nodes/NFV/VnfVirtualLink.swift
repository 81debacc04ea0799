import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.VnfVirtualLink` becomes a Neutron network with a subnet for each protocol of IP, and with a
  /// quality of service that bounds the rate of its ports (ETSI GS NFV-SOL 001, 6.8.10).
  static let vnfVirtualLink = NodeMapping(
    "tosca.nodes.nfv.VnfVirtualLink",
    resourceName: { $1.topology.isNetwork($0) ? $1.topology[$0].name.text : nil }
  ) { node, template in
    let name = template.topology[node].name
    template.ignore(
      [
        "description", "test_access", "monitoring_parameters", "connectivity_type", "externally_managed",
        "nfvi_maintenance_info",
      ], of: node)
    let profile = template.takeValue("vl_profile", of: node)
    guard template.topology.isNetwork(node) else {
      template.report(.noNetwork(template.topology[node]))
      return
    }
    // Each descriptor has to state all the rates; Neutron bounds that of a port and knows no other.
    let least = profile?["min_bitrate_requirements"]
    let total = profile?["max_bitrate_requirements"]?["root"]
    for rate in [least, total].compactMap({ $0 })
    where !(rate.entries ?? []).allSatisfy({ template.topology.settled($0.value)?.integer == 0 })
      || rate.entries == nil
    {
      template.report(.unboundRate(rate, template.topology[node]))
    }
    template.reportRest(
      of: profile,
      read: ["max_bitrate_requirements", "min_bitrate_requirements", "virtual_link_protocol_data"], node)
    template.reportRest(of: profile?["max_bitrate_requirements"], read: ["leaf", "root"], node)
    var network = HeatResource(type: "OS::Neutron::Net")
    network["qos_policy"] = template.addBandwidth(
      profile?["max_bitrate_requirements"]?["leaf"], of: node)
    network["value_specs"] = template.segment(profile?["virtual_link_protocol_data"])
    template.add(name.text, network, for: name)
    for subnet in template.topology.subnets(of: node) {
      template.addSubnet(subnet, of: node)
    }
  }
}

/// A subnet of a virtual link.
struct VirtualSubnet {
  let name: String
  let isVersion6: Bool
  /// The `l3_protocol_data` of the profile; nil where it has none.
  let data: PropertyValue?
}

extension Topology {
  /// Whether a link becomes a network: Neutron has Ethernet, with IP on it.
  func isNetwork(_ link: NodeTemplate.ID) -> Bool {
    guard self[link].type.isKind(of: "tosca.nodes.nfv.VnfVirtualLink") else { return false }
    let layers = self[link][property: "connectivity_type"]?["layer_protocols"]?.items?.compactMap(\.text)
    return layers?.contains { ["ethernet", "ipv4", "ipv6"].contains($0) } ?? true
  }

  /// The subnets of a link: those that its profile describes, and one for each protocol of IP that it does not.
  func subnets(of link: NodeTemplate.ID) -> [VirtualSubnet] {
    guard isNetwork(link) else { return [] }
    let layers =
      self[link][property: "connectivity_type"]?["layer_protocols"]?.items?.compactMap(\.text) ?? []
    let described = self[link][property: "vl_profile"]?["virtual_link_protocol_data"]?.items ?? []
    var found: [(isVersion6: Bool, data: PropertyValue?)] = described.compactMap { item in
      guard let data = item["l3_protocol_data"], data.entries != nil else { return nil }
      let version = settled(data["ip_version"])?.text ?? item["associated_layer_protocol"]?.text
      return (version == "ipv6", data)
    }
    for (layer, isVersion6) in [("ipv4", false), ("ipv6", true)] {
      if layers.contains(layer), !found.contains(where: { $0.isVersion6 == isVersion6 }) {
        found.append((isVersion6, nil))
      }
    }
    let base = "\(self[link].name.text)_subnet"
    return found.enumerated().map { offset, subnet in
      VirtualSubnet(
        name: offset == 0 ? base : "\(base)_\(offset + 1)", isVersion6: subnet.isVersion6, data: subnet.data)
    }
  }

  func subnetNames(of link: NodeTemplate.ID) -> [String] {
    subnets(of: link).map(\.name)
  }
}

extension TemplateBuilder {
  /// The ids of a link's subnets, also from a nested template.
  mutating func subnetReferences(of link: NodeTemplate.ID) -> [OpenStack.Value] {
    topology.subnetNames(of: link).map { reference(toResource: $0, of: link) }
  }

  fileprivate mutating func addSubnet(_ subnet: VirtualSubnet, of node: NodeTemplate.ID) {
    let name = topology[node].name
    var resource = HeatResource(type: "OS::Neutron::Subnet")
    resource["network"] = .getResource(name.text)
    resource["ip_version"] = subnet.isVersion6 ? 6 : 4
    resource["cidr"] =
      subnet.data?["cidr"].flatMap { value($0) }
      ?? parameter(
        subnet.name.replacing("_subnet", with: "_cidr"),
        "The IPv\(subnet.isVersion6 ? 6 : 4) addresses of virtual link '\(name.text)', such as "
          + (subnet.isVersion6 ? "fd00:1::/64" : "192.168.1.0/24"), for: name)
    resource["name"] = subnet.data?["name"].flatMap { value($0) }
    resource["gateway_ip"] = subnet.data?["gateway_ip"].flatMap { value($0) }
    resource["enable_dhcp"] = subnet.data?["dhcp_enabled"].flatMap { value($0) }
    if subnet.isVersion6, let mode = subnet.data?["ipv6_address_mode"].flatMap({ value($0) }) {
      resource["ipv6_address_mode"] = mode
      resource["ipv6_ra_mode"] = mode
    }
    let pools = (subnet.data?["ip_allocation_pools"]?.items ?? []).compactMap { pool -> OpenStack.Value? in
      guard let start = pool["start_ip_address"].flatMap({ value($0) }),
        let end = pool["end_ip_address"].flatMap({ value($0) })
      else { return nil }
      return ["start": start, "end": end]
    }
    if !pools.isEmpty { resource["allocation_pools"] = .list(pools) }
    add(subnet.name, resource, for: name)
  }

  /// A bound on the rate of each port of a link.
  fileprivate mutating func addBandwidth(_ rate: PropertyValue?, of node: NodeTemplate.ID)
    -> OpenStack.Value?
  {
    guard let rate, !rate.isNull else { return nil }
    let name = topology[node].name
    guard let bits = topology.settled(rate)?.integer, bits >= 0 else {
      report(.rateLeftOut(rate, topology[node]))
      return nil
    }
    let policy = "\(name.text)_qospolicy"
    var rule = HeatResource(type: "OS::Neutron::QoSBandwidthLimitRule")
    rule["max_kbps"] = .integer(Self.kilobits(bits))
    rule["policy"] = .getResource(policy)
    add("\(name.text)_bandwidth", rule, for: name)
    add(policy, HeatResource(type: "OS::Neutron::QoSPolicy"), for: name)
    return .getResource(policy)
  }

  /// Bits as Neutron counts them, in thousands.
  ///
  /// Who writes 1048576 counts in powers of 1024 and means 1024 of them, as in Tacker.
  private static func kilobits(_ bits: Int) -> Int {
    if bits % 1000 != 0, bits % 1024 == 0 { return bits / 1024 }
    return bits / 1000 + (bits % 1000 == 0 ? 0 : 1)
  }

  /// What is said of the layer below IP, which is given to Neutron as it is.
  fileprivate mutating func segment(_ protocols: PropertyValue?) -> OpenStack.Value? {
    var specs = ValueMap()
    for item in protocols?.items ?? [] {
      guard let data = item["l2_protocol_data"] else { continue }
      specs["provider:network_type"] = data["network_type"].flatMap { value($0) }
      specs["provider:segmentation_id"] = data["segmentation_id"].flatMap { value($0) }
      specs["mtu"] = data["mtu"].flatMap { value($0) }
      if topology.settled(data["vlan_transparent"])?.bool == true { specs["vlan_transparent"] = true }
    }
    return specs.isEmpty ? nil : .map(specs)
  }
}

extension Diagnostic {
  fileprivate static func unboundRate(_ rate: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .info, "not-translated",
      "Neutron bounds what a port of '\(node.name.text)' sends; it has no least rate and none of the whole network",
      at: rate.range)
  }

  fileprivate static func noNetwork(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "virtual link '\(node.name.text)' speaks neither Ethernet nor IP, which is all that Neutron has; it is left out",
      at: node.name.range)
  }

  fileprivate static func rateLeftOut(_ rate: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the rate of virtual link '\(node.name.text)' is not known, so it has no bound", at: rate.range)
  }
}
