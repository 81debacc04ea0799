import GRDB
import OpenStack

/// A row of the table of actions.
struct ActionRow: Sendable {
  let id: String
  var name: String
  var action: String
  let target: String
  var cause = "RPC Request"
  var timeout = 3600
  var status = "READY"
  var reason = ""
  var inputs: ValueMap
  /// The journal: what the action has decided to do.
  var data = ValueMap()
  var startTime: Double?
  var endTime: Double?
  let createdAt: Double
  var updatedAt: Double?

  init(id: String, _ action: String, target: String, inputs: ValueMap = ValueMap(), now: Double) {
    self.id = id
    name = "\(action.lowercased())_\(target.prefix(8))"
    self.action = action
    self.target = target
    self.inputs = inputs
    createdAt = now
  }

  init(_ row: Row) {
    id = row[0]
    name = row[1]
    action = row[2]
    target = row[3]
    cause = row[4]
    timeout = row[5]
    status = row[6]
    reason = row[7]
    inputs = row.jsonMap(8)
    data = row.jsonMap(9)
    startTime = row[10]
    endTime = row[11]
    createdAt = row[12]
    updatedAt = row[13]
  }
}

extension ActionRow {
  static let columns = """
    id, name, action, target, cause, timeout, status, reason, inputs, data, start_time, end_time, created_at,
    updated_at
    """

  static func find(_ database: Database, _ id: String) throws -> ActionRow? {
    try database.row("SELECT \(columns) FROM action WHERE id = ?", [id], ActionRow.init)
  }

  /// Those that an engine has yet to end, oldest first.
  static func unfinished(_ database: Database, target: String? = nil) throws -> [ActionRow] {
    try database.rows(
      """
      SELECT \(columns) FROM action WHERE status IN ('READY', 'RUNNING') AND (?1 IS NULL OR target = ?1)
      ORDER BY sequence
      """, [target], ActionRow.init)
  }

  func insert(_ database: Database) throws {
    try database.run(
      """
      INSERT INTO action (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, name, action, target, cause, timeout, status, reason, inputs.json, data.json, startTime, endTime,
        createdAt, updatedAt,
      ])
  }

  /// Journals what the action has decided to do.
  func journal(_ data: ValueMap, _ database: Database) throws {
    try database.run("UPDATE action SET data = ? WHERE id = ?", [data.json, id])
  }

  /// READY becomes RUNNING; one that runs already was begun by an engine that was killed.
  ///
  /// - Returns: false for an action that was ended meanwhile.
  func begin(at time: Double, _ database: Database) throws -> Bool {
    try database.run(
      """
      UPDATE action SET status = 'RUNNING', start_time = COALESCE(start_time, ?), reason = 'The action is being processed.'
      WHERE id = ? AND status IN ('READY', 'RUNNING')
      """, [time, id])
    return database.changesCount == 1
  }

  /// - Returns: whether the action was still running.
  @discardableResult
  func end(_ status: String, _ reason: String, at time: Double, _ database: Database) throws -> Bool {
    try database.run(
      """
      UPDATE action SET status = ?, reason = ?, end_time = ?, updated_at = ? WHERE id = ? AND status IN ('READY', 'RUNNING')
      """, [status, reason, time, time, id])
    return database.changesCount == 1
  }

  func remove(_ database: Database) throws {
    try database.run("DELETE FROM action WHERE id = ?", [id])
  }
}
