import GRDB
import OpenStack

extension ResourceType {
  /// `OS::Senlin::Cluster` is a cluster of this engine.
  static let cluster = ResourceType(
    "OS::Senlin::Cluster",
    properties: [
      Schema("profile", .string, required: true),
      Schema("name", .string),
      Schema("min_size", .integer, minimum: 0),
      Schema("max_size", .integer, minimum: -1),
      Schema("desired_capacity", .integer),
      Schema("timeout", .integer, minimum: 0),
      Schema("metadata", .map),
      Schema(
        "policies", .list, members: [Schema("policy", .string, required: true), Schema("enabled", .boolean)]),
    ],
    attributes: [
      "collect", "desired_capacity", "id", "max_size", "metadata", "min_size", "name", "nodes", "policies",
      "show",
    ],
    create: { context in
      let (runtime, id) = (context.runtime, context.row.id)
      let request = ClusterRequest(context.properties, name: context.physicalName)
      let create = try await runtime.store.write { database in
        if try ClusterRow.find(database, id) == nil {
          return try ClusterRow.create(database, id: id, request, cause: "Derived Action", runtime)
            as ActionRow?
        }
        return try ActionRow.unfinished(database, target: id).first
      }
      if let create {
        await runtime.scheduler.submit(create.id, target: id)
        try await runtime.scheduler.wait(for: create.id, target: id)
      }
      try await context.expectSuccess(ofCluster: id)
      for entry in context.properties["policies"]?.list ?? [] {
        try await context.attach(
          entry["policy"]?.string ?? "", to: id, isEnabled: entry["enabled"]?.flag ?? true)
      }
      return Creation(physicalID: id)
    },
    delete: { context in
      let (runtime, id) = (context.runtime, context.row.id)
      let delete = try await runtime.store.write { database -> ActionRow? in
        guard let cluster = try ClusterRow.find(database, id) else { return nil }
        if let running = try ActionRow.unfinished(database, target: id).first(where: {
          $0.action == "CLUSTER_DELETE"
        }) {
          return running
        }
        return try cluster.delete(database, cause: "Derived Action", runtime)
      }
      guard let delete else { return }
      await runtime.scheduler.submit(delete.id, target: id, preempting: true)
      try await runtime.scheduler.wait(for: delete.id, target: id)
      try await runtime.store.write { database in
        if let action = try ActionRow.find(database, delete.id), action.status == "FAILED" {
          throw EngineError(.conflict, "ResourceInError", action.reason)
        }
        // No client asked for the action, so none will ask how it went.
        try delete.remove(database)
      }
    },
    attribute: { database, context, name in
      guard let record = try ClusterRecord.find(database, context.row.id) else { return .null }
      switch name {
      case "id": return .string(record.id)
      case "name": return .string(record.name)
      case "min_size": return .integer(record.minSize)
      case "max_size": return .integer(record.maxSize)
      case "desired_capacity": return .integer(record.desiredCapacity)
      case "metadata": return .map(record.metadata)
      case "nodes": return .list(record.nodes.map(Value.string))
      case "policies": return .list(record.policies.map(Value.string))
      case "collect": return try collected(record.id, context, database)
      default: return record.summary
      }
    })

  /// The first of each node's outputs would be a guess, so `collect` gives all: one map of outputs for each node.
  private static func collected(
    _ id: String, _ context: AttributeContext, _ database: Database
  ) throws -> Value {
    let nodes = try NodeRow.all(ofCluster: id, database)
    return .list(
      try nodes.map { node in
        guard let stack = try StackRow.node(node.id, database) else { return .string(node.physicalID ?? "") }
        let plan = try context.plans.plan(database, blueprint: stack.blueprintID, file: stack.file)
        let outputs = try plan.template.outputs.map { output in
          (output.name, try stack.output(output.name, database, context))
        }
        return .map(ValueMap(outputs))
      })
  }
}

extension ClusterRequest {
  fileprivate init(_ properties: ValueMap, name: String) {
    self.init(
      name: name, profile: properties["profile"]?.string ?? "",
      minSize: properties["min_size"]?.wholeNumber ?? 0,
      maxSize: properties["max_size"]?.wholeNumber ?? -1,
      desiredCapacity: properties["desired_capacity"]?.wholeNumber,
      timeout: properties["timeout"]?.wholeNumber,
      metadata: properties["metadata"]?.map ?? ValueMap())
  }
}

extension ClusterRecord {
  fileprivate var summary: Value {
    [
      "id": .string(id), "name": .string(name), "status": .string(status), "profile_id": .string(profileID),
      "nodes": .list(nodes.map(Value.string)), "desired_capacity": .integer(desiredCapacity),
    ]
  }
}

extension ResourceContext {
  /// Throws the reason when the cluster's creation did not succeed.
  fileprivate func expectSuccess(ofCluster id: String) async throws {
    let cluster = try await runtime.store.write { database in
      let action = try database.row(
        "SELECT \(ActionRow.columns) FROM action WHERE target = ? AND action = 'CLUSTER_CREATE'", [id],
        ActionRow.init)
      return (try ClusterRow.find(database, id), action)
    }
    guard cluster.0 != nil, cluster.1?.status != "CANCELLED" else { throw Interrupted() }
    guard cluster.1?.status != "FAILED" else {
      throw DriverError("ResourceInError", cluster.1?.reason ?? "")
    }
  }

  /// Attaches a policy to a cluster by an action of its own, unless it is attached.
  func attach(_ policy: String, to cluster: String, isEnabled: Bool) async throws {
    let (runtime, now) = (runtime, runtime.now)
    let id = runtime.configuration.ids.next()
    let attach = try await runtime.store.write { database -> ActionRow? in
      let policyID = try PolicyRecord.resolve(database, policy)
      let clusterID = try ClusterRow.resolve(database, cluster)
      let bound = try database.count(
        "SELECT COUNT(*) FROM binding WHERE cluster_id = ? AND policy_id = ?", [clusterID, policyID])
      guard bound == 0 else { return nil }
      var action = ActionRow(
        id: id, "CLUSTER_ATTACH_POLICY", target: clusterID,
        inputs: ["policy_id": .string(policyID), "enabled": .bool(isEnabled)], now: now)
      action.cause = "Derived Action"
      try action.insert(database)
      return action
    }
    guard let attach else { return }
    await runtime.scheduler.submit(attach.id, target: attach.target)
    try await runtime.scheduler.wait(for: attach.id, target: attach.target)
    let ended = try await runtime.store.read { try ActionRow.find($0, attach.id) }
    guard ended?.status == "SUCCEEDED" else { throw DriverError("ResourceInError", ended?.reason ?? "") }
  }
}
