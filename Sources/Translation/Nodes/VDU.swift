import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.VDU`, and so Tacker's VDU, becomes a Nova server with a port for each CP bound to it.
  static let vdu = NodeMapping("tosca.nodes.nfv.VDU", attribute: serverAttribute) { node, template in
    let name = template.topology[node].name
    var server = HeatResource(type: "OS::Nova::Server")
    template.addServerProperties(of: node, to: &server)
    server["networks"] = template.portList(of: node)
    if template.plan.group(of: node).map({ template.plan.groups[$0].driver }) == .senlin {
      // The cluster's health policy reads it.
      template.ignore(["monitoring_policy"], of: node)
    } else {
      template.reportMonitoring(of: node)
    }
    template.add(name.text, server, for: name)
    template.addSoftware(ofServer: node)
  }

  /// The attributes of a server that have a counterpart.
  static let serverAttribute: Attribute = { name, node, template in
    let server = template.topology[node].name.text
    switch name {
    case "private_address", "public_address":
      guard let port = template.ports(of: node).first else { return .getAttr(server, "first_address") }
      return template.portAddress(port)
    case "id": return .getResource(server)
    default: return nil
    }
  }
}

extension TemplateBuilder {
  /// What a VDU says of its server, in the terms that a Heat server and a Senlin server profile share.
  mutating func addServerProperties(of node: NodeTemplate.ID, to server: inout HeatResource) {
    server["name"] = take("name", of: node)
    server["image"] = take("image", of: node)
    server["flavor"] = take("flavor", of: node)
    if server["flavor"] == nil, let need = computeNeed(of: node) {
      addFlavor(need, of: node, to: &server)
    }
    server["availability_zone"] = take("availability_zone", of: node)
    server["key_name"] = take("key_name", of: node)
    if takeValue("config_drive", of: node)?.bool == true {
      server["config_drive"] = true
    }
    ignore(["metadata"], of: node)
    let metadata = topology[node].serverMetadata.compactMap { entry in
      value(entry.value).map { (entry.key, $0) }
    }
    if !metadata.isEmpty {
      server["metadata"] = .map(ValueMap(metadata))
    }
    if let userData = take("user_data", of: node) {
      server["user_data"] = userData
      server["user_data_format"] = take("user_data_format", of: node) ?? "SOFTWARE_CONFIG"
    }
    if topology[node][property: "mgmt_driver"]?.text == "noop" {
      ignore(["mgmt_driver"], of: node)
    }
    let isSizeStated =
      topology[node].capability("nfv_compute") != nil || topology[node].capability("host") != nil
    if topology[node].assigned("flavor") == nil, server["flavor"] == nil, !isSizeStated {
      report(.noFlavor(topology[node].name))
    }
  }

  /// The ports of a server in their order.
  func ports(of server: NodeTemplate.ID) -> [NodeTemplate.ID] {
    let ports = plan.ports(of: server)
    guard ports.count > 1 else { return ports }
    return ports.enumerated().sorted { left, right in
      let (a, b) = (topology[left.element].portOrder, topology[right.element].portOrder)
      return (a, left.offset) < (b, right.offset)
    }.map(\.element)
  }

  mutating func portList(of server: NodeTemplate.ID) -> OpenStack.Value? {
    let ports = ports(of: server).map { port -> OpenStack.Value in ["port": reference(to: port)] }
    return ports.isEmpty ? nil : .list(ports)
  }

  /// Monitoring has a counterpart in a Senlin cluster only, as its health policy.
  mutating func reportMonitoring(of node: NodeTemplate.ID) {
    guard let policy = topology[node].properties.first(where: { $0.name.text == "monitoring_policy" }) else {
      return
    }
    ignore(["monitoring_policy"], of: node)
    report(.monitoringLeftOut(policy.name, topology[node]))
  }

  private mutating func addFlavor(
    _ need: ComputeNeed, of node: NodeTemplate.ID, to server: inout HeatResource
  ) {
    var flavor = HeatResource(type: "OS::Nova::Flavor")
    flavor["ram"] = .integer(need.memory ?? 512)
    flavor["vcpus"] = .integer(need.cpus ?? 1)
    flavor["disk"] = .integer(need.disk ?? 1)
    let name = topology[node].name
    server["flavor"] = addToMain("\(name.text)_flavor", flavor, for: name)
  }
}

extension NodeTemplate {
  fileprivate var portOrder: Int {
    self[property: "order"]?.integer ?? 0
  }
}

extension Diagnostic {
  fileprivate static func noFlavor(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "server-without-flavor",
      "'\(name.text)' has neither a 'flavor' nor a capability that says how large it is", at: name.range)
  }

  fileprivate static func monitoringLeftOut(_ key: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "monitoring-not-translated",
      "the monitoring of '\(node.name.text)' is left out: only a cluster of the senlin driver is watched, by its health "
        + "policy", at: key.range)
  }
}
