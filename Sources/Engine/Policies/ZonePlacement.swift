extension PolicyType {
  /// `senlin.policy.zone_placement` spreads nodes over availability zones; the engine keeps it and checks its spec.
  static let zonePlacement = PolicyType(
    "senlin.policy.zone_placement", versions: ["1.0"], priority: 300,
    properties: [
      Schema("zones", .list, members: [Schema("name", .string), Schema("weight", .integer)])
    ])
}
