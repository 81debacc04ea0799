import GRDB
import OpenStack

extension ClusterWork {
  /// Ends the action: the cluster's state, the cooldowns, the action and its event in one.
  ///
  /// `isScaling` is whether a success counts for the cooldown of the policy that serves the action.
  func end(failure: String?, reason: String? = nil, isScaling: Bool = true, _ database: Database) throws {
    let now = runtime.now
    guard
      try action.end(failure == nil ? "SUCCEEDED" : "FAILED", failure ?? reason ?? success, at: now, database)
    else { return }
    guard var cluster = try ClusterRow.find(database, action.target) else { return }
    let wasDeciding =
      cluster.status != "RESIZING" && cluster.status != "CREATING" && cluster.status != "DELETING"
    if failure == nil, action.action == "CLUSTER_DELETE" {
      try cluster.writeEvent(action.action, "end", success, at: now, database)
      try remove(cluster, database)
      return
    }
    // An action that a policy refused has not touched the cluster.
    if !(failure != nil && wasDeciding) {
      try cluster.evaluate(action.action, database)
      if action.action == "CLUSTER_CREATE" {
        cluster.createdAt = cluster.createdAt ?? now
      } else {
        cluster.updatedAt = now
      }
      try cluster.update(database)
    }
    if failure == nil, isScaling {
      // Only the policy that scaled begins to cool down; upstream renews that of every scaling policy, also after a
      // failure, so that one direction blocks the other.
      for binding in try BindingRow.enabled(ofCluster: cluster.id, database) {
        guard let type = PolicyType.find(binding.policyType) else { continue }
        if type.servesAction(binding.properties, action.action) {
          try binding.remember(operationAt: now, database)
        }
      }
    }
    try cluster.writeEvent(
      action.action, failure == nil ? "end" : "error", failure ?? reason ?? success, at: now, database)
  }

  private func remove(_ cluster: ClusterRow, _ database: Database) throws {
    try database.run("DELETE FROM cluster WHERE id = ?", [cluster.id])
    // The deletion itself stays for those who ask how it went; what came before goes with the cluster.
    try database.run("DELETE FROM action WHERE target = ? AND id <> ?", [cluster.id, action.id])
  }

  private var success: String {
    switch action.action {
    case "CLUSTER_CREATE": "Cluster creation succeeded."
    case "CLUSTER_DELETE": "Cluster deletion succeeded."
    case "CLUSTER_SCALE_OUT", "CLUSTER_SCALE_IN": "Cluster scaling succeeded."
    case "CLUSTER_RESIZE": "Cluster resize succeeded."
    case "CLUSTER_ATTACH_POLICY": "Policy attached."
    case "CLUSTER_DETACH_POLICY": "Policy detached."
    case "CLUSTER_UPDATE_POLICY": "Policy updated."
    case "CLUSTER_CHECK": "Cluster checking completed."
    default: "Action completed successfully."
    }
  }

  /// Attaches, detaches or changes a policy, and ends the action.
  func changePolicy(of cluster: ClusterRow, _ database: Database) throws {
    let policyID = action.inputs["policy_id"]?.string ?? ""
    let isEnabled = action.inputs["enabled"]?.flag ?? true
    var failure: String?
    switch action.action {
    case "CLUSTER_ATTACH_POLICY": failure = try attach(policyID, to: cluster, isEnabled: isEnabled, database)
    case "CLUSTER_DETACH_POLICY":
      try database.run("DELETE FROM binding WHERE cluster_id = ? AND policy_id = ?", [cluster.id, policyID])
      if database.changesCount == 0 { failure = "Policy not attached." }
    default:
      try database.run(
        "UPDATE binding SET enabled = ? WHERE cluster_id = ? AND policy_id = ?",
        [isEnabled, cluster.id, policyID])
      if database.changesCount == 0 { failure = "Policy not attached." }
    }
    try action.end(failure == nil ? "SUCCEEDED" : "FAILED", failure ?? success, at: runtime.now, database)
    try cluster.writeEvent(
      action.action, failure == nil ? "end" : "error", failure ?? success, at: runtime.now, database)
  }

  private func attach(
    _ policyID: String, to cluster: ClusterRow, isEnabled: Bool, _ database: Database
  ) throws -> String? {
    let policy = try database.row("SELECT type FROM policy WHERE id = ?", [policyID]) { $0[0] as String }
    guard let policy, let type = PolicyType.find(policy) else {
      return "The policy '\(policyID)' could not be found."
    }
    let attached = try database.rows(
      "SELECT p.id, p.type FROM binding b JOIN policy p ON p.id = b.policy_id WHERE b.cluster_id = ?",
      [cluster.id]
    ) { row in (id: row[0] as String, type: row[1] as String) }
    if attached.contains(where: { $0.id == policyID }) { return nil }
    if type.isSingleton, let other = attached.first(where: { $0.type == policy }) {
      return
        "Only one instance of policy type (\(policy)) can be attached to a cluster, but another instance (\(other.id)) is found attached to the cluster (\(cluster.id)) already."
    }
    try database.run(
      "INSERT INTO binding (id, cluster_id, policy_id, enabled, priority) VALUES (?, ?, ?, ?, ?)",
      [runtime.configuration.ids.next(), cluster.id, policyID, isEnabled, type.priority])
    return nil
  }
}
