import Engine
import OpenStack

extension [Route] {
  /// Stacks (Orchestration API, Stacks).
  static let stacks: [Route] = [
    Route(.get, "stacks") { engine, request throws(EngineError) in
      var stacks = try await engine.stacks()
      if let name = request.query("name") { stacks.removeAll { $0.name != name } }
      if let id = request.query("id") { stacks.removeAll { $0.id != id } }
      return .ok(["stacks": .list(try page(stacks, of: request).map { summary(of: $0, for: request) })])
    },
    Route(.get, "stacks/detail") { engine, request throws(EngineError) in
      let stacks = try page(try await engine.stacks(), of: request)
      return .ok(["stacks": .list(stacks.map { .map(details(of: $0, for: request)) })])
    },
    Route(.post, "stacks") { engine, request throws(EngineError) in
      let creation = try StackRequest(reading: try request.bodyMap())
      let stack = try await engine.createStack(creation)
      let link = request.link(to: stack)
      let links: Value = [["href": .string(link), "rel": "self"]]
      return .created(["stack": ["id": .string(stack.id), "links": links]], at: link)
    },
    Route(.post, "stacks/preview") { engine, request throws(EngineError) in
      let creation = try StackRequest(reading: try request.bodyMap())
      try await engine.validateStack(creation)
      return .ok(["stack": ["stack_name": .string(creation.name), "resources": []]])
    },
    Route(.get, "stacks/:name/:id") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      var body = details(of: stack, for: request)
      if request.query("resolve_outputs")?.lowercased() != "false" {
        let outputs = try await engine.outputs(ofStack: stack.id)
        body["outputs"] = .list(outputs.map { $0.heatBody(withValue: true) })
      }
      return .ok(["stack": .map(body)])
    },
    Route(.delete, "stacks/:name/:id") { engine, request throws(EngineError) in
      try await engine.deleteStack(try await engine.stack(in: request).id)
      return .noContent
    },
  ]

  /// The short paths by name or id, which lead to the full ones.
  static let stackRedirects: [Route] =
    [Route.Method.get, .post, .put, .patch, .delete].map { method in
      Route(method, "stacks/:name") { engine, request throws(EngineError) in
        let stack = try await engine.stack(request["name"])
        return .redirect(to: request.link(to: stack) + request.queryText)
      }
    }
    + ["resources", "events", "template", "environment", "files", "actions"].map { part in
      Route(.get, "stacks/:name/\(part)") { engine, request throws(EngineError) in
        let stack = try await engine.stack(request["name"])
        return .redirect(to: "\(request.link(to: stack))/\(part)\(request.queryText)")
      }
    }
}

extension Engine {
  /// The stack whose name and id are in the path; the id must belong to the name.
  func stack(in request: APIRequest) async throws(EngineError) -> StackRecord {
    let stack = try await stack(request["id"])
    guard stack.id == request["id"], stack.name == request["name"] else {
      throw EngineError(.notFound, "EntityNotFound", "The Stack (\(request["name"])) could not be found.")
    }
    return stack
  }
}

extension APIRequest {
  func link(to stack: StackRecord) -> String {
    link(toStack: stack.name, stack.id)
  }

  func link(toStack name: String, _ id: String) -> String {
    "\(origin)\(Service.heat.root)/stacks/\(name)/\(id)"
  }

  /// The query with its question mark, empty when there is none.
  fileprivate var queryText: String {
    target.firstIndex(of: "?").map { String(target[$0...]) } ?? ""
  }
}

private func page(_ stacks: [StackRecord], of request: APIRequest) throws(EngineError) -> [StackRecord] {
  try request.page(stacks, id: \.id)
}

private func summary(of stack: StackRecord, for request: APIRequest) -> Value {
  [
    "id": .string(stack.id), "stack_name": .string(stack.name), "description": "",
    "stack_status": .string(stack.stackStatus), "stack_status_reason": .string(stack.statusReason),
    "creation_time": .time(stack.createdAt), "updated_time": .time(stack.updatedAt),
    "deletion_time": .time(stack.deletedAt), "stack_owner": .null, "parent": .optional(stack.parentID),
    "stack_user_project_id": .string(Service.project), "tags": stack.tagList,
    "links": [["href": .string(request.link(to: stack)), "rel": "self"]],
  ]
}

private func details(of stack: StackRecord, for request: APIRequest) -> ValueMap {
  var body = summary(of: stack, for: request).map ?? [:]
  body["description"] = .string(stack.description ?? "No description")
  body["template_description"] = .string(stack.description ?? "No description")
  body["parameters"] = .map(stack.parameters)
  body["capabilities"] = []
  body["notification_topics"] = []
  body["disable_rollback"] = .bool(stack.disableRollback)
  body["timeout_mins"] = stack.timeoutMinutes.map(Value.integer) ?? .null
  return body
}

extension StackRecord {
  fileprivate var tagList: Value {
    tags.isEmpty ? .null : .list(tags.map(Value.string))
  }
}
