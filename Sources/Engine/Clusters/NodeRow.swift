import GRDB
import OpenStack

/// A row of the table of nodes.
struct NodeRow: Sendable {
  let id: String
  var name: String
  var clusterID: String
  var profileID: String
  /// Senlin's index.
  var position: Int
  var physicalID: String?
  var role = ""
  var metadata = ValueMap()
  var data = ValueMap()
  var isTainted = false
  var status = "CREATING"
  var reason = "Creation in progress"
  var initAt: Double
  var createdAt: Double?
  var updatedAt: Double?

  init(id: String, name: String, clusterID: String, profileID: String, position: Int, now: Double) {
    self.id = id
    self.name = name
    self.clusterID = clusterID
    self.profileID = profileID
    self.position = position
    initAt = now
  }

  init(_ row: Row) {
    id = row[0]
    name = row[1]
    clusterID = row[2]
    profileID = row[3]
    position = row[4]
    physicalID = row[5]
    role = row[6]
    metadata = row.jsonMap(7)
    data = row.jsonMap(8)
    isTainted = row[9]
    status = row[10]
    reason = row[11]
    initAt = row[12]
    createdAt = row[13]
    updatedAt = row[14]
  }
}

extension NodeRow {
  static let columns = """
    id, name, cluster_id, profile_id, position, physical_id, role, metadata, data, tainted, status, reason, init_at,
    created_at, updated_at
    """

  static func find(_ database: Database, _ id: String) throws -> NodeRow? {
    try database.row("SELECT \(columns) FROM node WHERE id = ?", [id], NodeRow.init)
  }

  static func all(ofCluster id: String, _ database: Database) throws -> [NodeRow] {
    try database.rows(
      "SELECT \(columns) FROM node WHERE cluster_id = ? ORDER BY position", [id], NodeRow.init)
  }

  func insert(_ database: Database) throws {
    try database.run(
      "INSERT INTO node (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        id, name, clusterID, profileID, position, physicalID, role, metadata.json, data.json, isTainted,
        status,
        reason, initAt, createdAt, updatedAt,
      ])
  }

  /// Moves the node on if its state is still the one it should be in.
  static func change(
    _ id: String, from old: String, to status: String, _ reason: String, physicalID: String? = nil,
    createdAt: Double? = nil, _ database: Database
  ) throws {
    try database.run(
      """
      UPDATE node SET status = ?, reason = ?, physical_id = COALESCE(?, physical_id),
        created_at = COALESCE(?, created_at) WHERE id = ? AND status = ?
      """, [status, reason, physicalID, createdAt, id, old])
  }
}
