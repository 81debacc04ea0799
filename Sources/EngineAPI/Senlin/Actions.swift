import Engine
import OpenStack

extension [Route] {
  /// Work on clusters and nodes, and its traces (Clustering API, Actions; Events; Build info).
  static let actions: [Route] = [
    Route(.get, "actions") { engine, request throws(EngineError) in
      let target = request.query("target")
      let actions = try request.without("target").select(
        try await engine.actions(target: target), id: { $0.id },
        fields: [
          "name": { $0.name }, "cluster_id": { $0.clusterID }, "action": { $0.action },
          "status": { $0.status },
        ],
        sortKeys: ["name", "target", "action", "created_at", "status"],
        body: { $0.senlinBody })
      return .ok(["actions": actions])
    },
    Route(.get, "actions/:id") { engine, request throws(EngineError) in
      .ok(["action": try await engine.action(request["id"]).senlinBody])
    },
    Route(.post, "actions") { _, _ throws(EngineError) in
      throw EngineError(.forbidden, "Forbidden", "You are not authorized to complete this operation.")
    },
    Route(.get, "events") { engine, request throws(EngineError) in
      var cluster: String?
      if let identity = request.query("cluster_id"), !identity.isEmpty {
        cluster = try await engine.clusterNamedInQuery(identity).id
      }
      let events = try request.without("cluster_id").select(
        try await engine.clusterEvents(cluster: cluster), id: { $0.id },
        fields: [
          "oname": { $0.objectName }, "otype": { $0.objectType }, "oid": { $0.objectID },
          "action": { $0.action }, "level": { $0.levelName },
        ],
        sortKeys: ["timestamp", "level", "otype", "oname", "action", "status", "oid", "cluster_id"],
        body: { $0.senlinBody })
      return .ok(["events": events])
    },
    Route(.get, "build-info") { _, _ throws(EngineError) in
      .ok(["build_info": ["api": ["revision": "1.0"], "engine": ["revision": "1.0"]]])
    },
  ]
}

extension ActionRecord {
  fileprivate var senlinBody: Value {
    [
      "id": .string(id), "name": .string(name), "action": .string(action), "target": .string(target),
      "cluster_id": .string(clusterID), "cause": .string(cause), "owner": .optional(owner),
      "interval": -1, "timeout": .integer(timeout), "status": .string(status),
      "status_reason": .string(statusReason), "inputs": .map(inputs), "outputs": [:], "data": .map(data),
      "depends_on": [], "depended_by": [], "start_time": startTime.map(Value.number) ?? .null,
      "end_time": endTime.map(Value.number) ?? .null, "user": .string(Service.project),
      "project": .string(Service.project), "created_at": .time(createdAt), "updated_at": .time(updatedAt),
    ]
  }
}

extension ClusterEventRecord {
  fileprivate var levelName: String {
    switch level {
    case 50...: "CRITICAL"
    case 40..<50: "ERROR"
    case 30..<40: "WARN"
    case 20..<30: "INFO"
    default: "DEBUG"
    }
  }

  fileprivate var senlinBody: Value {
    [
      "id": .string(id), "timestamp": .time(timestamp), "level": .string(levelName), "oid": .string(objectID),
      "oname": .string(objectName), "otype": .string(objectType), "cluster_id": .string(clusterID),
      "action": .string(action), "status": .string(status), "status_reason": .string(statusReason),
      "meta_data": [:], "user": .string(Service.project), "project": .string(Service.project),
    ]
  }
}
