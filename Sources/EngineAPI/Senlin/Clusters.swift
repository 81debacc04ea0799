import Engine
import OpenStack

extension [Route] {
  /// Clusters (Clustering API, Clusters).
  static let clusters: [Route] = [
    Route(.get, "clusters") { engine, request throws(EngineError) in
      let clusters = try request.select(
        try await engine.clusters(), id: { $0.id }, fields: ["name": { $0.name }, "status": { $0.status }],
        sortKeys: ["name", "status", "init_at", "created_at", "updated_at"],
        body: { $0.senlinBody })
      return .ok(["clusters": clusters])
    },
    Route(.post, "clusters") { engine, request throws(EngineError) in
      let body = try request.wrapped(in: "cluster")
      let (cluster, action) = try await engine.createCluster(try ClusterRequest(reading: body))
      return .accepted(["cluster": cluster.senlinBody], at: request.link(toAction: action))
    },
    Route(.get, "clusters/:id") { engine, request throws(EngineError) in
      .ok(["cluster": try await engine.cluster(request["id"]).senlinBody])
    },
    Route(.delete, "clusters/:id") { engine, request throws(EngineError) in
      let isForced = request.queryFlag("force") || request.body?["force"]?.bool == true
      let action = try await engine.deleteCluster(request["id"], force: isForced)
      return .accepted(.null, at: request.link(toAction: action))
    },
    Route(.get, "clusters/:id/attrs/:path") { engine, request throws(EngineError) in
      let attributes = try await engine.collect(request["path"], cluster: request["id"])
      return .ok([
        "cluster_attributes": .list(attributes.map { ["id": .string($0.node), "value": $0.value] })
      ])
    },
    Route(.get, "clusters/:id/policies") { engine, request throws(EngineError) in
      let cluster = try await engine.cluster(request["id"])
      let bindings = try request.select(
        try await engine.bindings(cluster: cluster.id), id: { $0.id },
        fields: [
          "enabled": { $0.isEnabled ? "true" : "false" }, "policy_name": { $0.policyName },
          "policy_type": { $0.policyType },
        ],
        sortKeys: ["enabled"],
        body: { $0.senlinBody })
      return .ok(["cluster_policies": bindings])
    },
    Route(.get, "clusters/:id/policies/:policy") { engine, request throws(EngineError) in
      let cluster = try await engine.cluster(request["id"])
      let wanted = request["policy"]
      let binding = try await engine.bindings(cluster: cluster.id)
        .first { $0.policyID == wanted || $0.policyName == wanted }
      guard let binding else {
        throw EngineError(
          .notFound, "PolicyBindingNotFound",
          "The policy '\(wanted)' is not found attached to the specified cluster '\(request["id"])'.")
      }
      return .ok(["cluster_policy": binding.senlinBody])
    },
  ]
}

extension ClusterRequest {
  fileprivate init(reading body: ValueMap) throws(EngineError) {
    self.init(
      name: try body.requiredName(of: "cluster"), profile: try body.requiredText("profile_id"),
      minSize: try body.natural("min_size") ?? 0, maxSize: try body.limit("max_size") ?? -1,
      desiredCapacity: try body.natural("desired_capacity"), timeout: try body.natural("timeout"),
      metadata: try body.inner("metadata"), config: try body.inner("config"))
  }
}

extension ClusterRecord {
  fileprivate var senlinBody: Value {
    [
      "id": .string(id), "name": .string(name), "profile_id": .string(profileID),
      "profile_name": .string(profileName), "min_size": .integer(minSize), "max_size": .integer(maxSize),
      "desired_capacity": .integer(desiredCapacity), "timeout": .integer(timeout), "config": .map(config),
      "metadata": .map(metadata), "data": .map(data), "dependents": [:],
      "nodes": .list(nodes.map(Value.string)), "policies": .list(policies.map(Value.string)),
      "status": .string(status), "status_reason": .string(statusReason),
      "user": .string(Service.project), "project": .string(Service.project), "domain": .null,
      "init_at": .time(initAt), "created_at": .time(createdAt), "updated_at": .time(updatedAt),
    ]
  }
}

extension BindingRecord {
  fileprivate var senlinBody: Value {
    [
      "id": .string(id), "cluster_id": .string(clusterID), "cluster_name": .string(clusterName),
      "policy_id": .string(policyID), "policy_name": .string(policyName), "policy_type": .string(policyType),
      "enabled": .bool(isEnabled), "priority": .integer(priority), "data": data.map(Value.map) ?? .null,
      "last_op": .time(lastOperation),
    ]
  }
}
