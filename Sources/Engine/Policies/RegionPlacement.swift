extension PolicyType {
  /// `senlin.policy.region_placement` spreads nodes over regions; the engine keeps it and checks its spec.
  static let regionPlacement = PolicyType(
    "senlin.policy.region_placement", versions: ["1.0"], priority: 200,
    properties: [
      Schema(
        "regions", .list,
        members: [Schema("name", .string), Schema("weight", .integer), Schema("cap", .integer)])
    ])
}
