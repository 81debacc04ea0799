import Diagnostics
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.VNF` describes the whole for who manages it, so that nothing is made of it
  /// (ETSI GS NFV-SOL 001, 6.8.1); in a network service it is a VNF that would have to be made.
  static let vnf = NodeMapping("tosca.nodes.nfv.VNF", resourceName: { _, _ in nil }) { node, template in
    let vnf = template.topology[node]
    template.ignore(vnf.properties.map(\.name.text), of: node)
    for key in vnf.unreadKeys { template.readSection(key.text) }
    if template.topology.isNetworkService {
      template.report(.vnfLeftOut(vnf))
    }
  }
}

extension Topology {
  /// Whether the template describes a network service, of which VNFs are a part.
  fileprivate var isNetworkService: Bool {
    // Tacker's descriptors of a VNF have no node for the whole of it.
    document.version.text == "tosca_simple_profile_for_nfv_1_0_0"
      || hasNodes(ofKind: "tosca.nodes.nfv.NS")
      || substitution?.nodeType.flatMap { types.known(.node, $0) }?
        .isKind(of: "tosca.nodes.nfv.NS") == true
  }
}

extension Diagnostic {
  fileprivate static func vnfLeftOut(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the VNF '\(node.name.text)' of a network service is not translated; translate its own descriptor",
      at: node.name.range)
  }
}
