import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.Vdu.VirtualObjectStorage` becomes a Swift container that only its project can read
  /// (ETSI GS NFV-SOL 001, 6.8.5).
  static let virtualObjectStorage = NodeMapping(
    "tosca.nodes.nfv.Vdu.VirtualObjectStorage", owners: { $1.users(ofStorage: $0) }
  ) { node, template in
    let name = template.topology[node].name
    template.ignore(["per_vnfc_instance"], of: node)
    let data = template.takeValue("virtual_object_storage_data", of: node)
    var container = HeatResource(type: "OS::Swift::Container")
    container["X-Container-Meta"] = template.quota(data?["max_size_of_storage"], of: node)
    template.add(name.text, container, for: name)
  }
}
