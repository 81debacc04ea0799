extension PolicyType {
  /// `senlin.policy.batch` paces updates of a cluster; the engine keeps it and checks its spec.
  static let batch = PolicyType(
    "senlin.policy.batch", versions: ["1.0"], priority: 200,
    properties: Schema.integers("min_in_service", "max_batch_size", "pause_time"))
}
