import GRDB
package import OpenStack

extension Engine {
  /// The nodes of one cluster in order of index, or all nodes.
  package func nodes(cluster: String? = nil) async throws(EngineError) -> [NodeRecord] {
    try await store.read { database in
      let names = try Self.profileNames(database)
      let clusters =
        try cluster.map { [try ClusterRow.resolve(database, $0)] }
        ?? database.rows("SELECT id FROM cluster ORDER BY init_at, rowid") { $0[0] as String }
      return try clusters.flatMap { id in
        try NodeRow.all(ofCluster: id, database).map {
          NodeRecord($0, profileName: names[$0.profileID] ?? "")
        }
      }
    }
  }

  /// The node of an id, a name or the beginning of an id.
  package func node(_ identity: String) async throws(EngineError) -> NodeRecord {
    try await store.read { database in
      let node = try Self.found(identity, database)
      return NodeRecord(node, profileName: try Self.profileNames(database)[node.profileID] ?? "")
    }
  }

  /// What the cloud knows of the node.
  package func nodeDetails(_ identity: String) async throws(EngineError) -> Value {
    let runtime = scheduler.runtime
    return try await store.read { database in
      try Self.details(Self.found(identity, database), runtime, database)
    }
  }

  /// What a path such as `$.details.outputs[0].output_value` finds in each node; a node without it is left out.
  package func collect(
    _ path: String, cluster: String
  ) async throws(EngineError) -> [(node: String, value: Value)] {
    let runtime = scheduler.runtime
    let steps = try Self.steps(of: path)
    let found = try await store.read { database in
      try NodeRow.all(ofCluster: ClusterRow.found(database, cluster).id, database).compactMap { row in
        var node = row.representation
        if steps.first == "details" { node["details"] = try Self.details(row, runtime, database) }
        let value = steps.reduce(Value.map(node) as Value?) { value, step in
          guard let items = value?.list else { return value?[step] }
          return Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
        }
        return value.map { (row.id, $0) }
      }
    }
    return found.map { (node: $0.0, value: $0.1) }
  }

  /// The names and numbers of a path in the part of JSONPath that leads to one place.
  private static func steps(of path: String) throws(EngineError) -> [String] {
    let bare = path.hasPrefix("$") ? path.dropFirst() : path[...]
    let steps = bare.split(whereSeparator: { ".[]'\"".contains($0) }).map(String.init)
    guard !steps.isEmpty, path != "None" else {
      throw .badRequest("Required path attribute is missing.")
    }
    return steps
  }

  private static func found(_ identity: String, _ database: Database) throws -> NodeRow {
    guard let id = try database.identify("node", identity), let node = try NodeRow.find(database, id) else {
      throw EngineError.resourceNotFound("node", identity)
    }
    return node
  }

  private static func details(_ node: NodeRow, _ runtime: Runtime, _ database: Database) throws -> Value {
    guard let profile = try ProfileRow.find(database, node.profileID),
      let type = ProfileType.all.first(where: { $0.name == profile.type })
    else { return [:] }
    return try type.details(node, runtime, database)
  }

  private static func profileNames(_ database: Database) throws -> [String: String] {
    try Dictionary(database.rows("SELECT id, name FROM profile") { ($0[0] as String, $0[1] as String) }) {
      first, _ in first
    }
  }
}

extension NodeRow {
  /// As the path of `collect` names its parts.
  fileprivate var representation: ValueMap {
    [
      "id": .string(id), "name": .string(name), "cluster_id": .string(clusterID), "index": .integer(position),
      "physical_id": physicalID.map(Value.string) ?? .null, "profile_id": .string(profileID),
      "role": .string(role),
      "status": .string(status), "status_reason": .string(reason), "metadata": .map(metadata),
      "data": .map(data),
    ]
  }
}
