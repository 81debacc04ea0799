import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.network.FloatingIP` becomes a Neutron floating IP of the port that it is linked to.
  static let floatingIP = NodeMapping(
    "tosca.nodes.network.FloatingIP",
    owners: { $1.targets(of: $0, "link") },
    attribute: { name, node, template in
      let resource = template.topology[node].name.text
      switch name {
      case "floating_ip_address", "ip_address", "public_address":
        return .getAttr(resource, "floating_ip_address")
      case "id": return .getResource(resource)
      default: return nil
      }
    }
  ) { node, template in
    let name = template.topology[node].name
    var address = HeatResource(type: "OS::Neutron::FloatingIP")
    address["floating_network"] = template.take("floating_network", of: node)
    address["floating_ip_address"] = template.take("floating_ip_address", of: node)
    let stated = template.take("port_id", of: node)
    let port = template.topology.targets(of: node, "link").first.map { template.reference(to: $0) }
    address["port_id"] = port ?? stated
    for property in ["floating_subnet", "fixed_ip_address", "dns_name", "dns_domain"] {
      address[property] = template.take(property, of: node)
    }
    if template.group != nil { template.reportUniqueValues(of: node, ["floating_ip_address"]) }
    template.add(name.text, address, for: name)
  }
}

extension TemplateBuilder {
  /// Adds a floating IP of a port; the network that it comes from is a parameter.
  mutating func addFloatingAddress(
    _ name: String, _ description: String, at port: OpenStack.Value, for place: TOSCADocument.Word
  ) {
    var address = HeatResource(type: "OS::Neutron::FloatingIP")
    address["floating_network"] = parameter("\(place.text)_floating_network", description, for: place)
    address["port_id"] = port
    add(name, address, for: place)
  }

  /// The floating IP of one of a server's ports, where one stands in the same template.
  func floatingIP(of server: NodeTemplate.ID) -> NodeTemplate.ID? {
    for port in ports(of: server) {
      for requirement in topology.requirements(leadingTo: port) {
        let node = requirement.source
        if topology[node].type.isKind(of: "tosca.nodes.network.FloatingIP"),
          plan.group(of: node) == plan.group(of: server)
        {
          return node
        }
      }
    }
    return nil
  }
}
