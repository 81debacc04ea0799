import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// `tosca.policies.nfv.VirtualLinkInstantiationLevels`: a network has the rate of its profile at every level.
  static let virtualLinkInstantiationLevels = PolicyMapping(
    "tosca.policies.nfv.VirtualLinkInstantiationLevels"
  ) {
    policy, template in
    let levels = template.topology.policies[policy][property: "levels"]?.entries ?? []
    let rates = Set(levels.map { $0.value["bitrate_requirements"]?["leaf"]?.integer })
    if rates.count > 1 { template.report(.rateChangeLeftOut(template.topology.policies[policy])) }
  }

  /// `tosca.policies.nfv.VirtualLinkBitrateInitialDelta`: where the rate of a scaled network begins.
  static let virtualLinkBitrateInitialDelta = PolicyMapping(
    "tosca.policies.nfv.VirtualLinkBitrateInitialDelta"
  ) { policy, template in
    template.report(.rateChangeLeftOut(template.topology.policies[policy]))
  }

  /// `tosca.policies.nfv.VirtualLinkBitrateScalingAspectDeltas`: no Heat policy changes the rate of a network.
  static let virtualLinkBitrateScalingAspectDeltas = PolicyMapping(
    "tosca.policies.nfv.VirtualLinkBitrateScalingAspectDeltas"
  ) { policy, template in
    let deltas = template.topology.policies[policy][property: "deltas"]?.entries ?? []
    if deltas.contains(where: { ($0.value["bitrate_requirements"]?["leaf"]?.integer ?? 0) != 0 }) {
      template.report(.rateChangeLeftOut(template.topology.policies[policy]))
    }
  }
}

extension Diagnostic {
  fileprivate static func rateChangeLeftOut(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the rates of virtual links stay as their profiles have them; what policy '\(policy.name.text)' changes is left "
        + "out", at: policy.name.range)
  }
}
