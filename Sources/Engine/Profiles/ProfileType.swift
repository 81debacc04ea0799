import GRDB
import OpenStack

/// A Senlin profile type: how a node of it is made, removed and looked at.
struct ProfileType: Sendable {
  /// With its version, such as `os.heat.stack-1.0`.
  let name: String
  let properties: [Schema]
  /// Checks what goes beyond a schema, and gives the template that nodes are made of where there is one.
  let blueprint: @Sendable (ValueMap) throws(EngineError) -> Blueprint?
  /// Makes the node's thing, or finds the one that an engine made before it was killed; its id.
  let create: @Sendable (NodeContext) async throws -> String
  let delete: @Sendable (NodeContext) async throws -> Void
  let details: @Sendable (NodeRow, Runtime, Database) throws -> Value
}

/// A node that is being made or removed.
struct NodeContext: Sendable {
  let runtime: Runtime
  let node: NodeRow
  let profile: ProfileRow
}

/// A row of the table of profiles.
struct ProfileRow: Sendable {
  let id: String
  let name: String
  let type: String
  let spec: Value
  let metadata: ValueMap
  let blueprintID: Int64?
  let createdAt: Double
  let updatedAt: Double?

  static let columns = "id, name, type, spec, metadata, blueprint_id, created_at, updated_at"

  init(_ row: Row) {
    id = row[0]
    name = row[1]
    type = row[2]
    spec = row.json(3)
    metadata = row.jsonMap(4)
    blueprintID = row[5]
    createdAt = row[6]
    updatedAt = row[7]
  }

  static func find(_ database: Database, _ id: String) throws -> ProfileRow? {
    try database.row("SELECT \(columns) FROM profile WHERE id = ?", [id], ProfileRow.init)
  }

  /// The spec's properties.
  var properties: ValueMap {
    spec["properties"]?.map ?? ValueMap()
  }
}

extension ProfileType {
  /// Checks a spec, and finds its type.
  static func check(_ value: Value) throws(EngineError) -> (
    type: ProfileType, spec: Spec, blueprint: Blueprint?
  ) {
    let spec = try Spec(value)
    guard let type = all.first(where: { $0.name == spec.fullType }) else {
      throw .resourceNotFound("profile_type", spec.fullType)
    }
    try spec.check(type.properties)
    return (type, spec, try type.blueprint(spec.properties))
  }
}
