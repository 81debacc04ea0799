import Diagnostics

extension ValidationRule {
  /// A connection point is bound to a VDU and linked to a virtual link, inside or outside (SOL 001, 6.8.8).
  static let connectionPoints = ValidationRule("unbound-cp", "unlinked-cp", "vdu-without-cp") {
    topology, log in
    let points = topology.nodes(ofKind: "tosca.nodes.nfv.VduCp")
    let mapped = points.isEmpty ? [] : topology.mappedNodes
    for id in points where !topology.hasMisspeltRequirement(id) {
      let node = topology[id]
      for (name, isBinding) in [("virtual_binding", true), ("virtual_link", false)] {
        // One that the type demands is reported where it is missing.
        guard let definition = node.type.requirements.first(where: { $0.name.text == name }),
          definition.occurrences.minimum == 0,
          !topology.requirements(of: id).contains(where: { $0.name.text == name }),
          isBinding || !mapped.contains(id),
          !(isBinding && node.type.isKind(of: "tosca.nodes.nfv.VduSubCp"))
        else { continue }
        log.report(isBinding ? .unbound(node) : .unlinked(node))
      }
    }
    reportLonelyVDUs(topology, points, &log)
  }

  private static func reportLonelyVDUs(
    _ topology: Topology, _ points: [NodeTemplate.ID], _ log: inout DiagnosticLog
  ) {
    let ports = points + topology.nodes(ofKind: "tosca.nodes.nfv.CP")
    var bound: Set<NodeTemplate.ID> = []
    for port in ports {
      let bindings = topology.requirements(of: port).filter { requirement in
        requirement.name.text != "virtual_link" && requirement.name.text != "virtualLink"
      }
      // A port that is bound to nothing, or to what does not exist, may be meant for any VDU.
      guard !bindings.isEmpty, bindings.allSatisfy({ $0.target.map(topology.isServer) ?? false }) else {
        return
      }
      bound.formUnion(bindings.compactMap(\.target))
    }
    guard !ports.isEmpty else { return }
    for kind in ["tosca.nodes.nfv.Vdu.Compute", "tosca.nodes.nfv.VDU"] {
      for id in topology.nodes(ofKind: kind) where !bound.contains(id) {
        log.report(.withoutPoint(topology[id]))
      }
    }
  }
}

extension Topology {
  /// Whether a port can be bound to a node; it would have been reported where it is not.
  fileprivate func isServer(_ id: NodeTemplate.ID) -> Bool {
    let type = self[id].type
    return !type.isKind(of: "tosca.nodes.network.Network")
      && !type.isKind(of: "tosca.nodes.nfv.VnfVirtualLink")
  }

  /// Whether a node states a requirement that its type does not have, which was reported.
  fileprivate func hasMisspeltRequirement(_ id: NodeTemplate.ID) -> Bool {
    let known = self[id].type.requirements
    return requirements(of: id).contains { stated in
      !known.contains { $0.name.text == stated.name.text }
    }
  }
}

extension Diagnostic {
  fileprivate static func unbound(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "unbound-cp",
      "connection point '\(node.name.text)' is bound to no VDU; it has no requirement 'virtual_binding'",
      at: node.name.range)
  }

  fileprivate static func unlinked(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "unlinked-cp",
      "connection point '\(node.name.text)' is on no virtual link, and no substitution mapping leads its "
        + "'virtual_link' to the outside", at: node.name.range)
  }

  fileprivate static func withoutPoint(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .info, "vdu-without-cp", "'\(node.name.text)' has no connection point, so nothing can reach it",
      at: node.name.range)
  }
}
