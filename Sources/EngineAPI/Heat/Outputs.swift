import Engine
import OpenStack

extension [Route] {
  /// Outputs of a stack, and what the stack was made of (Orchestration API, Stack outputs; Stack templates).
  static let outputs: [Route] = [
    Route(.get, "stacks/:name/:id/outputs") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      let outputs = try await engine.outputs(ofStack: stack.id)
      return .ok(["outputs": .list(outputs.map { $0.heatBody(withValue: false) })])
    },
    Route(.get, "stacks/:name/:id/outputs/:key") { engine, request throws(EngineError) in
      let stack = try await engine.stack(in: request)
      let output = try await engine.outputs(ofStack: stack.id).first { $0.key == request["key"] }
      guard let output else {
        throw EngineError(.notFound, "NotFound", "Specified output key \(request["key"]) not found.")
      }
      return .ok(["output": output.heatBody(withValue: true)])
    },
    Route(.get, "stacks/:name/:id/template") { engine, request throws(EngineError) in
      .ok(try await engine.template(ofStack: try await engine.stack(in: request).id))
    },
    Route(.get, "stacks/:name/:id/environment") { engine, request throws(EngineError) in
      .ok(try await engine.environment(ofStack: try await engine.stack(in: request).id))
    },
    Route(.get, "stacks/:name/:id/files") { engine, request throws(EngineError) in
      let files = try await engine.files(ofStack: try await engine.stack(in: request).id)
      let entries = files.sorted { $0.key < $1.key }.map { ($0.key, Value.string($0.value)) }
      return .ok(.map(ValueMap(entries)))
    },
  ]
}

extension OutputRecord {
  /// An entry of a stack's outputs; lists of outputs leave the values out.
  func heatBody(withValue: Bool) -> Value {
    var body: ValueMap = [
      "output_key": .string(key), "description": .string(description ?? "No description given"),
    ]
    if withValue {
      body["output_value"] = value
      body["output_error"] = error.map(Value.string)
    }
    return .map(body)
  }
}
