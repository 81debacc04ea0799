import GRDB
package import OpenStack

extension Engine {
  /// Checks the spec and keeps it as a profile.
  package func createProfile(
    name: String, spec: Value, metadata: ValueMap = ValueMap()
  ) async throws(EngineError) -> ProfileRecord {
    let checked = try ProfileType.check(spec)
    let (id, now) = (configuration.ids.next(), configuration.clock.now)
    return try await store.write { database in
      try ProfileRow.insert(database, id: id, name: name, checked, spec: spec, metadata: metadata, now: now)
      return try ProfileRecord.find(database, id)
    }
  }

  /// The profile that a spec would make, without keeping it.
  package func validateProfile(spec: Value) async throws(EngineError) -> ProfileRecord {
    let checked = try ProfileType.check(spec)
    return ProfileRecord(
      id: "", name: "validated_profile", type: checked.type.name, spec: spec, metadata: ValueMap(),
      createdAt: configuration.clock.now, updatedAt: nil)
  }

  /// All profiles, oldest first.
  package func profiles() async throws(EngineError) -> [ProfileRecord] {
    try await store.read { database in
      try database.rows("SELECT \(ProfileRow.columns) FROM profile ORDER BY created_at, rowid") {
        ProfileRecord(ProfileRow($0))
      }
    }
  }

  /// The profile of an id, a name or the beginning of an id.
  package func profile(_ identity: String) async throws(EngineError) -> ProfileRecord {
    try await store.read { database in
      guard let id = try database.identify("profile", identity) else {
        throw EngineError.resourceNotFound("profile", identity)
      }
      return try ProfileRecord.find(database, id)
    }
  }

  /// Removes a profile that no cluster and no node is made of.
  package func deleteProfile(_ identity: String) async throws(EngineError) {
    try await store.write { database in
      guard let id = try database.identify("profile", identity) else {
        throw EngineError.resourceNotFound("profile", identity)
      }
      try ProfileRow.remove(database, id)
    }
  }

  /// The profile types with their versions.
  package static var profileTypes: [String] {
    ProfileType.all.map(\.name)
  }
}

extension ProfileRecord {
  init(_ row: ProfileRow) {
    self.init(
      id: row.id, name: row.name, type: row.type, spec: row.spec, metadata: row.metadata,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt)
  }

  static func find(_ database: Database, _ id: String) throws -> ProfileRecord {
    guard let row = try ProfileRow.find(database, id) else {
      throw EngineError.resourceNotFound("profile", id)
    }
    return ProfileRecord(row)
  }
}

extension ProfileRow {
  /// Keeps a checked spec; one that is kept already under the id stays as it is.
  static func insert(
    _ database: Database, id: String, name: String,
    _ checked: (type: ProfileType, spec: Spec, blueprint: Blueprint?),
    spec: Value, metadata: ValueMap, now: Double
  ) throws {
    guard try find(database, id) == nil else { return }
    let blueprintID = try checked.blueprint?.store(in: database)
    try database.run(
      """
      INSERT INTO profile (id, name, type, spec, metadata, blueprint_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, [id, name, checked.type.name, spec.json, metadata.json, blueprintID, now])
  }

  /// Removes the profile if it is there.
  static func remove(_ database: Database, _ id: String) throws {
    guard let row = try find(database, id) else { return }
    let uses =
      try database.count("SELECT COUNT(*) FROM cluster WHERE profile_id = ?", [id])
      + database.count("SELECT COUNT(*) FROM node WHERE profile_id = ?", [id])
    guard uses == 0 else {
      throw EngineError(
        .conflict, "ResourceInUse",
        "The profile '\(id)' cannot be deleted: still referenced by some clusters and/or nodes.")
    }
    try database.run("DELETE FROM profile WHERE id = ?", [id])
    if let blueprintID = row.blueprintID { try Blueprint.removeUnused(database, blueprintID) }
  }
}
