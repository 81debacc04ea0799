import OpenStack

extension PolicyMapping {
  /// `libretto.policies.Batch` paces an update of a cluster.
  static let batch = PolicyMapping(
    "libretto.policies.Batch", ofClusters: "batch",
    reading: ["min_in_service", "max_batch_size", "pause_time"]
  ) { policy, _, template in
    SenlinSpec(
      type: "senlin.policy.batch", version: "1.0",
      properties: template.values(["min_in_service", "max_batch_size", "pause_time"], of: policy))
  }
}
