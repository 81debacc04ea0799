import GRDB
package import OpenStack

extension Engine {
  /// Checks the spec and keeps it as a policy.
  package func createPolicy(name: String, spec: Value) async throws(EngineError) -> PolicyRecord {
    let type = try PolicyRecord.check(spec)
    let (id, now) = (configuration.ids.next(), configuration.clock.now)
    return try await store.write { database in
      try PolicyRecord.insert(database, id: id, name: name, type: type, spec: spec, now: now)
      return try PolicyRecord.find(database, id)
    }
  }

  /// The policy that a spec would make, without keeping it.
  package func validatePolicy(spec: Value) async throws(EngineError) -> PolicyRecord {
    PolicyRecord(
      id: "", name: "validated_policy", type: try PolicyRecord.check(spec), spec: spec, data: ValueMap(),
      createdAt: configuration.clock.now, updatedAt: nil)
  }

  /// All policies, oldest first.
  package func policies() async throws(EngineError) -> [PolicyRecord] {
    try await store.read { database in
      try database.rows(
        "SELECT \(PolicyRecord.columns) FROM policy ORDER BY created_at, rowid", [], PolicyRecord.init)
    }
  }

  /// The policy of an id, a name or the beginning of an id.
  package func policy(_ identity: String) async throws(EngineError) -> PolicyRecord {
    try await store.read { database in
      guard let id = try database.identify("policy", identity) else {
        throw EngineError.resourceNotFound("policy", identity)
      }
      return try PolicyRecord.find(database, id)
    }
  }

  /// Removes a policy that is attached to no cluster.
  package func deletePolicy(_ identity: String) async throws(EngineError) {
    try await store.write { database in
      guard let id = try database.identify("policy", identity) else {
        throw EngineError.resourceNotFound("policy", identity)
      }
      guard try database.count("SELECT COUNT(*) FROM binding WHERE policy_id = ?", [id]) == 0 else {
        throw EngineError(
          .conflict, "ResourceInUse", "The policy '\(id)' cannot be deleted: still attached to some clusters."
        )
      }
      try database.run("DELETE FROM policy WHERE id = ?", [id])
    }
  }

  /// The policy types with their versions.
  package static var policyTypes: [String] {
    PolicyType.names
  }
}

extension PolicyRecord {
  static let columns = "id, name, type, spec, created_at, updated_at"

  init(_ row: Row) {
    self.init(
      id: row[0], name: row[1], type: row[2], spec: row.json(3), data: ValueMap(), createdAt: row[4],
      updatedAt: row[5])
  }

  static func find(_ database: Database, _ id: String) throws -> PolicyRecord {
    let found = try database.row("SELECT \(columns) FROM policy WHERE id = ?", [id], PolicyRecord.init)
    guard let found else { throw EngineError.resourceNotFound("policy", id) }
    return found
  }

  /// The id that a request's body names.
  static func resolve(_ database: Database, _ identity: String) throws -> String {
    guard let id = try database.identify("policy", identity) else {
      throw EngineError.notSpecified("policy", identity)
    }
    return id
  }

  /// Checks a spec; its type with the version.
  static func check(_ value: Value) throws(EngineError) -> String {
    let spec = try Spec(value, allowing: ["description"])
    guard let type = PolicyType.find(spec.type, version: spec.version) else {
      throw .resourceNotFound("policy_type", spec.fullType)
    }
    try spec.check(type.properties)
    try type.validate(spec.properties)
    return spec.fullType
  }

  /// Keeps a checked spec; one that is kept already under the id stays as it is.
  static func insert(
    _ database: Database, id: String, name: String, type: String, spec: Value, now: Double
  ) throws {
    try database.run(
      "INSERT OR IGNORE INTO policy (id, name, type, spec, created_at) VALUES (?, ?, ?, ?, ?)",
      [id, name, type, spec.json, now])
  }
}
