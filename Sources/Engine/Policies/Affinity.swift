extension PolicyType {
  /// `senlin.policy.affinity` keeps nodes together or apart; the engine keeps it and checks its spec.
  static let affinity = PolicyType(
    "senlin.policy.affinity", versions: ["1.0"], priority: 300,
    properties: [
      Schema(
        "servergroup", .map,
        members: [
          Schema("name", .string),
          Schema(
            "policies", .string,
            allowed: ["affinity", "soft-affinity", "anti-affinity", "soft-anti-affinity"]),
        ]),
      Schema("availability_zone", .string),
      Schema("enable_drs_extension", .boolean),
    ])
}
