import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.Vdu.VirtualBlockStorage` becomes a Cinder volume, with what its image holds
  /// (ETSI GS NFV-SOL 001, 6.8.4).
  static let virtualBlockStorage = NodeMapping(
    "tosca.nodes.nfv.Vdu.VirtualBlockStorage", owners: { $1.users(ofStorage: $0) },
    attribute: { name, node, template in
      name == "id" || name == "volume_id" ? .getResource(template.topology[node].name.text) : nil
    }
  ) { node, template in
    let name = template.topology[node].name
    template.readSection("artifacts")
    template.ignore(["per_vnfc_instance"], of: node)
    let data = template.takeValue("virtual_block_storage_data", of: node)
    var volume = HeatResource(type: "OS::Cinder::Volume")
    if let size = template.plainSize(data?["size_of_storage"], of: "a volume", for: node, in: .gibibyte) {
      volume["size"] = .integer(max(1, size))
    } else {
      volume["size"] = template.parameter(
        "\(name.text)_size", "The size of volume '\(name.text)' in GiB", type: .number, for: name)
    }
    if template.hasImage(node) { volume["image"] = template.softwareImage(of: node) }
    volume["volume_type"] = data?["vdu_storage_requirements"]?["volume_type"].flatMap { template.value($0) }
    template.reportStorage(data, of: node, read: ["volume_type"])
    template.add(name.text, volume, for: name)
  }
}

/// What a server has as its disks, beside the local one.
struct BlockDevices {
  /// As Nova takes it.
  var mapping: [OpenStack.Value] = []
  /// Whether the server can boot from one of them.
  var isBootable = false
}

extension TemplateBuilder {
  /// The volumes of a VDU, with the order in which it boots from them.
  ///
  /// A VDU with an image boots from that, unless `boot_order` says otherwise; else from the first volume with one.
  mutating func blockDevices(of node: NodeTemplate.ID) -> BlockDevices {
    let volumes = topology.targets(of: node, "virtual_storage").filter {
      topology[$0].type.isKind(of: "tosca.nodes.nfv.Vdu.VirtualBlockStorage")
    }
    let order = bootOrder(of: node, volumes)
    var devices = BlockDevices()
    for volume in volumes {
      // Heat takes a volume without an index for one that the server boots from.
      let index = order[volume] ?? -1
      devices.isBootable = devices.isBootable || index >= 0
      devices.mapping.append(["volume_id": reference(to: volume), "boot_index": .integer(index)])
    }
    return devices
  }

  /// The place of each volume in the order in which a VDU looks for something to boot; its own image comes first.
  private mutating func bootOrder(
    of node: NodeTemplate.ID, _ volumes: [NodeTemplate.ID]
  ) -> [NodeTemplate.ID: Int] {
    let stated = takeValue("boot_order", of: node)
    let first = hasImage(node) ? 1 : 0
    let bootable = volumes.filter(hasImage)
    var ordered: [NodeTemplate.ID] = []
    if let names = stated?.items {
      let byName = Dictionary(volumes.map { (topology[$0].name.text, $0) }) { first, _ in first }
      ordered = names.compactMap { $0.text.flatMap { byName[$0] } }
    } else if topology.settled(stated)?.bool == true {
      ordered = bootable
    }
    if ordered.isEmpty, first == 0 { ordered = Array(bootable.prefix(1)) }
    var places: [NodeTemplate.ID: Int] = [:]
    for volume in ordered where places[volume] == nil { places[volume] = places.count + first }
    return places
  }
}

extension Topology {
  /// The VDUs that each have a storage of their own; none for one that all instances share.
  func users(ofStorage node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    guard self[node][property: "per_vnfc_instance"]?.bool != false else { return [] }
    return requirements(leadingTo: node).filter { $0.name.text == "virtual_storage" }.map(\.source)
  }
}
