import Engine
import OpenStack

extension [Route] {
  /// Members of clusters (Clustering API, Nodes).
  static let nodes: [Route] = [
    Route(.get, "nodes") { engine, request throws(EngineError) in
      var nodes: [NodeRecord]
      if let identity = request.query("cluster_id"), !identity.isEmpty {
        nodes = try await engine.nodes(cluster: try await engine.clusterNamedInQuery(identity).id)
      } else {
        nodes = try await engine.nodes()
      }
      let listed = try request.without("cluster_id").select(
        nodes, id: { $0.id }, fields: ["name": { $0.name }, "status": { $0.status }],
        sortKeys: ["index", "name", "status", "init_at", "created_at", "updated_at"],
        body: { .map($0.senlinBody) })
      return .ok(["nodes": listed])
    },
    Route(.get, "nodes/:id") { engine, request throws(EngineError) in
      let node = try await engine.node(request["id"])
      var body = node.senlinBody
      if request.queryFlag("show_details"), node.physicalID != nil {
        body["details"] = try await engine.nodeDetails(node.id)
      }
      return .ok(["node": .map(body)])
    },
  ]
}

extension Engine {
  /// A cluster that a query names; an unknown one makes the request wrong, not absent.
  func clusterNamedInQuery(_ identity: String) async throws(EngineError) -> ClusterRecord {
    do throws(EngineError) {
      return try await cluster(identity)
    } catch  where error.kind == .notFound {
      throw EngineError(.invalid, "BadRequest", "Cannot find the given cluster: \(identity)")
    }
  }
}

extension APIRequest {
  /// The request without the parts of the query that have been seen to.
  func without(_ name: String) -> APIRequest {
    var request = self
    request.query.removeAll { $0.name == name }
    return request
  }
}

extension NodeRecord {
  fileprivate var senlinBody: ValueMap {
    [
      "id": .string(id), "name": .string(name), "cluster_id": .string(clusterID),
      "profile_id": .string(profileID), "profile_name": .string(profileName),
      "physical_id": .optional(physicalID), "index": .integer(index), "role": .string(role),
      "metadata": .map(metadata), "data": .map(data), "dependents": [:], "tainted": .bool(isTainted),
      "status": .string(status), "status_reason": .string(statusReason),
      "user": .string(Service.project), "project": .string(Service.project), "domain": .null,
      "init_at": .time(initAt), "created_at": .time(createdAt), "updated_at": .time(updatedAt),
    ]
  }
}
