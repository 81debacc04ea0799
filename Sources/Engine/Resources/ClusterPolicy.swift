import OpenStack

extension ResourceType {
  /// `OS::Senlin::Policy` is a policy of this engine, attached to the clusters it names.
  static let clusterPolicy = ResourceType(
    "OS::Senlin::Policy",
    properties: [
      Schema("type", .string, required: true),
      Schema("name", .string),
      Schema("properties", .map),
      Schema(
        "bindings", .list, members: [Schema("cluster", .string, required: true), Schema("enabled", .boolean)]),
    ],
    attributes: ["name", "show", "type"],
    goesWithItsStack: true,
    create: { context in
      let properties = context.properties
      let spec = properties.senlinSpec
      let type = try PolicyRecord.check(spec)
      let (id, name, now) = (context.row.id, context.physicalName, context.runtime.now)
      try await context.runtime.store.write { database in
        try PolicyRecord.insert(database, id: id, name: name, type: type, spec: spec, now: now)
      }
      for binding in properties["bindings"]?.list ?? [] {
        try await context.attach(
          id, to: binding["cluster"]?.string ?? "", isEnabled: binding["enabled"]?.flag ?? true)
      }
      return Creation(physicalID: id, attributes: ["name": .string(name), "type": .string(type)])
    },
    delete: { context in
      let id = context.row.id
      try await context.runtime.store.write { database in
        try database.run("DELETE FROM binding WHERE policy_id = ?", [id])
        try database.run("DELETE FROM policy WHERE id = ?", [id])
      }
    },
    validate: { (definition, _, _, _) throws(EngineError) in
      guard !Value.map(ValueMap([("p", definition.properties["properties"] ?? .null)])).containsCall,
        definition.properties["type"]?.string != nil
      else { return }
      _ = try PolicyRecord.check(definition.properties.senlinSpec)
    })
}
