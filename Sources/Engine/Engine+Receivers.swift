import GRDB
package import OpenStack

extension Engine {
  /// Makes a webhook that starts an action of a cluster.
  package func createReceiver(_ request: ReceiverRequest) async throws(EngineError) -> ReceiverRecord {
    guard request.type == "webhook" else {
      throw .badRequest("The receiver type '\(request.type)' is not supported by the built-in engine.")
    }
    guard Self.receiverActions.contains(request.action) else {
      throw .badRequest("Illegal action '\(request.action)' specified.")
    }
    let (id, now, configuration) = (configuration.ids.next(), configuration.clock.now, configuration)
    return try await store.write { database in
      try ReceiverRecord.insert(database, id: id, request, now: now)
      return try ReceiverRecord.find(database, id, configuration)
    }
  }

  private static let receiverActions = [
    "CLUSTER_SCALE_OUT", "CLUSTER_SCALE_IN", "CLUSTER_RESIZE", "CLUSTER_CHECK",
  ]

  /// All receivers by name.
  package func receivers() async throws(EngineError) -> [ReceiverRecord] {
    let configuration = configuration
    return try await store.read { database in
      try database.rows("SELECT \(ReceiverRecord.columns) FROM receiver ORDER BY name, rowid") {
        ReceiverRecord($0, configuration)
      }
    }
  }

  /// The receiver of an id, a name or the beginning of an id.
  package func receiver(_ identity: String) async throws(EngineError) -> ReceiverRecord {
    let configuration = configuration
    return try await store.read { try ReceiverRecord.find($0, identity, configuration) }
  }

  /// Removes a receiver; its webhook is then unknown.
  package func deleteReceiver(_ identity: String) async throws(EngineError) {
    let configuration = configuration
    try await store.write { database in
      let id = try ReceiverRecord.find(database, identity, configuration).id
      try database.run("DELETE FROM receiver WHERE id = ?", [id])
    }
  }

  /// Starts the receiver's action, with its params and the given inputs over them; the action's id.
  package func trigger(receiver id: String, inputs: ValueMap = ValueMap()) async throws(EngineError) -> String
  {
    let (runtime, configuration) = (scheduler.runtime, configuration)
    let action = try await store.write { database in
      let receiver = try ReceiverRecord.find(database, id, configuration)
      guard let cluster = try ClusterRow.find(database, receiver.clusterID) else {
        throw EngineError.notSpecified("cluster", receiver.clusterID)
      }
      let all = ValueMap((receiver.params.entries + inputs.entries).map { ($0.key, $0.value) })
      return try cluster.begin(receiver.action, all, database, runtime)
    }
    await scheduler.submit(action.id, target: action.target)
    return action.id
  }
}

extension ReceiverRecord {
  static let columns = "id, name, type, cluster_id, action, params, created_at, updated_at"

  init(_ row: Row, _ configuration: EngineConfiguration) {
    self.init(
      id: row[0], name: row[1], type: row[2], clusterID: row[3], action: row[4], params: row.jsonMap(5),
      channel: Self.channel(row[0], configuration), createdAt: row[6], updatedAt: row[7])
  }

  static func find(
    _ database: Database, _ identity: String, _ configuration: EngineConfiguration
  ) throws -> ReceiverRecord {
    guard let id = try database.identify("receiver", identity),
      let record = try database.row(
        "SELECT \(columns) FROM receiver WHERE id = ?", [id], { ReceiverRecord($0, configuration) })
    else { throw EngineError.resourceNotFound("receiver", identity) }
    return record
  }

  /// Where the webhook is called; who knows it needs no other secret.
  static func channel(_ id: String, _ configuration: EngineConfiguration) -> ValueMap {
    ["alarm_url": .string("\(configuration.publicEndpoint)/clustering/v1/webhooks/\(id)/trigger?V=2")]
  }

  /// Keeps the receiver; one that is kept already under the id stays as it is.
  static func insert(_ database: Database, id: String, _ request: ReceiverRequest, now: Double) throws {
    let clusterID = try ClusterRow.resolve(database, request.cluster)
    try database.run(
      """
      INSERT OR IGNORE INTO receiver (id, name, type, cluster_id, action, params, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, [id, request.name, request.type, clusterID, request.action, request.params.json, now])
  }
}
