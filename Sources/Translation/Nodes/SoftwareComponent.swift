import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.SoftwareComponent`, and so every web server and DBMS, becomes what Heat runs on the server below it.
  static let softwareComponent = NodeMapping(
    "tosca.nodes.SoftwareComponent", owners: softwareOwners, attribute: softwareAttribute,
    translate: translateSoftware)

  /// Software is there for what it is hosted on.
  static let softwareOwners: @Sendable (NodeTemplate.ID, Topology) -> [NodeTemplate.ID] = { node, topology in
    topology.hosts(of: node)
  }

  /// Software has the addresses of its server.
  static let softwareAttribute: Attribute = { name, node, template in
    let servers = template.plan.software.servers(of: node, template.topology)
    guard let server = servers.first else { return nil }
    return mapping(of: server, in: template.topology)?.attribute(name, server, &template)
  }

  static let translateSoftware: @Sendable (NodeTemplate.ID, inout TemplateBuilder) -> Void = {
    node, template in
    // What the properties say is for the scripts, which ask for it.
    template.readSection("properties")
    template.addSoftware(of: node)
  }
}
