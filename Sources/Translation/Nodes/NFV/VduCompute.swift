import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.Vdu.Compute` becomes a Nova server with the flavor that its virtual compute asks for, the image
  /// or the volumes that it boots from, and a port for each connection point (ETSI GS NFV-SOL 001, 6.8.3).
  static let vduCompute = NodeMapping("tosca.nodes.nfv.Vdu.Compute", attribute: serverAttribute) {
    node, template in
    let name = template.topology[node].name
    // Of use to people and to who manages the life cycle, or read for the plan.
    template.ignore(
      ["description", "vdu_profile", "monitoring_parameters", "configurable_properties"], of: node)
    template.readSection("artifacts")
    template.readSection("interfaces")
    var server = HeatResource(type: "OS::Nova::Server")
    server["name"] = template.take("name", of: node)
    server["flavor"] = template.flavor(of: node)
    let devices = template.blockDevices(of: node)
    if template.hasImage(node) || !devices.isBootable {
      server["image"] = template.softwareImage(of: node)
    }
    server["block_device_mapping_v2"] = devices.mapping.isEmpty ? nil : .list(devices.mapping)
    server["networks"] = template.portList(of: node)
    template.addSchedulerHints(of: node, to: &server)
    template.addBootData(of: node, to: &server)
    template.add(name.text, server, for: name)
    template.addSoftware(ofServer: node)
  }
}

extension TemplateBuilder {
  /// Reports the members of a map that no mapping reads.
  mutating func reportRest(of map: PropertyValue?, read: Set<String> = [], _ node: NodeTemplate.ID) {
    for entry in map?.entries ?? [] where !read.contains(entry.key) && !entry.value.isNull {
      report(.memberLeftOut(entry, topology[node]))
    }
  }
}

extension Diagnostic {
  /// A member of a property's value that has no counterpart.
  static func memberLeftOut(_ entry: PropertyValue.Entry, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(entry.key)' of '\(node.name.text)' has no counterpart in the translation and is left out",
      at: entry.keyRange)
  }
}
