import GRDB
import OpenStack

extension Engine {
  /// Writes the cluster down and starts its creation.
  package func createCluster(
    _ request: ClusterRequest
  ) async throws(EngineError) -> (cluster: ClusterRecord, action: String) {
    let runtime = scheduler.runtime
    let id = configuration.ids.next()
    let created = try await store.write { database in
      let action = try ClusterRow.create(database, id: id, request, cause: "RPC Request", runtime)
      guard let record = try ClusterRecord.find(database, id) else {
        throw EngineError.resourceNotFound("cluster", id)
      }
      return (record, action.id)
    }
    await scheduler.submit(created.1, target: id)
    return (created.0, created.1)
  }

  /// All clusters, oldest first.
  package func clusters() async throws(EngineError) -> [ClusterRecord] {
    try await store.read { database in
      try database.rows(
        "SELECT \(ClusterRow.columns) FROM cluster ORDER BY init_at, rowid", [], ClusterRow.init
      )
      .map { try ClusterRecord($0, database) }
    }
  }

  /// The cluster of an id, a name or the beginning of an id.
  package func cluster(_ identity: String) async throws(EngineError) -> ClusterRecord {
    try await store.read { database in
      try ClusterRecord(ClusterRow.found(database, identity), database)
    }
  }

  /// Starts the cluster's deletion; without force not while it is in a transient state.
  package func deleteCluster(_ identity: String, force: Bool = false) async throws(EngineError) -> String {
    let runtime = scheduler.runtime
    let action = try await store.write { database in
      let cluster = try ClusterRow.found(database, identity)
      guard force || !["CREATING", "UPDATING", "DELETING", "RECOVERING"].contains(cluster.status) else {
        throw EngineError(
          .conflict, "ActionInProgress", "The cluster '\(identity)' is in status \(cluster.status).")
      }
      return try cluster.delete(database, cause: "RPC Request", runtime)
    }
    await scheduler.submit(action.id, target: action.target, preempting: true)
    return action.id
  }

  /// The policies of a cluster, in the order in which they are asked.
  package func bindings(cluster: String) async throws(EngineError) -> [BindingRecord] {
    try await store.read { database in
      try BindingRecord.all(ofCluster: ClusterRow.found(database, cluster).id, database)
    }
  }

  /// The actions on one target, or all of clusters and nodes, oldest first.
  package func actions(target: String? = nil) async throws(EngineError) -> [ActionRecord] {
    try await store.read { database in
      try database.rows(
        """
        SELECT \(ActionRow.columns) FROM action
        WHERE (?1 IS NULL OR target = ?1) AND action GLOB 'CLUSTER_*' ORDER BY sequence
        """, [target]
      ) { ActionRecord(ActionRow($0)) }
    }
  }

  /// The action of an id, a name or the beginning of an id.
  package func action(_ identity: String) async throws(EngineError) -> ActionRecord {
    try await store.read { database in
      guard let id = try database.identify("action", identity), let action = try ActionRow.find(database, id)
      else {
        throw EngineError.resourceNotFound("action", identity)
      }
      return ActionRecord(action)
    }
  }

  /// The events of one cluster, or of all, oldest first.
  package func clusterEvents(cluster: String? = nil) async throws(EngineError) -> [ClusterEventRecord] {
    try await store.read { database in
      let id = try cluster.map { try database.identify("cluster", $0) ?? $0 }
      return try database.rows(
        "SELECT \(ClusterEventRecord.columns) FROM cluster_event WHERE ?1 IS NULL OR cluster_id = ?1 ORDER BY id",
        [id], ClusterEventRecord.init)
    }
  }
}

extension ClusterRow {
  /// The cluster that a request's path names.
  static func found(_ database: Database, _ identity: String) throws -> ClusterRow {
    guard let id = try database.identify("cluster", identity), let cluster = try find(database, id) else {
      throw EngineError.resourceNotFound("cluster", identity)
    }
    return cluster
  }

  /// The id of the cluster that a request's body names.
  static func resolve(_ database: Database, _ identity: String) throws -> String {
    guard let id = try database.identify("cluster", identity) else {
      throw EngineError.notSpecified("cluster", identity)
    }
    return id
  }

  /// Writes down a cluster and the action that makes its nodes.
  static func create(
    _ database: Database, id: String, _ request: ClusterRequest, cause: String, _ runtime: Runtime
  ) throws -> ActionRow {
    guard let profileID = try database.identify("profile", request.profile) else {
      throw EngineError.notSpecified("profile", request.profile)
    }
    guard !request.name.isEmpty else {
      throw EngineError.badRequest("The 'name' of the cluster must not be empty.")
    }
    let cluster = ClusterRow(id: id, request, profileID: profileID, now: runtime.now)
    let maxSize = request.maxSize >= 0 ? request.maxSize : nil
    if let reason = Sizes.violation(
      desired: cluster.desiredCapacity, minSize: request.minSize, maxSize: maxSize, of: cluster)
    {
      throw EngineError.badRequest(reason)
    }
    try cluster.insert(database)
    var action = ActionRow(
      id: runtime.configuration.ids.next(), "CLUSTER_CREATE", target: id, now: runtime.now)
    action.cause = cause
    action.timeout = cluster.timeout
    try action.insert(database)
    return action
  }

  /// Writes down the action that removes the cluster.
  func delete(_ database: Database, cause: String, _ runtime: Runtime) throws -> ActionRow {
    var action = ActionRow(
      id: runtime.configuration.ids.next(), "CLUSTER_DELETE", target: id, now: runtime.now)
    action.cause = cause
    action.timeout = timeout
    try action.insert(database)
    return action
  }
}
