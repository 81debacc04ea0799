import OpenStack

extension PolicyMapping {
  /// `libretto.policies.RegionPlacement` spreads the nodes of a cluster over regions.
  static let regionPlacement = PolicyMapping(
    "libretto.policies.RegionPlacement", ofClusters: "region_placement", reading: ["regions"]
  ) { policy, _, template in
    SenlinSpec(
      type: "senlin.policy.region_placement", version: "1.0",
      properties: template.values(["regions"], of: policy))
  }
}
