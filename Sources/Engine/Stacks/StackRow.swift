import GRDB
import OpenStack

/// A row of the table of stacks.
struct StackRow: Sendable {
  let id: String
  var name: String
  var blueprintID: Int64
  /// The file of the blueprint that is the template; nil for its own template.
  var file: String?
  var parentID: String?
  var parentResource: String?
  var nodeID: String?
  /// As given, not yet of their types.
  var parameters: ValueMap
  var action = "CREATE"
  var status = "IN_PROGRESS"
  var reason = "Stack CREATE started"
  var disableRollback = true
  var timeout: Int?
  var tags: [String] = []
  var createdAt: Double
  var updatedAt: Double?
  var deletedAt: Double?

  init(id: String, name: String, blueprintID: Int64, file: String? = nil, parameters: ValueMap, now: Double) {
    self.id = id
    self.name = name
    self.blueprintID = blueprintID
    self.file = file
    self.parameters = parameters
    createdAt = now
  }

  init(_ row: Row) {
    id = row[0]
    name = row[1]
    blueprintID = row[2]
    file = row[3]
    parentID = row[4]
    parentResource = row[5]
    nodeID = row[6]
    parameters = row.jsonMap(7)
    action = row[8]
    status = row[9]
    reason = row[10]
    disableRollback = row[11]
    timeout = row[12]
    tags = (row[13] as String).split(separator: ",").map(String.init)
    createdAt = row[14]
    updatedAt = row[15]
    deletedAt = row[16]
  }
}

extension StackRow {
  static let columns = """
    id, name, blueprint_id, file, parent_id, parent_resource, node_id, parameters, action, status, reason,
    disable_rollback, timeout, tags, created_at, updated_at, deleted_at
    """

  static func find(_ database: Database, _ id: String) throws -> StackRow? {
    try database.row("SELECT \(columns) FROM stack WHERE id = ?", [id], StackRow.init)
  }

  /// The stack that a resource is made of.
  static func nested(in resource: String, _ database: Database) throws -> StackRow? {
    try database.row("SELECT \(columns) FROM stack WHERE parent_resource = ?", [resource], StackRow.init)
  }

  /// The stack that a node is made of.
  static func node(_ id: String, _ database: Database) throws -> StackRow? {
    try database.row("SELECT \(columns) FROM stack WHERE node_id = ?", [id], StackRow.init)
  }

  func insert(_ database: Database) throws {
    try database.run(
      """
      INSERT INTO stack (\(Self.columns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, name, blueprintID, file, parentID, parentResource, nodeID, parameters.json, action, status,
        reason,
        disableRollback, timeout, tags.joined(separator: ","), createdAt, updatedAt, deletedAt,
      ])
    try writeEvent(action, status, reason, at: createdAt, database)
  }

  /// Moves the stack on if its state is still the one it should be in, and writes the event.
  ///
  /// - Returns: whether it was in that state.
  @discardableResult
  func change(
    from old: (action: String, status: String)?, to action: String, _ status: String, _ reason: String,
    at time: Double, _ database: Database
  ) throws -> Bool {
    let updatedAt = action == "CREATE" ? updatedAt : time
    if let old {
      try database.run(
        "UPDATE stack SET action = ?, status = ?, reason = ?, updated_at = ? WHERE id = ? AND action = ? AND status = ?",
        [action, status, reason, updatedAt, id, old.action, old.status])
    } else {
      try database.run(
        "UPDATE stack SET action = ?, status = ?, reason = ?, updated_at = ? WHERE id = ?",
        [action, status, reason, updatedAt, id])
    }
    guard database.changesCount == 1 else { return false }
    try writeEvent(action, status, reason, at: time, database)
    return true
  }

  func writeEvent(
    _ action: String, _ status: String, _ reason: String, at time: Double, _ database: Database
  ) throws {
    try database.run(
      """
      INSERT INTO stack_event (stack_id, resource, type, physical_id, action, status, reason, time)
      VALUES (?, NULL, NULL, ?, ?, ?, ?, ?)
      """, [id, id, action, status, reason, time])
  }

  /// Removes what is left of a nested stack that has no resources any more.
  func remove(_ database: Database) throws {
    try database.run("DELETE FROM stack_event WHERE stack_id = ?", [id])
    try database.run("DELETE FROM stack WHERE id = ?", [id])
    try Blueprint.removeUnused(database, blueprintID)
  }
}
