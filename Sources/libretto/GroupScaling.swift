import Deployment
import OpenStack

/// Changes the size of one Heat group through its policies and says what came of it.
struct GroupScaling {
  private let target: Target
  private let stack: Stack
  private let group: ScalingGroup
  private let limit: Duration

  init(_ target: Target, _ stack: Stack, _ group: ScalingGroup, within limit: Duration) {
    self.target = target
    self.stack = stack
    self.group = group
    self.limit = limit
  }

  /// The sentence about a change that was made.
  func scale(by change: Int?, to size: Int?) async throws -> String {
    guard size == nil, let change else {
      throw Failure.trouble("group '\(group.name)' is scaled by its policies only; use --by with \(steps)")
    }
    guard let policy = group.policies.first(where: { $0.step == change }) else {
      throw Failure.trouble(
        "no policy of group '\(group.name)' scales by \(signed(change)); they scale by \(steps)")
    }
    try await target.heat.signal(policy.name, of: stack)
    let after = try await settledGroup()
    let line = "group \(group.name): \(group.size) -> \(after.size) members"
    if after.status.hasSuffix("_FAILED") { throw Failure.trouble("\(line); it ended in \(after.status)") }
    guard after.size == group.size else { return line }
    let bound = change > 0 ? group.maxSize : group.minSize
    guard bound == group.size else {
      throw Failure.trouble(
        "group '\(group.name)' was not scaled; the cooldown of policy '\(policy.name)' is not over")
    }
    throw Failure.trouble(
      "group '\(group.name)' was not scaled; it has \(group.size) members, the \(change > 0 ? "most" : "least") it may"
    )
  }

  private func settledGroup() async throws(DeploymentError) -> ScalingGroup {
    let settled = try await target.patience.wait(atMost: limit) {
      () throws(DeploymentError) -> Glance<ScalingGroup> in
      guard try await target.heat.stack(group.stackID).isSettled,
        let now = try await target.groups(of: stack).first(where: { $0.name == group.name }),
        !now.status.hasSuffix("_IN_PROGRESS")
      else { return .unchanged }
      return .done(now)
    }
    guard let settled else {
      throw .overdue(
        "group '\(group.name)' is not done after \(limit.components.seconds) s; it goes on without us")
    }
    return settled
  }

  private var steps: String {
    let steps = group.policies.compactMap(\.step).map(signed)
    return steps.isEmpty ? "no fixed step" : steps.joined(separator: " or ")
  }

  private func signed(_ step: Int) -> String {
    step > 0 ? "+\(step)" : String(step)
  }
}
