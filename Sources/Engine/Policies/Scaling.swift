import OpenStack

extension PolicyType {
  /// `senlin.policy.scaling` says by how many nodes a cluster grows or shrinks, and how often.
  static let scaling = PolicyType(
    "senlin.policy.scaling", versions: ["1.0"], priority: 100, isSingleton: false,
    properties: [
      Schema("event", .string, required: true, allowed: ["CLUSTER_SCALE_IN", "CLUSTER_SCALE_OUT"]),
      Schema(
        "adjustment", .map,
        members: [
          Schema(
            "type", .string, allowed: ["EXACT_CAPACITY", "CHANGE_IN_CAPACITY", "CHANGE_IN_PERCENTAGE"]),
          Schema("number", .number),
          Schema("min_step", .integer, minimum: 0),
          Schema("best_effort", .boolean),
          Schema("cooldown", .integer, minimum: 0),
        ]),
    ],
    validate: { (properties) throws(EngineError) in
      guard (properties["adjustment"]?["number"]?.double ?? 1) > 0 else {
        throw .invalidSpec("the 'number' for 'adjustment' must be > 0")
      }
    },
    before: { context, plan, _ in
      guard properties(of: context, serve: context.action.action) else { return .go }
      return ScalingRule(context.properties).decide(context, &plan)
    },
    servesAction: { properties, action in properties["event"]?.string == action })

  @Sendable private static func properties(of context: PolicyContext, serve action: String) -> Bool {
    context.properties["event"]?.string == action
  }
}

/// The adjustment of a scaling policy (Senlin, scaling policy 1.0).
struct ScalingRule {
  let type: Resize.Adjustment
  let number: Double
  let minStep: Int
  let isBestEffort: Bool
  let cooldown: Double

  init(_ properties: ValueMap) {
    let adjustment = properties["adjustment"] ?? [:]
    type = adjustment["type"]?.string.flatMap(Resize.Adjustment.init(rawValue:)) ?? .changeInCapacity
    number = adjustment["number"]?.double ?? 1
    minStep = adjustment["min_step"]?.wholeNumber ?? 1
    isBestEffort = adjustment["best_effort"]?.flag ?? false
    cooldown = adjustment["cooldown"]?.double ?? 0
  }

  /// Whether the policy scaled the cluster so lately that it must not do so again.
  func isCoolingDown(since last: Double?, now: Double) -> Bool {
    last.map { now - $0 < cooldown } ?? false
  }

  fileprivate func decide(_ context: PolicyContext, _ plan: inout ActionPlan) -> PolicyType.Verdict {
    if isCoolingDown(since: context.binding.lastOperation, now: context.now) {
      return .refuse("Policy \(context.binding.policyID) cooldown is still in progress.")
    }
    let cluster = context.cluster
    let current = context.nodes.count
    let grows = context.action.action == "CLUSTER_SCALE_OUT"
    let asked = context.action.inputs["count"]
    guard asked == nil || asked?.wholeNumber ?? 0 > 0 else {
      return .refuse("Invalid count (\(asked?.text ?? "")) for action '\(context.action.action)'.")
    }
    var count = asked?.wholeNumber ?? count(current, grows: grows)
    guard count > 0 else { return .refuse("Invalid count (\(count)) for action '\(context.action.action)'.") }
    if isBestEffort {
      let room = grows ? cluster.room(above: current) : current - cluster.minSize
      count = min(count, room)
      if count <= 0 {
        let bound = grows ? "max_size (\(cluster.upperBound))" : "min_size (\(cluster.minSize))"
        return .nothing("The cluster has \(current) nodes already, and its \(bound) allows no change.")
      }
    } else if let reason = Sizes.violation(desired: grows ? current + count : current - count, of: cluster) {
      return .refuse(reason)
    }
    if grows { plan.creation = count } else { plan.deletion = count }
    return .go
  }

  private func count(_ current: Int, grows: Bool) -> Int {
    switch type {
    case .changeInCapacity: return Int(number)
    case .exactCapacity: return grows ? Int(number) - current : current - Int(number)
    case .changeInPercentage: return max(Int(number * Double(current) / 100), minStep)
    }
  }
}
