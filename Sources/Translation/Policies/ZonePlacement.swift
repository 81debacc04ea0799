import OpenStack

extension PolicyMapping {
  /// `libretto.policies.ZonePlacement` spreads the nodes of a cluster over availability zones.
  static let zonePlacement = PolicyMapping(
    "libretto.policies.ZonePlacement", ofClusters: "zone_placement", reading: ["zones"],
    needsServers: { _ in true }
  ) { policy, _, template in
    SenlinSpec(
      type: "senlin.policy.zone_placement", version: "1.0", properties: template.values(["zones"], of: policy)
    )
  }
}
