import GRDB
import OpenStack

extension ClusterRecord {
  static func find(_ database: Database, _ id: String) throws -> ClusterRecord? {
    try ClusterRow.find(database, id).map { try ClusterRecord($0, database) }
  }

  init(_ row: ClusterRow, _ database: Database) throws {
    let profile = try database.row("SELECT name FROM profile WHERE id = ?", [row.profileID]) {
      $0[0] as String
    }
    self.init(
      id: row.id, name: row.name, profileID: row.profileID, profileName: profile ?? "", minSize: row.minSize,
      maxSize: row.maxSize, desiredCapacity: row.desiredCapacity, timeout: row.timeout, config: row.config,
      metadata: row.metadata, data: row.data,
      nodes: try database.rows(
        "SELECT id FROM node WHERE cluster_id = ? ORDER BY position", [row.id]
      ) { $0[0] },
      policies: try database.rows(
        "SELECT policy_id FROM binding WHERE cluster_id = ? ORDER BY priority, rowid", [row.id]
      ) { $0[0] },
      status: row.status, statusReason: row.reason, initAt: row.initAt, createdAt: row.createdAt,
      updatedAt: row.updatedAt)
  }
}

extension NodeRecord {
  init(_ row: NodeRow, profileName: String) {
    self.init(
      id: row.id, name: row.name, clusterID: row.clusterID, profileID: row.profileID,
      profileName: profileName,
      physicalID: row.physicalID, index: row.position, role: row.role, metadata: row.metadata, data: row.data,
      isTainted: row.isTainted, status: row.status, statusReason: row.reason, initAt: row.initAt,
      createdAt: row.createdAt, updatedAt: row.updatedAt)
  }
}

extension BindingRecord {
  static func all(ofCluster id: String, _ database: Database) throws -> [BindingRecord] {
    try database.rows(
      """
      SELECT b.id, b.cluster_id, c.name, b.policy_id, p.name, p.type, b.enabled, b.priority, b.data, b.last_op
      FROM binding b JOIN policy p ON p.id = b.policy_id JOIN cluster c ON c.id = b.cluster_id
      WHERE b.cluster_id = ? ORDER BY b.priority, b.rowid
      """, [id]
    ) { row in
      BindingRecord(
        id: row[0], clusterID: row[1], clusterName: row[2], policyID: row[3], policyName: row[4],
        policyType: row[5], isEnabled: row[6], priority: row[7], data: row.json(8).map, lastOperation: row[9])
    }
  }
}

extension ActionRecord {
  init(_ row: ActionRow) {
    self.init(
      id: row.id, name: row.name, action: row.action, target: row.target, clusterID: row.target,
      cause: row.cause,
      owner: nil, timeout: row.timeout, status: row.status, statusReason: row.reason, inputs: row.inputs,
      data: row.data, startTime: row.startTime, endTime: row.endTime, createdAt: row.createdAt,
      updatedAt: row.updatedAt)
  }
}

extension ClusterEventRecord {
  static let columns = """
    id, time, level, object_id, object_name, object_type, cluster_id, action, status, reason
    """

  init(_ row: Row) {
    self.init(
      id: EventID.text(row[0], at: row[1]), timestamp: row[1], level: row[2], objectID: row[3],
      objectName: row[4],
      objectType: row[5], clusterID: row[6], action: row[7], status: row[8], statusReason: row[9])
  }
}
