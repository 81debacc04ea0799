import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.VduCp` becomes a Neutron port on the network of its virtual link; where the link is outside of
  /// the VNF, the network is a parameter (ETSI GS NFV-SOL 001, 6.8.8).
  static let vduCp = NodeMapping(
    "tosca.nodes.nfv.VduCp",
    owners: { $1.targets(of: $0, "virtual_binding") },
    attribute: { ["ip_address", "address"].contains($0) ? $2.portAddress($1) : nil }
  ) { node, template in
    var port = HeatResource(type: "OS::Neutron::Port")
    let link = template.topology.targets(of: node, "virtual_link").first {
      template.topology.isNetwork($0)
    }
    port["network"] = template.network(link, of: node)
    template.addConnectionPoint(of: node, on: link, to: &port)
    port["binding:vnic_type"] = template.takeValue("vnic_type", of: node).flatMap {
      template.portKind($0, of: node)
    }
    template.add(template.topology[node].name.text, port, for: template.topology[node].name)
  }
}

extension TemplateBuilder {
  /// The network of a port: that of a virtual link of the template, else a parameter.
  ///
  /// Ports that lead to one external virtual link share its parameter.
  mutating func network(_ link: NodeTemplate.ID?, of port: NodeTemplate.ID) -> OpenStack.Value {
    let name = topology[port].name
    guard let link else {
      guard let outside = plan.rules.externalLink(of: port) else {
        return parameter(
          "\(name.text)_network", "The network that connection point '\(name.text)' is on", for: name)
      }
      return parameter(
        "\(outside.text)_network", "The network that is the external virtual link '\(outside.text)'",
        for: outside)
    }
    for subnet in group == nil ? [] : topology.subnetNames(of: link) {
      // Heat makes the ports of a network after the subnets in the same template; it does not look into groups.
      dependOutside(on: subnet, of: link)
    }
    return reference(to: link)
  }

  /// What the connection points of a VDU and of a VNF have in common.
  mutating func addConnectionPoint(
    of node: NodeTemplate.ID, on link: NodeTemplate.ID?, to port: inout HeatResource
  ) {
    // The order is that of the server's network list; the layers are those of the network.
    ignore(["order", "layer_protocols", "role", "description", "ip_stack_mode"], of: node)
    if let trunk = takeValue("trunk_mode", of: node), topology.settled(trunk)?.bool == true {
      report(.trunkLeftOut(trunk, topology[node]))
    }
    port["fixed_ips"] = fixedAddresses(of: node, on: link)
    port["security_groups"] = securityGroups(of: node)
  }

  private mutating func fixedAddresses(
    of node: NodeTemplate.ID, on link: NodeTemplate.ID?
  ) -> OpenStack.Value? {
    var fixed: [OpenStack.Value] = []
    var isFloating = false
    for item in takeValue("protocol", of: node)?.items ?? [] {
      for address in item["address_data"]?.items ?? [] {
        guard let data = address["l3_address_data"] else { continue }
        isFloating = isFloating || topology.settled(data["floating_ip_activated"])?.bool == true
        let stated = (data["fixed_ip_address"]?.items ?? []).compactMap { value($0) }
        fixed += stated.map { ["ip_address": $0] }
        if !stated.isEmpty, group != nil, let place = data["fixed_ip_address"] {
          report(.sharedAddress(place, topology[node]))
        }
        let count = topology.settled(data["number_of_ip_address"])?.integer ?? 1
        if stated.isEmpty, count > 1 {
          fixed += severalAddresses(count, on: link, at: data["number_of_ip_address"] ?? data, node)
        }
      }
    }
    if isFloating {
      let name = topology[node].name
      addFloatingAddress(
        "\(name.text)_floating_ip",
        "The external network that gives connection point '\(name.text)' its floating address",
        at: .getResource(name.text), for: name)
    }
    return fixed.isEmpty ? nil : .list(fixed)
  }

  /// Several addresses of a port, all from the first subnet of its network.
  private mutating func severalAddresses(
    _ count: Int, on link: NodeTemplate.ID?, at place: PropertyValue, _ node: NodeTemplate.ID
  ) -> [OpenStack.Value] {
    guard count <= 64, let link, let subnet = subnetReferences(of: link).first else {
      report(.addressesLeftOut(place, topology[node]))
      return []
    }
    return Array(repeating: ["subnet": subnet], count: count)
  }
}

extension Diagnostic {
  fileprivate static func trunkLeftOut(_ value: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' becomes a port without a trunk; 'trunk_mode' has no counterpart in the translation",
      at: value.range)
  }

  fileprivate static func sharedAddress(_ value: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .error, "unique-in-group",
      "'\(node.name.text)' is scaled, but only one of its instances can have this address; leave it out",
      at: value.range)
  }

  fileprivate static func addressesLeftOut(_ value: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' gets one address: the subnet of several is not known, or they are too many",
      at: value.range)
  }
}
