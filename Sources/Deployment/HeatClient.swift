package import OpenStack

/// The calls of the Orchestration API that Libretto makes.
package struct HeatClient: Sendable {
  private let service: ServiceClient

  /// The endpoint is the address with version and project, such as `http://host:8004/v1/<project id>`.
  package init(_ transport: any Transport, endpoint: String, token: String) {
    service = ServiceClient(transport: transport, endpoint: endpoint, token: token)
  }

  /// Begins to create a stack and returns its id.
  package func createStack(_ creation: StackCreation) async throws(DeploymentError) -> String {
    let answer = try await service.call(.post, ["stacks"], body: creation.body)
    guard let id = answer["stack"]?["id"]?.string else {
      throw .unreadable("the answer to the creation of stack '\(creation.name)' has no id")
    }
    return id
  }

  /// The stacks that are no part of another, newest first.
  package func stacks() async throws(DeploymentError) -> [Stack] {
    try await service.call(.get, ["stacks"])["stacks"].items.map(Stack.init(reading:))
  }

  package func stack(_ nameOrID: String) async throws(DeploymentError) -> Stack {
    Stack(reading: try await service.call(.get, ["stacks", nameOrID])["stack"] ?? .null)
  }

  /// A stack by name and id, also one that is deleted.
  package func stack(_ name: String, id: String) async throws(DeploymentError) -> Stack {
    Stack(reading: try await service.call(.get, ["stacks", name, id])["stack"] ?? .null)
  }

  package func deleteStack(_ stack: Stack) async throws(DeploymentError) {
    _ = try await service.call(.delete, stack.path)
  }

  /// The resources of a stack and of the stacks nested in it down to a depth.
  package func resources(
    of stack: Stack, nestedDepth: Int = 0
  ) async throws(DeploymentError) -> [StackResource] {
    let query = nestedDepth > 0 ? [("nested_depth", String(nestedDepth))] : []
    return try await service.call(.get, stack.path + ["resources"], query: query)["resources"]
      .items.map(StackResource.init(reading:))
  }

  /// A resource with its attributes.
  package func resource(
    _ name: String, of stack: Stack
  ) async throws(DeploymentError) -> StackResource {
    let answer = try await service.call(.get, stack.path + ["resources", name])
    return StackResource(reading: answer["resource"] ?? .null)
  }

  /// A stack's events, oldest first, from the one after `marker` on.
  package func events(
    of stack: Stack, after marker: String? = nil
  ) async throws(DeploymentError) -> [StackEvent] {
    let query = [("sort_dir", "asc")] + (marker.map { [("marker", $0)] } ?? [])
    return try await service.call(.get, stack.path + ["events"], query: query)["events"]
      .items.map(StackEvent.init(reading:))
  }

  /// A stack's outputs with their values.
  package func outputs(of stack: Stack) async throws(DeploymentError) -> [StackOutput] {
    let keys = try await service.call(.get, stack.path + ["outputs"])["outputs"].items
      .compactMap { $0["output_key"]?.string }
    var outputs: [StackOutput] = []
    for key in keys {
      let answer = try await service.call(.get, stack.path + ["outputs", key])
      outputs.append(StackOutput(reading: answer["output"] ?? .null))
    }
    return outputs
  }

  /// The template a stack was made of.
  package func template(of stack: Stack) async throws(DeploymentError) -> Value {
    try await service.call(.get, stack.path + ["template"])
  }

  /// Signals a resource, as an alarm does.
  package func signal(_ resource: String, of stack: Stack) async throws(DeploymentError) {
    _ = try await service.call(.post, stack.path + ["resources", resource, "signal"], body: [:])
  }

  /// Whether this Heat can make resources of a type.
  package func hasResourceType(_ type: String) async throws(DeploymentError) -> Bool {
    do throws(DeploymentError) {
      _ = try await service.call(.get, ["resource_types", type])
      return true
    } catch  where error.status == 404 {
      return false
    }
  }
}

extension Stack {
  fileprivate var path: [String] {
    ["stacks", name, id]
  }
}

extension Value? {
  /// The items of a list, none when this is no list.
  var items: [Value] {
    self?.list ?? []
  }
}
