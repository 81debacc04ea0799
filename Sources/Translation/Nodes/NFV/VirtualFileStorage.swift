import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.Vdu.VirtualFileStorage` becomes a Manila share on the network of its virtual link
  /// (ETSI GS NFV-SOL 001, 6.8.6); the VDU mounts it itself.
  static let virtualFileStorage = NodeMapping(
    "tosca.nodes.nfv.Vdu.VirtualFileStorage", owners: { $1.users(ofStorage: $0) }
  ) { node, template in
    let name = template.topology[node].name
    template.ignore(["per_vnfc_instance"], of: node)
    let data = template.takeValue("virtual_file_storage_data", of: node)
    var share = HeatResource(type: "OS::Manila::Share")
    let kind = template.topology.settled(data?["file_system_protocol"])?.text?.uppercased()
    share["share_protocol"] = .string(kind == "CIFS" ? "CIFS" : "NFS")
    if let size = template.plainSize(data?["size_of_storage"], of: "a share", for: node, in: .gibibyte) {
      share["size"] = .integer(max(1, size))
    } else {
      share["size"] = template.parameter(
        "\(name.text)_size", "The size of share '\(name.text)' in GiB", type: .number, for: name)
    }
    if let link = template.topology.targets(of: node, "virtual_link").first,
      template.topology.subnetNames(of: link).count > 0
    {
      var network = HeatResource(type: "OS::Manila::ShareNetwork")
      network["neutron_network"] = template.reference(to: link)
      network["neutron_subnet"] = template.subnetReferences(of: link).first
      template.add("\(name.text)_network", network, for: name)
      share["share_network"] = .getResource("\(name.text)_network")
    }
    template.add(name.text, share, for: name)
  }
}
