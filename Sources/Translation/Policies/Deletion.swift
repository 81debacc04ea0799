import OpenStack

extension PolicyMapping {
  /// `libretto.policies.Deletion` chooses the nodes that go when a cluster shrinks; failed ones always go first.
  static let deletion = PolicyMapping(
    "libretto.policies.Deletion", ofClusters: "deletion",
    reading: ["criteria", "grace_period", "destroy_after_deletion", "reduce_desired_capacity"]
  ) { policy, _, template in
    SenlinSpec(
      type: "senlin.policy.deletion", version: "1.0",
      properties: template.values(
        ["criteria", "destroy_after_deletion", "grace_period", "reduce_desired_capacity"], of: policy))
  }
}
