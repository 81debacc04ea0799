import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.SoftwareComponent`, and so every web server and DBMS, becomes what Heat runs on the server below it.
  static let softwareComponent = NodeMapping(
    "tosca.nodes.SoftwareComponent", owners: softwareOwners, attribute: softwareAttribute,
    resourceName: lastDeployment, translate: translateSoftware)

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

  /// Software is there when the last of its deployments is.
  static let lastDeployment: ResourceName = { node, template in
    let servers = template.plan.software.servers(of: node, template.topology)
    // It has none in its own template where each of its servers is in the group of another.
    guard servers.contains(where: { template.plan.group(of: $0) == template.plan.group(of: node) }) else {
      return nil
    }
    return template.plan.software.software(of: node)?.chain.last
  }

  static let translateSoftware: @Sendable (NodeTemplate.ID, inout TemplateBuilder) -> Void = {
    node, template in
    // What the properties say is for the scripts, which ask for it.
    template.readSection("properties")
    template.addSoftware(of: node)
  }
}
