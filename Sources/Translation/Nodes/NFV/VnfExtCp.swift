import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.VnfExtCp` becomes a port on the network that is outside of the VNF
  /// (ETSI GS NFV-SOL 001, 6.8.2).
  static let vnfExtCp = NodeMapping(
    "tosca.nodes.nfv.VnfExtCp",
    attribute: { ["ip_address", "address"].contains($0) ? $2.portAddress($1) : nil }
  ) { node, template in
    let name = template.topology[node].name
    let outside = template.topology.targets(of: node, "external_virtual_link").first {
      template.topology.isNetwork($0)
    }
    var port = HeatResource(type: "OS::Neutron::Port")
    port["network"] = template.network(outside, of: node)
    template.addConnectionPoint(of: node, on: outside, to: &port)
    template.add(name.text, port, for: name)
    if let inside = template.topology.targets(of: node, "internal_virtual_link").first {
      template.report(.notJoined(name, template.topology[inside]))
    }
  }
}

extension Diagnostic {
  fileprivate static func notJoined(_ name: TOSCADocument.Word, _ link: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(name.text)' becomes a port outside; what joins it to '\(link.name.text)', such as a router, is not made",
      at: name.range)
  }
}
