import Diagnostics

extension ValidationRule {
  /// The connections that a VNF offers to the outside lead to connection points inside (SOL 001, 6.8.1 and 6.11.2).
  static let externalConnections = ValidationRule("unmapped-requirement", "vnf-without-link") {
    topology, log in
    checkMappings(topology, &log)
    let isService =
      topology.hasNodes(ofKind: "tosca.nodes.nfv.NS")
      || topology.substitutedType?.isKind(of: "tosca.nodes.nfv.NS") == true
    guard isService else { return }
    for kind in ["tosca.nodes.nfv.VNF", "tosca.nodes.nfv.PNF"] {
      for id in topology.nodes(ofKind: kind) where topology[id].requirements.isEmpty {
        let isNeeded = topology[id].type.requirements.contains { $0.occurrences.minimum > 0 }
        if !isNeeded { log.report(.withoutLink(topology[id])) }
      }
    }
  }

  private static func checkMappings(_ topology: Topology, _ log: inout DiagnosticLog) {
    guard let mappings = topology.document.substitution, let type = topology.substitutedType,
      type.isKind(of: "tosca.nodes.nfv.VNF")
    else { return }
    let mapped = Set(mappings.requirements.map(\.name.text))
    for requirement in type.requirements
    where requirement.occurrences.minimum > 0 && !mapped.contains(requirement.name.text) {
      log.report(.unmapped(requirement, type, mappings.range))
    }
  }
}

extension Topology {
  /// The node type that the topology stands for.
  fileprivate var substitutedType: ResolvedType? {
    document.substitution?.nodeType.flatMap { types.known(.node, $0) }
  }
}

extension Diagnostic {
  fileprivate static func unmapped(
    _ requirement: RequirementDefinition, _ type: ResolvedType, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unmapped-requirement",
      "the requirement '\(requirement.name.text)' of '\(type.name)' leads to no connection point of this topology",
      at: range, notes: [Note("the requirement", at: requirement.name.range)])
  }

  fileprivate static func withoutLink(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .info, "vnf-without-link", "'\(node.name.text)' is on no virtual link of the network service",
      at: node.name.range)
  }
}
