import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.network.Network`, and so every VL: an existing network when it has a name or an id and no `cidr`,
  /// else a new one, with a subnet when it has a `cidr`.
  static let network = NodeMapping(
    "tosca.nodes.network.Network",
    resourceName: { $1.topology.isExistingNetwork($0) ? nil : $1.topology[$0].name.text }
  ) { node, template in
    // Required by the NFV type and meant for people.
    template.ignore(["vendor"], of: node)
    guard !template.topology.isExistingNetwork(node) else {
      template.ignore(["network_name", "network_id", "ip_version", "dhcp_enabled"], of: node)
      return
    }
    let name = template.topology[node].name
    var network = HeatResource(type: "OS::Neutron::Net")
    network["name"] = template.take("network_name", of: node)
    network["value_specs"] = segment(of: node, &template)
    template.add(name.text, network, for: name)

    guard let cidr = template.take("cidr", of: node) else {
      template.ignore(["ip_version", "dhcp_enabled"], of: node)
      return
    }
    var subnet = HeatResource(type: "OS::Neutron::Subnet")
    subnet["network"] = .getResource(name.text)
    subnet["ip_version"] = template.take("ip_version", of: node)
    subnet["cidr"] = cidr
    subnet["gateway_ip"] = template.take("gateway_ip", of: node)
    if template.takeValue("dhcp_enabled", of: node)?.bool == false {
      subnet["enable_dhcp"] = false
    }
    switch (template.take("start_ip", of: node), template.take("end_ip", of: node)) {
    case (let start?, let end?): subnet["allocation_pools"] = [["start": start, "end": end]]
    case (nil, nil): break
    default: template.report(.halfAPool(name))
    }
    template.add("\(name.text)_subnet", subnet, for: name)
  }

  /// The provider's properties of a network, which are given to Neutron as they are.
  private static func segment(of node: NodeTemplate.ID, _ template: inout TemplateBuilder) -> OpenStack.Value?
  {
    var specs = ValueMap()
    specs["provider:segmentation_id"] = template.take("segmentation_id", of: node)
    // Neutron refuses a segment without its kind.
    let isSegment = specs["provider:segmentation_id"] != nil
    specs["provider:network_type"] = template.take("network_type", of: node) ?? (isSegment ? "vxlan" : nil)
    specs["provider:physical_network"] = template.take("physical_network", of: node)
    return specs.isEmpty ? nil : .map(specs)
  }
}

extension Topology {
  /// Whether a network is not made but only named.
  func isExistingNetwork(_ node: NodeTemplate.ID) -> Bool {
    let network = self[node]
    return network.assigned("cidr") == nil
      && (network.assigned("network_name") != nil || network.assigned("network_id") != nil)
  }
}

extension TemplateBuilder {
  /// What a port writes as its `network`: the name or id of an existing one, else a reference.
  mutating func networkReference(_ node: NodeTemplate.ID) -> OpenStack.Value {
    guard topology.isExistingNetwork(node) else { return reference(to: node) }
    return take("network_name", of: node) ?? take("network_id", of: node) ?? reference(to: node)
  }
}

extension Diagnostic {
  fileprivate static func halfAPool(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "address-pool", "network '\(name.text)' needs both 'start_ip' and 'end_ip', or neither",
      at: name.range)
  }
}
