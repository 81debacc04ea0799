import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.VDU`, and so Tacker's VDU, becomes a Nova server with a port for each CP bound to it.
  static let vdu = NodeMapping(
    "tosca.nodes.nfv.VDU", attribute: serverAttribute,
    resourceName: { $1.topology[$0].isOfContainers ? nil : $1.topology[$0].name.text }
  ) { node, template in
    let name = template.topology[node].name
    guard !template.topology[node].isOfContainers else {
      template.leaveOut(.containersLeftOut(name))
      return
    }
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
      if name == "public_address", let address = template.floatingIP(of: node) {
        return .getAttr(template.topology[address].name.text, "floating_ip_address")
      }
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
    server["image"] = image(of: node)
    addFlavor(of: node, to: &server)
    server["availability_zone"] = take("availability_zone", of: node)
    server["key_name"] = take("key_name", of: node)
    server["config_drive"] = take("config_drive", of: node)
    ignore(["metadata"], of: node)
    let metadata = topology[node].serverMetadata.compactMap { entry in
      value(entry.value).map { (entry.key, $0) }
    }
    if !metadata.isEmpty {
      server["metadata"] = .map(ValueMap(metadata))
    }
    server["user_data"] = take("user_data", of: node)
    server["user_data_format"] = take("user_data_format", of: node) ?? "SOFTWARE_CONFIG"
    addSchedulerHints(of: node, to: &server)
    // An alarm for all servers of the stack answers it.
    ignore(["maintenance"], of: node)
    if topology[node][property: "mgmt_driver"]?.text == "noop" {
      ignore(["mgmt_driver"], of: node)
    }
  }

  /// The image of a VDU's server: that of an artifact, or of a property; a plain VDU of the NFV profile says what it
  /// needs as a Compute does.
  private mutating func image(of node: NodeTemplate.ID) -> OpenStack.Value? {
    if let image = imageOfArtifact(of: node) ?? take("image", of: node) { return image }
    return topology[node][property: "image"] == nil ? imageChoice(of: node) : nil
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
}

extension NodeTemplate {
  fileprivate var portOrder: Int {
    self[property: "order"]?.integer ?? 0
  }

  /// Whether the node is a VDU that Tacker runs in Kubernetes.
  var isOfContainers: Bool {
    type.isKind(of: "tosca.nodes.nfv.VDU.Tacker") && assigned("vnfcs") != nil && assigned("image") == nil
  }
}

extension Diagnostic {
  fileprivate static func containersLeftOut(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the containers of '\(name.text)' are left out: Heat has servers, and no clusters of containers",
      at: name.range)
  }

  fileprivate static func monitoringLeftOut(_ key: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "monitoring-not-translated",
      "the monitoring of '\(node.name.text)' is left out: only a cluster of the senlin driver is watched, by its health "
        + "policy", at: key.range)
  }
}
