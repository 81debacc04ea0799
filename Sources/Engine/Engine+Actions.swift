import GRDB
import OpenStack

extension Engine {
  /// Starts an action of a cluster, after the checks that Senlin makes at once; the action's id.
  package func act(on cluster: String, _ action: ClusterAction) async throws(EngineError) -> String {
    let runtime = scheduler.runtime
    let row = try await store.write { database in
      let cluster = try ClusterRow.found(database, cluster)
      let (name, inputs) = try action.request(for: cluster, database)
      return try cluster.begin(name, inputs, database, runtime)
    }
    await scheduler.submit(row.id, target: row.target)
    return row.id
  }
}

extension ClusterAction {
  /// Senlin's name of the action and its inputs, with the checks of a request (Senlin, 4.6).
  fileprivate func request(for cluster: ClusterRow, _ database: Database) throws -> (String, ValueMap) {
    switch self {
    case .scaleOut(let count):
      guard count != 0 else { throw EngineError.badRequest("Count for scale-out request cannot be 0.") }
      if let count,
        let reason = Sizes.violation(
          desired: cluster.desiredCapacity + count, isStrict: false, of: cluster)
      {
        throw EngineError.badRequest(reason)
      }
      return ("CLUSTER_SCALE_OUT", count.map { ["count": .integer($0)] } ?? ValueMap())
    case .scaleIn(let count):
      guard count != 0 else { throw EngineError.badRequest("Count for scale-in request cannot be 0.") }
      return ("CLUSTER_SCALE_IN", count.map { ["count": .integer($0)] } ?? ValueMap())
    case .resize(let resize):
      try resize.check()
      let current = try database.count("SELECT COUNT(*) FROM node WHERE cluster_id = ?", [cluster.id])
      if let reason = resize.target(for: cluster, current: current).violation {
        throw EngineError.badRequest(reason)
      }
      return ("CLUSTER_RESIZE", resize.inputs)
    case .attachPolicy(let policy, let isEnabled):
      let id = try PolicyRecord.resolve(database, policy)
      return ("CLUSTER_ATTACH_POLICY", ["policy_id": .string(id), "enabled": .bool(isEnabled)])
    case .detachPolicy(let policy):
      return ("CLUSTER_DETACH_POLICY", ["policy_id": .string(try attached(policy, to: cluster, database))])
    case .updatePolicy(let policy, let isEnabled):
      let id = try attached(policy, to: cluster, database)
      return ("CLUSTER_UPDATE_POLICY", ["policy_id": .string(id), "enabled": .bool(isEnabled)])
    case .check:
      return ("CLUSTER_CHECK", ValueMap())
    }
  }

  private func attached(_ policy: String, to cluster: ClusterRow, _ database: Database) throws -> String {
    let id = try PolicyRecord.resolve(database, policy)
    let bindings = try database.count(
      "SELECT COUNT(*) FROM binding WHERE cluster_id = ? AND policy_id = ?", [cluster.id, id])
    guard bindings > 0 else {
      throw EngineError.badRequest(
        "The policy '\(policy)' is not attached to the specified cluster '\(cluster.id)'.")
    }
    return id
  }
}

extension Resize {
  fileprivate func check() throws(EngineError) {
    guard adjustment != nil || number != nil || minSize != nil || maxSize != nil else {
      throw .badRequest("Not enough parameters to do resize action.")
    }
    guard adjustment == nil || number != nil else {
      throw .badRequest("Missing number value for size adjustment.")
    }
    guard number == nil || adjustment != nil else {
      throw .badRequest("Missing adjustment_type value for size adjustment.")
    }
    if adjustment == .exactCapacity, let number, number < 0 {
      throw .badRequest("The 'number' must be non-negative integer for adjustment type 'EXACT_CAPACITY'.")
    }
    if let minSize, let maxSize, maxSize > 0, minSize > maxSize {
      throw .badRequest(
        "The specified min_size (\(minSize)) is greater than the specified max_size (\(maxSize)).")
    }
  }
}

extension ClusterRow {
  /// Writes down an action, unless another is in its way (Senlin, 10.2).
  func begin(_ name: String, _ inputs: ValueMap, _ database: Database, _ runtime: Runtime) throws -> ActionRow
  {
    let unfinished = try ActionRow.unfinished(database, target: id)
    if unfinished.contains(where: { $0.status == "RUNNING" }) {
      throw EngineError(
        .conflict, "ResourceIsLocked",
        "\(name) for cluster '\(id)' cannot be completed because it is already locked.")
    }
    guard unfinished.isEmpty else {
      let ids = unfinished.map(\.id).joined(separator: ", ")
      throw EngineError(
        .conflict, "ActionConflict",
        "The \(name) action for target \(id) conflicts with the following action(s): \(ids)")
    }
    for binding in try BindingRow.enabled(ofCluster: id, database) {
      guard let type = PolicyType.find(binding.policyType), type.servesAction(binding.properties, name),
        ScalingRule(binding.properties).isCoolingDown(since: binding.lastOperation, now: runtime.now)
      else { continue }
      throw EngineError(
        .conflict, "ActionCooldown",
        "The \(name) action for cluster \(id) cannot be processed due to Policy \(binding.policyID) cooldown still in progress"
      )
    }
    var action = ActionRow(
      id: runtime.configuration.ids.next(), name, target: id, inputs: inputs, now: runtime.now)
    action.timeout = timeout
    try action.insert(database)
    return action
  }
}
