import GRDB
import OpenStack

/// A row of the table of bindings, with the policy's type and spec.
struct BindingRow: Sendable {
  let id: String
  let clusterID: String
  let policyID: String
  let isEnabled: Bool
  let lastOperation: Double?
  let policyType: String
  let spec: Value

  init(_ row: Row) {
    id = row[0]
    clusterID = row[1]
    policyID = row[2]
    isEnabled = row[3]
    lastOperation = row[4]
    policyType = row[5]
    spec = row.json(6)
  }

  /// A cluster's enabled bindings, in the order in which their policies are asked.
  static func enabled(ofCluster id: String, _ database: Database) throws -> [BindingRow] {
    try database.rows(
      """
      SELECT b.id, b.cluster_id, b.policy_id, b.enabled, b.last_op, p.type, p.spec
      FROM binding b JOIN policy p ON p.id = b.policy_id
      WHERE b.cluster_id = ? AND b.enabled ORDER BY b.priority, b.rowid
      """, [id], BindingRow.init)
  }

  var properties: ValueMap {
    spec["properties"]?.map ?? ValueMap()
  }

  func remember(operationAt time: Double, _ database: Database) throws {
    try database.run("UPDATE binding SET last_op = ? WHERE id = ?", [time, id])
  }
}
