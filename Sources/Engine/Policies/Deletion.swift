import OpenStack

extension PolicyType {
  /// `senlin.policy.deletion` chooses the nodes that go when a cluster shrinks.
  static let deletion = PolicyType(
    "senlin.policy.deletion", versions: ["1.0", "1.1"], priority: 400,
    properties: [
      Schema(
        "criteria", .string, allowed: ["OLDEST_FIRST", "OLDEST_PROFILE_FIRST", "YOUNGEST_FIRST", "RANDOM"]),
      Schema("destroy_after_deletion", .boolean),
      Schema("grace_period", .integer, minimum: 0),
      Schema("reduce_desired_capacity", .boolean),
      Schema(
        "hooks", .map,
        members: [
          Schema("type", .string, allowed: ["zaqar", "webhook"]),
          Schema("params", .map, members: Schema.strings("queue", "url")),
          Schema("timeout", .integer, minimum: 0),
        ]),
    ],
    before: { context, plan, database in
      guard let count = plan.deletion, count > 0, plan.candidates == nil else { return .go }
      let properties = context.properties
      let criteria = properties["criteria"]?.string ?? "RANDOM"
      plan.candidates = try Victims.choose(
        count, of: context.nodes, by: criteria,
        seed: context.seed &+ UInt64(bitPattern: context.action.id.digest),
        database)
      plan.destroysNodes = properties["destroy_after_deletion"]?.flag ?? true
      plan.gracePeriod = properties["grace_period"]?.double ?? 0
      plan.reducesCapacity = properties["reduce_desired_capacity"]?.flag ?? true
      return .go
    })
}
