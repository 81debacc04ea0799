import Engine
import OpenStack

extension [Route] {
  /// Resources of a stack (Orchestration API, Stack resources).
  static let resources: [Route] = [
    Route(.get, "stacks/:name/:id/resources") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      // Heat goes down as far as asked, within its own limit of nested stacks.
      let depth = Swift.min(try request.queryCount("nested_depth") ?? 0, 5)
      var resources = try await engine.resources(ofStack: stack.id, nestedDepth: depth)
      for (key, field) in filters {
        let wanted = request.query.filter { $0.name == key }.map(\.value)
        if !wanted.isEmpty { resources.removeAll { !wanted.contains(field($0)) } }
      }
      return .ok(["resources": .list(resources.map { .map($0.heatBody(for: request)) })])
    },
    Route(.get, "stacks/:name/:id/resources/:resource") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      let resource = try await engine.resource(request["resource"], ofStack: stack.id)
      var body = resource.heatBody(for: request)
      body["description"] = ""
      body["attributes"] = .map(resource.attributes)
      return .ok(["resource": .map(body)])
    },
    Route(.get, "stacks/:name/:id/resources/:resource/metadata") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      _ = try await engine.resource(request["resource"], ofStack: stack.id)
      return .ok(["metadata": [:]])
    },
    Route(.post, "stacks/:name/:id/resources/:resource/signal") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      try await engine.signal(request["resource"], ofStack: stack.id)
      return .ok(.null)
    },
  ]

  private static let filters: [(String, @Sendable (ResourceRecord) -> String)] = [
    ("type", { $0.type }), ("status", { $0.status }), ("name", { $0.name }), ("action", { $0.action }),
    ("physical_resource_id", { $0.physicalID }),
  ]
}

extension ResourceRecord {
  fileprivate func heatBody(for request: APIRequest) -> ValueMap {
    let stackLink = request.link(toStack: stackName, stackID)
    var links: [Value] = [
      ["href": .string("\(stackLink)/resources/\(name)"), "rel": "self"],
      ["href": .string(stackLink), "rel": "stack"],
    ]
    if let nestedStackID {
      links.append(["href": .string(request.link(toStack: name, nestedStackID)), "rel": "nested"])
    }
    var body: ValueMap = [
      "resource_name": .string(name), "logical_resource_id": .string(name),
      "physical_resource_id": .string(physicalID), "resource_type": .string(type),
      "resource_status": .string(resourceStatus), "resource_status_reason": .string(statusReason),
      "creation_time": .time(createdAt), "updated_time": .time(updatedAt ?? createdAt),
      "required_by": .list(requiredBy.map(Value.string)), "links": .list(links),
    ]
    body["parent_resource"] = parentResource.map(Value.string)
    return body
  }
}
