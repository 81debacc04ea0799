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
    used.formUnion(topology.substitution?.capabilities.map(\.node) ?? [])
    if !networks.isEmpty, topology.knowsAllLinks {
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
  private static let storageKinds = [
    "tosca.nodes.BlockStorage", "tosca.nodes.Storage.BlockStorage", "tosca.nodes.nfv.Vdu.VirtualBlockStorage",
    "tosca.nodes.nfv.Vdu.VirtualFileStorage", "tosca.nodes.nfv.Vdu.VirtualObjectStorage",
  ]
}

extension Topology {
  /// Whether there are ports, and each one is on a network; one that is on none may be meant for any.
  fileprivate var knowsAllLinks: Bool {
    let kinds =
      hasNodes(ofKind: "tosca.nodes.nfv.NsVirtualLink")
      ? ["tosca.nodes.nfv.VNF", "tosca.nodes.nfv.PNF", "tosca.nodes.nfv.Cp"]
      : ["tosca.nodes.network.Port", "tosca.nodes.nfv.Cp"]
    let ports = kinds.flatMap(nodes(ofKind:))
    let mapped = mappedNodes
    return !ports.isEmpty
      && ports.allSatisfy { port in
        mapped.contains(port)
          || requirements(of: port).contains {
            $0.name.text.lowercased().hasSuffix("link") && $0.target != nil
          }
      }
  }
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
