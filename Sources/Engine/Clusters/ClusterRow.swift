import GRDB
import OpenStack

/// A row of the table of clusters.
struct ClusterRow: Sendable {
  let id: String
  var name: String
  var profileID: String
  var minSize: Int
  var maxSize: Int
  var desiredCapacity: Int
  /// The index of the next node; never given twice.
  var nextIndex: Int
  var timeout: Int
  var config: ValueMap
  var metadata: ValueMap
  var data: ValueMap
  var status: String
  var reason: String
  var initAt: Double
  var createdAt: Double?
  var updatedAt: Double?

  init(id: String, _ request: ClusterRequest, profileID: String, now: Double) {
    self.id = id
    name = request.name
    self.profileID = profileID
    minSize = request.minSize
    maxSize = request.maxSize
    desiredCapacity = request.desiredCapacity ?? request.minSize
    nextIndex = 1
    timeout = request.timeout ?? 3600
    config = request.config
    metadata = request.metadata
    data = ValueMap()
    status = "INIT"
    reason = "Initializing"
    initAt = now
  }

  init(_ row: Row) {
    id = row[0]
    name = row[1]
    profileID = row[2]
    minSize = row[3]
    maxSize = row[4]
    desiredCapacity = row[5]
    nextIndex = row[6]
    timeout = row[7]
    config = row.jsonMap(8)
    metadata = row.jsonMap(9)
    data = row.jsonMap(10)
    status = row[11]
    reason = row[12]
    initAt = row[13]
    createdAt = row[14]
    updatedAt = row[15]
  }
}

extension ClusterRow {
  static let columns = """
    id, name, profile_id, min_size, max_size, desired_capacity, next_index, timeout, config, metadata, data, status,
    reason, init_at, created_at, updated_at
    """

  static func find(_ database: Database, _ id: String) throws -> ClusterRow? {
    try database.row("SELECT \(columns) FROM cluster WHERE id = ?", [id], ClusterRow.init)
  }

  func insert(_ database: Database) throws {
    try database.run(
      "INSERT INTO cluster (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        id, name, profileID, minSize, maxSize, desiredCapacity, nextIndex, timeout, config.json,
        metadata.json,
        data.json, status, reason, initAt, createdAt, updatedAt,
      ])
  }

  /// Writes what an action may change.
  func update(_ database: Database) throws {
    try database.run(
      """
      UPDATE cluster SET min_size = ?, max_size = ?, desired_capacity = ?, next_index = ?, status = ?, reason = ?,
        created_at = ?, updated_at = ? WHERE id = ?
      """, [minSize, maxSize, desiredCapacity, nextIndex, status, reason, createdAt, updatedAt, id])
  }

  /// The state that follows from the number of active members (Senlin, `eval_status`).
  mutating func evaluate(_ operation: String, _ database: Database) throws {
    let active = try database.count(
      "SELECT COUNT(*) FROM node WHERE cluster_id = ? AND status = 'ACTIVE'", [id])
    let what = "\(operation): number of active nodes is"
    if active < minSize {
      (status, reason) = ("ERROR", "\(what) below min_size (\(minSize)).")
    } else if active < desiredCapacity {
      (status, reason) = ("WARNING", "\(what) below desired_capacity (\(desiredCapacity)).")
    } else if maxSize < 0 || active <= maxSize {
      (status, reason) = ("ACTIVE", "\(what) equal or above desired_capacity (\(desiredCapacity)).")
    } else {
      (status, reason) = ("WARNING", "\(what) above max_size (\(maxSize)).")
    }
  }

  func writeEvent(
    _ action: String, _ phase: String, _ reason: String, at time: Double, _ database: Database
  ) throws {
    try database.run(
      """
      INSERT INTO cluster_event (time, level, object_id, object_name, object_type, cluster_id, action, status, reason)
      VALUES (?, ?, ?, ?, 'CLUSTER', ?, ?, ?, ?)
      """, [time, phase == "error" ? 40 : 20, id, name, id, action, phase, reason])
  }
}
