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
    let bound = change > 0 ? group.maxSize : group.minSize
    guard bound != group.size else {
      let kind = change > 0 ? "most" : "fewest"
      throw Failure.trouble(
        "group '\(group.name)' was not scaled; it has \(group.size) members, the \(kind) that it may have")
    }
    let before = try await target.heat.stack(group.stackID)
    try await target.heat.signal(policy.name, of: stack)
    guard try await isChanging(since: before) else {
      throw Failure.trouble(
        "group '\(group.name)' was not scaled; the cooldown of policy '\(policy.name)' is not over")
    }
    let after = try await settledGroup()
    let line = "group \(group.name): \(group.size) -> \(after.size) members"
    if after.status.hasSuffix("_FAILED") { throw Failure.trouble("\(line); it ended in \(after.status)") }
    return line
  }

  /// Whether the group's stack takes up the signal; Heat does not say so in its answer.
  private func isChanging(since before: Stack) async throws(DeploymentError) -> Bool {
    let change = try await target.patience.wait(atMost: .seconds(2)) {
      () throws(DeploymentError) -> Glance<Bool> in
      let now = try await target.heat.stack(group.stackID)
      return now.status != before.status || now.updatedTime != before.updatedTime ? .done(true) : .unchanged
    }
    return change ?? false
  }

  private func settledGroup() async throws(DeploymentError) -> ScalingGroup {
    let settled = try await target.patience.wait(atMost: limit) {
      () throws(DeploymentError) -> Glance<ScalingGroup> in
      let members = try await target.heat.stack(group.stackID)
      guard members.isSettled,
        var now = try await target.groups(of: stack).first(where: { $0.name == group.name })
      else { return .unchanged }
      // The group's own status does not follow its members' in Heat.
      now.status = members.status
      return .done(now)
    }
    guard let settled else {
      throw .overdue(
        "group '\(group.name)' is not done after \(limit.components.seconds) s; it goes on without us")
    }
    return settled
  }

  private var steps: String {
    let steps = group.policies.compactMap(\.step).sorted(by: >).map(signed)
    return steps.isEmpty ? "no fixed step" : steps.joined(separator: " or ")
  }

  private func signed(_ step: Int) -> String {
    step > 0 ? "+\(step)" : String(step)
  }
}
