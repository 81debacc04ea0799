import Diagnostics

extension ValidationRule {
  /// A network is there for ports, and a volume for servers.
  static let unusedNetworks = ValidationRule("unused-network", "unattached-storage", "empty-storage") {
    topology, log in
    let networks = networkKinds.filter(topology.hasNodes(ofKind:))
    let volumes = storageKinds.filter(topology.hasNodes(ofKind:))
    guard !networks.isEmpty || !volumes.isEmpty else { return }
    var used = Set(topology.requirements.compactMap(\.target))
    // What a mapping offers to the outside is used there.
    for mapping in topology.document.substitution?.capabilities ?? [] {
      if let node = mapping.path.first.flatMap({ topology.node(named: $0.text) }) { used.insert(node) }
    }
    // A port on a network that does not exist may be meant for any of them.
    let mapped = topology.mappedNodes
    let areKnown = topology.requirements.allSatisfy {
      $0.target != nil || mapped.contains(topology[$0.source].name.text)
    }
    if areKnown, portKinds.contains(where: topology.hasNodes(ofKind:)) {
      for id in networks.flatMap(topology.nodes(ofKind:)) where !used.contains(id) {
        log.report(.unusedNetwork(topology[id]))
      }
    }
    for id in volumes.flatMap(topology.nodes(ofKind:)) {
      if !used.contains(id) { log.report(.unattached(topology[id])) }
      let data = ["virtual_block_storage_data", "virtual_file_storage_data"].lazy
        .compactMap { topology[id].assigned($0)?["size_of_storage"] }.first
      if let size = data, let text = size.text, ScalarUnit(text, .size)?.value == 0 {
        log.report(.emptyStorage(size, topology[id]))
      }
    }
  }

  private static let networkKinds = [
    "tosca.nodes.network.Network", "tosca.nodes.nfv.VnfVirtualLink", "tosca.nodes.nfv.NsVirtualLink",
  ]
  private static let portKinds = [
    "tosca.nodes.network.Port", "tosca.nodes.nfv.Cp", "tosca.nodes.nfv.VNF", "tosca.nodes.nfv.PNF",
  ]
  private static let storageKinds = [
    "tosca.nodes.BlockStorage", "tosca.nodes.Storage.BlockStorage", "tosca.nodes.nfv.Vdu.VirtualBlockStorage",
    "tosca.nodes.nfv.Vdu.VirtualFileStorage", "tosca.nodes.nfv.Vdu.VirtualObjectStorage",
  ]
}

extension Diagnostic {
  fileprivate static func unusedNetwork(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "unused-network", "no port is on the network '\(node.name.text)'", at: node.name.range)
  }

  fileprivate static func unattached(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "unattached-storage", "the storage '\(node.name.text)' is attached to nothing",
      at: node.name.range)
  }

  fileprivate static func emptyStorage(_ size: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "empty-storage",
      "the storage '\(node.name.text)' has no room: its size is \(size.text ?? "0")",
      at: size.range)
  }
}
