import OpenStack

extension ResourceType {
  /// `OS::Senlin::Receiver` is a webhook of this engine.
  static let receiver = ResourceType(
    "OS::Senlin::Receiver",
    properties: [
      Schema("cluster", .string, required: true),
      Schema("action", .string, required: true, allowed: ["CLUSTER_SCALE_OUT", "CLUSTER_SCALE_IN"]),
      Schema("type", .string, allowed: ["webhook"]),
      Schema("name", .string),
      Schema("params", .map),
    ],
    attributes: ["channel", "show"],
    create: { context in
      let properties = context.properties
      let request = ReceiverRequest(
        name: context.physicalName, cluster: properties["cluster"]?.string ?? "",
        action: properties["action"]?.string ?? "", params: properties["params"]?.map ?? ValueMap())
      let (id, runtime) = (context.row.id, context.runtime)
      try await runtime.store.write { database in
        try ReceiverRecord.insert(database, id: id, request, now: runtime.now)
      }
      return Creation(physicalID: id)
    },
    delete: { context in
      let id = context.row.id
      try await context.runtime.store.write { try $0.run("DELETE FROM receiver WHERE id = ?", [id]) }
    },
    attribute: { _, context, name in
      // The address is that of the engine of today, which may listen elsewhere than the one that made the receiver.
      name == "channel" ? .map(ReceiverRecord.channel(context.row.id, context.configuration)) : .null
    })
}
