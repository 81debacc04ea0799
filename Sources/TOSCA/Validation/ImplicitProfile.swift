import Diagnostics

extension ValidationRule {
  /// A template that uses Tacker's types without an import is read here, but by few other tools.
  static let implicitProfile = ValidationRule("implicit-profile") { topology, log in
    let usesTacker =
      topology.nodes.contains { $0.type.name.hasSuffix(".Tacker") }
      || topology.policies.contains { $0.type.name.hasPrefix("tosca.policies.tacker.") }
    guard usesTacker, topology.document.imports.isEmpty else { return }
    log.report(.implicitProfile(topology.document.version))
  }
}

extension Diagnostic {
  fileprivate static func implicitProfile(_ version: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .info, "implicit-profile",
      "the NFV and Tacker types come with this version, without any 'imports'; other tools want "
        + "'imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]', which is read here too", at: version.range)
  }
}
