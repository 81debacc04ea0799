import GRDB
import OpenStack

extension ResourceType {
  /// `OS::Heat::ScalingPolicy` adjusts a group when it is signalled.
  static let scalingPolicy = ResourceType(
    "OS::Heat::ScalingPolicy",
    properties: [
      Schema(
        "adjustment_type", .string, required: true,
        allowed: ["change_in_capacity", "exact_capacity", "percent_change_in_capacity"]),
      Schema("auto_scaling_group_id", .string, required: true),
      Schema("scaling_adjustment", .number, required: true),
      Schema("cooldown", .number),
      Schema("min_adjustment_step", .integer, minimum: 0),
    ],
    attributes: ["alarm_url", "show", "signal_url"],
    create: { context in
      let properties = context.properties
      // An engine that was killed may have given out the token already.
      let token = context.row.data["token"]?.string ?? RandomIDs.secret()
      var data = properties
      data["token"] = .string(token)
      return Creation(physicalID: context.row.id, data: .map(data), token: token)
    },
    delete: { _ in },
    attribute: { _, context, name in
      guard let token = context.row.data["token"]?.string, name != "show" else { return .null }
      return .string("\(context.configuration.publicEndpoint)/orchestration/v1/libretto/signal/\(token)")
    },
    signal: { (runtime, row) async throws(EngineError) in
      let id = runtime.configuration.ids.next()
      let action = try await runtime.store.write { database in
        try GroupAdjustment(row, database)?.begin(id, runtime, database)
      }
      if let action { await runtime.scheduler.submit(action.id, target: action.target) }
    })
}

/// What a signalled policy makes of its group.
struct GroupAdjustment {
  let policy: ResourceRow
  let group: ResourceRow
  let stack: StackRow
  let size: Int
  let current: Int

  /// - Returns: nil where the group cannot be adjusted now.
  fileprivate init?(_ row: ResourceRow, _ database: Database) throws {
    guard let policy = try ResourceRow.find(row.id, database), policy.status == "COMPLETE",
      let groupID = policy.data["auto_scaling_group_id"]?.string,
      let stack = try StackRow.find(database, groupID), stack.status == "COMPLETE",
      let resource = stack.parentResource, let group = try ResourceRow.find(resource, database)
    else { return nil }
    self.policy = policy
    self.group = group
    self.stack = stack
    current = try database.count("SELECT COUNT(*) FROM resource WHERE stack_id = ?", [stack.id])
    let number = policy.data["scaling_adjustment"]?.double ?? 0
    let wanted: Int
    switch policy.data["adjustment_type"]?.string {
    case "exact_capacity": wanted = Int(number)
    case "percent_change_in_capacity":
      let exact = Double(current) * number / 100
      var change = abs(exact) < 1 ? Int(exact.rounded(.awayFromZero)) : Int(exact)
      if let step = policy.data["min_adjustment_step"]?.wholeNumber, abs(change) < step {
        change = exact < 0 ? -step : step
      }
      wanted = current + change
    default: wanted = current + Int(number)
    }
    let (least, most) = (group.data["min_size"]?.wholeNumber ?? 0, group.data["max_size"]?.wholeNumber ?? 0)
    size = min(max(wanted, least), most)
  }

  /// Writes down the action that gives the group its size; nil where nothing is to be done.
  fileprivate func begin(_ id: String, _ runtime: Runtime, _ database: Database) throws -> ActionRow? {
    let isBusy = try !ActionRow.unfinished(database, target: stack.id).isEmpty
    let cooldown = policy.data["cooldown"]?.double ?? group.data["cooldown"]?.double ?? 0
    let isCoolingDown = policy.data["scaled_at"]?.double.map { runtime.now - $0 < cooldown } ?? false
    guard size != current, !isBusy, !isCoolingDown else { return nil }
    var action = ActionRow(
      id: id, "GROUP_RESIZE", target: stack.id,
      inputs: ["size": .integer(size), "policy": .string(policy.id)], now: runtime.now)
    action.cause = "Signal"
    try action.insert(database)
    return action
  }
}
