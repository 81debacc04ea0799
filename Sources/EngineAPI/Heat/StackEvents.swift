import Engine
import OpenStack

extension [Route] {
  /// Events of a stack and of its resources (Orchestration API, Events).
  static let stackEvents: [Route] = [
    Route(.get, "stacks/:name/:id/events") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      let events = try await engine.events(of: stack, for: request)
      return .ok(["events": .list(events.map { $0.heatBody(for: request) })])
    },
    Route(.get, "stacks/:name/:id/resources/:resource/events") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      let events = try await engine.events(of: stack, for: request)
        .filter { $0.resourceName == request["resource"] }
      guard !events.isEmpty else {
        throw EngineError(.notFound, "HTTPNotFound", "No events found for resource \(request["resource"])")
      }
      return .ok(["events": .list(events.map { $0.heatBody(for: request) })])
    },
    Route(.get, "stacks/:name/:id/resources/:resource/events/:event") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      let event = try await engine.stackEvents(stack.id).first { $0.id == request["event"] }
      guard let event, event.resourceName == request["resource"] else {
        throw EngineError(.notFound, "EntityNotFound", "The Event (\(request["event"])) could not be found.")
      }
      var body = event.heatBody(for: request).map ?? [:]
      body["resource_properties"] = [:]
      return .ok(["event": .map(body)])
    },
  ]
}

extension Engine {
  fileprivate func events(
    of stack: StackRecord, for request: APIRequest
  ) async throws(EngineError) -> [StackEventRecord] {
    let depth = Swift.min(try request.queryCount("nested_depth") ?? 0, 5)
    var events = try await stackEvents(stack.id, after: request.query("marker"), nestedDepth: depth)
    if let name = request.query("resource_name") { events.removeAll { $0.resourceName != name } }
    if let status = request.query("resource_status") { events.removeAll { $0.status != status } }
    if request.query("sort_dir") == "desc" { events.reverse() }
    return try request.queryCount("limit").map { Array(events.prefix($0)) } ?? events
  }
}

extension StackEventRecord {
  fileprivate func heatBody(for request: APIRequest) -> Value {
    let stackLink = request.link(toStack: stackName, stackID)
    let resourceLink = "\(stackLink)/resources/\(resourceName)"
    return [
      "id": .string(id), "event_time": .time(time), "resource_name": .string(resourceName),
      "logical_resource_id": .string(resourceName), "physical_resource_id": .string(physicalID),
      "resource_type": .string(resourceType), "resource_status": .string(resourceStatus),
      "resource_status_reason": .string(statusReason),
      "links": [
        ["href": .string("\(resourceLink)/events/\(id)"), "rel": "self"],
        ["href": .string(resourceLink), "rel": "resource"], ["href": .string(stackLink), "rel": "stack"],
      ],
    ]
  }
}
