import Diagnostics
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.nfv.FP` has no counterpart: Heat has no service chains that name ports as it does.
  static let forwardingPath = NodeMapping("tosca.nodes.nfv.FP", resourceName: { _, _ in nil }) {
    node, template in
    template.leaveOut(.pathLeftOut(template.topology[node].name))
  }

  /// The paths that are Tacker's own types, which do not derive from that of the NFV profile.
  static let tackerPath = NodeMapping(
    "tosca.nodes.nfv.FP.Tacker", resourceName: forwardingPath.resourceName,
    translate: forwardingPath.translate)
  static let tackerPathV2 = NodeMapping(
    "tosca.nodes.nfv.FP.TackerV2", resourceName: forwardingPath.resourceName,
    translate: forwardingPath.translate)
}

extension Diagnostic {
  fileprivate static func pathLeftOut(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "forwarding path '\(name.text)' is left out: service chains are outside of Heat's templates",
      at: name.range)
  }
}
