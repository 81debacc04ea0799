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
    if let text = data?["max_size_of_storage"].flatMap({ template.fixed($0) })?.text,
      let size = ScalarUnit(text, .size),
      let bytes = Int(exactly: size.value.rounded(.up))
    {
      container["X-Container-Meta"] = ["Quota-Bytes": .integer(bytes)]
    }
    template.add(name.text, container, for: name)
  }
}
