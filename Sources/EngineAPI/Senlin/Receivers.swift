import Engine
import OpenStack

extension [Route] {
  /// What starts actions from outside (Clustering API, Receivers).
  static let receivers: [Route] = [
    Route(.get, "receivers") { engine, request throws(EngineError) in
      let receivers = try request.select(
        try await engine.receivers(), id: { $0.id },
        fields: [
          "name": { $0.name }, "type": { $0.type }, "cluster_id": { $0.clusterID }, "action": { $0.action },
        ],
        sortKeys: ["name", "type", "action", "cluster_id", "created_at", "user"],
        body: { $0.senlinBody })
      return .ok(["receivers": receivers])
    },
    Route(.post, "receivers") { engine, request throws(EngineError) in
      let body = try request.wrapped(in: "receiver")
      let receiver = try await engine.createReceiver(
        ReceiverRequest(
          name: try body.requiredName(of: "receiver"), type: try body.requiredText("type"),
          cluster: try body.requiredText("cluster_id"), action: try body.requiredText("action"),
          params: try body.inner("params").actionInputs()))
      let location = "\(request.origin)\(Service.senlin.root)/receivers/\(receiver.id)"
      return .created(["receiver": receiver.senlinBody], at: location)
    },
    Route(.get, "receivers/:id") { engine, request throws(EngineError) in
      .ok(["receiver": try await engine.receiver(request["id"]).senlinBody])
    },
    Route(.delete, "receivers/:id") { engine, request throws(EngineError) in
      try await engine.deleteReceiver(request["id"])
      return .noContent
    },
  ]

  /// The address that a receiver gives to alarms: who knows it may call it, without a token.
  static let webhooks: [Route] = [
    Route(.post, "webhooks/:id/trigger") { engine, request throws(EngineError) in
      guard let version = request.query("V") else {
        throw .badRequest("V query parameter is required in webhook trigger URL")
      }
      let given = request.body?.map ?? [:]
      let inputs = try (version == "1" ? try given.inner("params") : given).actionInputs()
      let action = try await engine.trigger(receiver: request["id"], inputs: inputs)
      return .accepted(["action": .string(action)], at: request.link(toAction: action))
    }
  ]
}

extension ReceiverRecord {
  fileprivate var senlinBody: Value {
    [
      "id": .string(id), "name": .string(name), "type": .string(type), "cluster_id": .string(clusterID),
      "action": .string(action), "actor": [:], "params": .map(params), "channel": .map(channel),
      "user": .string(Service.project), "project": .string(Service.project), "domain": .null,
      "created_at": .time(createdAt), "updated_at": .time(updatedAt),
    ]
  }
}
