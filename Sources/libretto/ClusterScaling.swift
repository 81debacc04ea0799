import Deployment
import FoundationEssentials
import OpenStack

/// Changes the size of one Senlin cluster and says what came of it.
struct ClusterScaling {
  private let target: Target
  private let name: String
  private let cluster: Cluster
  private let limit: Duration

  init(_ target: Target, _ cluster: StackCluster, within limit: Duration) {
    self.target = target
    name = cluster.name
    self.cluster = cluster.cluster
    self.limit = limit
  }

  /// The sentence about a change that was made; less than asked is said with the reason.
  func scale(by change: Int?, to size: Int?) async throws -> String {
    let operation: ClusterOperation =
      if let size {
        .resize(to: size)
      } else if let change, change > 0 {
        .scaleOut(count: change)
      } else {
        .scaleIn(count: change.map { -$0 })
      }
    let before = cluster.nodes.count
    let action = try await finished(operation)
    let after = try await target.clustering.cluster(cluster.id)
    guard action.status == "SUCCEEDED" else { throw await refusal(action.reason, of: operation) }
    let line = "cluster \(name): \(before) -> \(after.nodes.count) nodes"
    let asked = size ?? before + (change ?? 0)
    guard after.nodes.count != asked else { return line }
    let bound = asked > after.nodes.count ? "at most \(cluster.maxSize)" : "at least \(cluster.minSize)"
    return "\(line); \(asked) were asked for, but the cluster has \(bound)"
  }

  private func finished(_ operation: ClusterOperation) async throws -> ActionObject {
    let id: String
    do throws(DeploymentError) {
      id = try await target.clustering.perform(operation, on: cluster.id)
    } catch {
      guard error.status == 409 else { throw error }
      throw await refusal(error.message, of: operation)
    }
    let clustering = target.clustering
    let action = try await target.patience.wait(atMost: limit) {
      () throws(DeploymentError) -> Glance<ActionObject> in
      let action = try await clustering.action(id)
      return action.isSettled ? .done(action) : .unchanged
    }
    guard let action else {
      throw DeploymentError.overdue(
        "cluster \(name) is not done after \(limit.components.seconds) s; it goes on without us")
    }
    return action
  }

  /// Why the cluster was not scaled, with what can be done about it.
  private func refusal(_ reason: String, of operation: ClusterOperation) async -> Failure {
    let start = "cluster \(name) was not scaled: \(reason)"
    guard reason.lowercased().contains("cooldown") else { return .trouble(start) }
    let hint = "'--to' sets the size directly, without cooldown"
    guard let rest = await remainingCooldown(of: operation) else { return .trouble("\(start); \(hint)") }
    return .trouble("\(start); \(rest) s of the cooldown are left, and \(hint)")
  }

  /// The seconds until the policy that refused lets the cluster scale again.
  private func remainingCooldown(of operation: ClusterOperation) async -> Int? {
    let event =
      switch operation {
      case .scaleOut: "CLUSTER_SCALE_OUT"
      case .scaleIn: "CLUSTER_SCALE_IN"
      case .resize: ""
      }
    guard let bindings = try? await target.clustering.policies(ofCluster: cluster.id) else { return nil }
    var longest: Int?
    for binding in bindings where binding.policyType.hasPrefix("senlin.policy.scaling") {
      guard let last = binding.lastOperation.flatMap(seconds),
        let policy = try? await target.clustering.policy(binding.policyID),
        policy.properties.text("event") == event,
        let cooldown = policy.properties["adjustment"]?["cooldown"]?.integer
      else { continue }
      let rest = Int((last + Double(cooldown) - Date().timeIntervalSince1970).rounded(.up))
      if rest > 0 { longest = max(longest ?? 0, rest) }
    }
    return longest
  }

  /// Reads a time with or without a zone and fraction, which is UTC in each case.
  private func seconds(_ time: String) -> Double? {
    (try? Date(time.prefix(19) + "Z", strategy: .iso8601))?.timeIntervalSince1970
  }
}
