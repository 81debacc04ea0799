import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.network.Port`, and so every CP, becomes a Neutron port.
  static let port = NodeMapping(
    "tosca.nodes.network.Port",
    owners: { $1.targets(of: $0, "virtualBinding", "binding") },
    attribute: { ["ip_address", "address"].contains($0) ? $2.portAddress($1) : nil },
    resourceName: { $1.isPortOfContainers($0) ? nil : $1.topology[$0].name.text }
  ) { node, template in
    let name = template.topology[node].name
    guard !template.isPortOfContainers(node) else {
      template.leaveOut(.portOfContainers(name))
      return
    }
    let network = template.topology.targets(of: node, "virtualLink", "link").first
    var port = HeatResource(type: "OS::Neutron::Port")
    if let network {
      port["network"] = template.networkReference(network)
    } else if template.plan.isOpen(node) {
      port["network"] = template.choice("network", of: node, asking: "is made outside of the template")
    } else {
      template.report(.portWithoutNetwork(name))
      return
    }
    if template.group != nil {
      template.reportUniqueValues(of: node, ["mac_address", "ip_address"])
    }
    port["name"] = template.take("name", of: node)
    port["mac_address"] = template.take("mac_address", of: node)
    port["fixed_ips"] = template.take("ip_address", of: node).map { [["ip_address": $0]] }
    port["port_security_enabled"] = template.take("anti_spoofing_protection", of: node)
    port["allowed_address_pairs"] = template.take("allowed_address_pairs", of: node)
    port["security_groups"] = template.takeGroups(of: node)
    port["binding:vnic_type"] = template.takeValue("type", of: node).flatMap {
      template.portKind($0, of: node)
    }
    // The order is that of the server's network list, and that a port is not the default one needs no saying.
    template.ignore(["order"], of: node)
    if template.topology[node][property: "is_default"]?.bool == false {
      template.ignore(["is_default"], of: node)
    }
    if let network, !template.topology.isExistingNetwork(network),
      template.topology[network].assigned("cidr") != nil
    {
      // Heat makes the ports of a network after the subnets in the same template; it does not look into groups.
      template.dependOutside(on: "\(template.topology[network].name.text)_subnet", of: network)
    }
    template.add(name.text, port, for: name)
    addManagementAddress(of: node, &template)
  }

  /// The address of a management port is an output, named after its server as Tacker names it.
  private static func addManagementAddress(of node: NodeTemplate.ID, _ template: inout TemplateBuilder) {
    // Where an input says it, Tacker takes any value of it for yes; an address too many does no harm.
    guard let management = template.takeValue("management", of: node),
      (template.topology.settled(management) ?? management).bool != false, !management.isNull,
      let server = template.plan.owners(of: node).first
    else { return }
    let name = "mgmt_ip-\(template.topology[server].name.text)"
    let port = template.topology[node].name
    guard template.outputPlaces[name] == nil else {
      template.report(.secondManagementPort(port, template.topology[server]))
      return
    }
    template.add(name, HeatOutput(.getAttr(port.text, "fixed_ips", 0, "ip_address")), for: port)
  }
}

extension TemplateBuilder {
  /// Whether a port is bound to nothing but VDUs that Tacker runs in Kubernetes.
  fileprivate func isPortOfContainers(_ port: NodeTemplate.ID) -> Bool {
    let owners = plan.owners(of: port)
    return !owners.isEmpty && owners.allSatisfy { topology[$0].isOfContainers }
  }

  /// The address of a port that stands in the same template.
  func portAddress(_ port: NodeTemplate.ID) -> OpenStack.Value {
    .getAttr(topology[port].name.text, "fixed_ips", 0, "ip_address")
  }

  /// The kind of a port in Neutron, also under the names that Tacker and SOL 001 have for some; a word that is none is
  /// reported.
  mutating func portKind(_ stated: PropertyValue, of port: NodeTemplate.ID) -> OpenStack.Value? {
    guard let word = stated.text else { return value(stated) }
    switch word {
    case "sriov": return "direct"
    case "vnic", "virtio": return "normal"
    case "normal", "direct", "direct-physical", "macvtap", "baremetal", "virtio-forwarder", "smart-nic":
      return .string(word)
    default:
      report(.portKindLeftOut(word, stated, topology[port].name))
      return nil
    }
  }

  /// The security groups of a port or a server; one that is written as a text is a list of one.
  mutating func takeGroups(of node: NodeTemplate.ID) -> OpenStack.Value? {
    guard let stated = takeValue("security_groups", of: node), let groups = value(stated) else { return nil }
    return isText(stated) ? .list([groups]) : groups
  }

  /// Whether a value is a text, or the input for one.
  private func isText(_ value: PropertyValue) -> Bool {
    guard case .function(let call) = value.content else { return value.text != nil }
    guard call.name == "get_input", call.arguments.count == 1,
      let input = call.arguments[0].text.flatMap({ topology.input($0) })
    else { return false }
    return HeatParameter.kind(of: input.schema, topology.types) == .string
  }

  /// Reports values that only one instance of a scaled node can have.
  mutating func reportUniqueValues(of node: NodeTemplate.ID, _ names: [String]) {
    for assignment in topology[node].properties where names.contains(assignment.name.text) {
      report(.notMultiplied(assignment.name, topology[node]))
    }
  }
}

extension Diagnostic {
  fileprivate static func notMultiplied(_ name: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .error, "unique-in-group",
      "'\(node.name.text)' is scaled, but only one of its instances can have this '\(name.text)'; leave it out",
      at: name.range)
  }

  fileprivate static func portWithoutNetwork(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "port-without-network", "port '\(name.text)' is linked to no network, so it cannot be made",
      at: name.range)
  }

  fileprivate static func portKindLeftOut(
    _ word: String, _ type: PropertyValue, _ port: TOSCADocument.Word
  ) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(word)' is no type that a port like '\(port.text)' can have in Neutron, and is left out",
      at: type.range)
  }

  fileprivate static func portOfContainers(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated", "'\(name.text)' is a port of containers, which are left out, and so is it",
      at: name.range)
  }

  fileprivate static func secondManagementPort(_ port: TOSCADocument.Word, _ server: NodeTemplate)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "second-management-port",
      "'\(server.name.text)' has an earlier management port; the address of '\(port.text)' is no output",
      at: port.range)
  }
}
