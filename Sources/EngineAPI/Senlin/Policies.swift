import Engine
import OpenStack

extension [Route] {
  /// Policies and their types (Clustering API, Policies; Policy types).
  static let policies: [Route] = [
    Route(.get, "policies") { engine, request throws(EngineError) in
      let policies = try request.select(
        try await engine.policies(), id: { $0.id }, fields: ["name": { $0.name }, "type": { $0.type }],
        sortKeys: ["type", "name", "created_at", "updated_at"],
        body: { $0.senlinBody })
      return .ok(["policies": policies])
    },
    Route(.post, "policies") { engine, request throws(EngineError) in
      let body = try request.wrapped(in: "policy")
      let policy = try await engine.createPolicy(
        name: try body.requiredName(of: "policy"), spec: try body.requiredSpec())
      let location = "\(request.origin)\(Service.senlin.root)/policies/\(policy.id)"
      return .created(["policy": policy.senlinBody], at: location)
    },
    Route(.post, "policies/validate") { engine, request throws(EngineError) in
      let spec = try request.wrapped(in: "policy").requiredSpec()
      return .ok(["policy": try await engine.validatePolicy(spec: spec).senlinBody])
    },
    Route(.get, "policies/:id") { engine, request throws(EngineError) in
      .ok(["policy": try await engine.policy(request["id"]).senlinBody])
    },
    Route(.delete, "policies/:id") { engine, request throws(EngineError) in
      try await engine.deletePolicy(request["id"])
      return .noContent
    },
    Route(.get, "policy-types") { _, _ throws(EngineError) in
      .ok(["policy_types": .list(Engine.policyTypes.sorted().map(typeEntry))])
    },
    Route(.get, "policy-types/:type") { _, request throws(EngineError) in
      .ok(["policy_type": try typeDetails(request["type"], of: "policy type", among: Engine.policyTypes)])
    },
  ]
}

extension PolicyRecord {
  fileprivate var senlinBody: Value {
    [
      "id": id.isEmpty ? .null : .string(id), "name": .string(name), "type": .string(type), "spec": spec,
      "data": .map(data), "user": .string(Service.project), "project": .string(Service.project),
      "domain": .null,
      "created_at": .time(createdAt), "updated_at": .time(updatedAt),
    ]
  }
}
