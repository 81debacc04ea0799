import GRDB
import OpenStack

/// A row of the table of resources.
struct ResourceRow: Sendable {
  /// The key of the thing that the resource is.
  let id: String
  let stackID: String
  let position: Int
  let name: String
  let type: String
  var physicalID: String?
  private var attributesText: String?
  var data: Value
  var action: String
  var status: String
  var reason: String
  let createdAt: Double
  var updatedAt: Double?

  var attributes: ValueMap {
    attributesText.flatMap(Value.init(json:))?.map ?? ValueMap()
  }

  /// A resource that is yet to be made.
  init(id: String, stackID: String, position: Int, name: String, type: String, now: Double) {
    self.id = id
    self.stackID = stackID
    self.position = position
    self.name = name
    self.type = type
    data = .null
    action = "INIT"
    status = "COMPLETE"
    reason = ""
    createdAt = now
  }

  init(_ row: Row) {
    id = row[0]
    stackID = row[1]
    position = row[2]
    name = row[3]
    type = row[4]
    physicalID = row[5]
    attributesText = row[6]
    data = row.json(7)
    action = row[8]
    status = row[9]
    reason = row[10]
    createdAt = row[11]
    updatedAt = row[12]
  }
}

extension ResourceRow {
  static let columns = """
    id, stack_id, position, name, type, physical_id, attributes, data, action, status, reason, created_at, updated_at
    """

  static func all(ofStack id: String, _ database: Database) throws -> [ResourceRow] {
    try database.rows(
      "SELECT \(columns) FROM resource WHERE stack_id = ? ORDER BY position", [id], ResourceRow.init)
  }

  static func find(_ name: String, ofStack id: String, _ database: Database) throws -> ResourceRow? {
    try database.row(
      "SELECT \(columns) FROM resource WHERE stack_id = ? AND name = ?", [id, name], ResourceRow.init)
  }

  static func find(_ id: String, _ database: Database) throws -> ResourceRow? {
    try database.row("SELECT \(columns) FROM resource WHERE id = ?", [id], ResourceRow.init)
  }

  func insert(_ database: Database) throws {
    try database.run(
      """
      INSERT INTO resource (id, stack_id, position, name, type, action, status, reason, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, [id, stackID, position, name, type, action, status, reason, createdAt])
  }

  /// Journals that the thing is about to be made or removed.
  func begin(_ action: String, at time: Double, _ database: Database) throws {
    let updatedAt = action == "CREATE" ? nil : time as Double?
    try database.run(
      "UPDATE resource SET action = ?, status = 'IN_PROGRESS', reason = 'state changed', updated_at = ? WHERE id = ?",
      [action, updatedAt, id])
    try writeEvent(action, "IN_PROGRESS", "state changed", physicalID: physicalID, at: time, database)
  }

  /// Writes down that the thing was made.
  func complete(_ creation: ResourceType.Creation, at time: Double, _ database: Database) throws {
    try database.run(
      """
      UPDATE resource SET status = 'COMPLETE', reason = 'state changed', physical_id = ?, attributes = ?, data = ?,
        token = ? WHERE id = ?
      """,
      [
        creation.physicalID, creation.attributes.isEmpty ? nil : creation.attributes.json,
        creation.data?.json,
        creation.token, id,
      ])
    try writeEvent("CREATE", "COMPLETE", "state changed", physicalID: creation.physicalID, at: time, database)
  }

  func fail(_ action: String, _ reason: String, at time: Double, _ database: Database) throws {
    try database.run(
      "UPDATE resource SET action = ?, status = 'FAILED', reason = ? WHERE id = ?", [action, reason, id])
    try writeEvent(action, "FAILED", reason, physicalID: physicalID, at: time, database)
  }

  func remove(at time: Double, _ database: Database) throws {
    try database.run("DELETE FROM resource WHERE id = ?", [id])
    try writeEvent("DELETE", "COMPLETE", "state changed", physicalID: physicalID, at: time, database)
  }

  private func writeEvent(
    _ action: String, _ status: String, _ reason: String, physicalID: String?, at time: Double,
    _ database: Database
  ) throws {
    try database.run(
      """
      INSERT INTO stack_event (stack_id, resource, type, physical_id, action, status, reason, time)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, [stackID, name, type, physicalID, action, status, reason, time])
  }
}
