import OpenStack

extension ResourceType {
  /// `OS::Senlin::Profile` is a profile of this engine.
  static let profile = ResourceType(
    "OS::Senlin::Profile",
    properties: [Schema("type", .string, required: true), Schema("name", .string)]
      + Schema.maps("metadata", "properties"),
    attributes: ["name", "show", "type"],
    create: { context in
      let properties = context.properties
      let spec = properties.senlinSpec
      let checked = try ProfileType.check(spec)
      let (id, name, now) = (context.row.id, context.physicalName, context.runtime.now)
      try await context.runtime.store.write { database in
        try ProfileRow.insert(
          database, id: id, name: name, checked, spec: spec,
          metadata: properties["metadata"]?.map ?? ValueMap(),
          now: now)
      }
      return Creation(
        physicalID: id, attributes: ["name": .string(name), "type": properties["type"] ?? .null])
    },
    delete: { context in
      let id = context.row.id
      try await context.runtime.store.write { try ProfileRow.remove($0, id) }
    },
    validate: { (definition, _, blueprint, _) throws(EngineError) in
      // What functions give is known only when the stack is created.
      guard !Value.map(definition.properties).containsCall else { return }
      _ = try ProfileType.check(definition.properties.senlinSpec)
    })
}

extension ValueMap {
  /// The spec that the properties of a Senlin resource stand for: their type is `NAME-VERSION`.
  var senlinSpec: Value {
    let type = self["type"]?.string ?? ""
    let dash = type.lastIndex(of: "-") ?? type.endIndex
    return [
      "type": .string(String(type[..<dash])), "version": .string(String(type[dash...].dropFirst())),
      "properties": self["properties"] ?? [:],
    ]
  }
}
