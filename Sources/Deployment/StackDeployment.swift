package import OpenStack

/// Creates and deletes stacks and stays with them until the end.
package struct StackDeployment: Sendable {
  private let heat: HeatClient
  private let patience: Patience

  package init(_ heat: HeatClient, patience: Patience) {
    self.heat = heat
    self.patience = patience
  }

  /// Creates a stack and returns it when it is complete, with its outputs.
  ///
  /// The limit is how long this waits, whatever time Heat itself gives the stack; `progress` is handed each event of
  /// the stack and of its resources, oldest first.
  package func create(
    _ creation: StackCreation, within limit: Duration, progress: (StackEvent) -> Void
  ) async throws(DeploymentError) -> Stack {
    let id = try await heat.createStack(creation)
    var failures: [StackResource] = []
    // Where a rollback follows, a failed creation is no end yet.
    let passing = creation.disablesRollback ? nil : "CREATE_FAILED"
    let stack = try await follow(creation.name, id: id, past: passing, within: limit) { event in
      // A rollback takes the failed resources away, and what they said with them.
      if event.status == "CREATE_FAILED", event.physicalID != id {
        failures.append(StackResource(after: event))
      }
      progress(event)
    }
    guard stack.status == "CREATE_COMPLETE" else {
      var failure = try await failure(of: stack)
      if failure.resources.isEmpty { failure.resources = failures }
      throw .stackFailed(failure)
    }
    return stack
  }

  /// Deletes a stack and returns when it is gone.
  package func delete(
    _ stack: Stack, within limit: Duration, progress: (StackEvent) -> Void
  ) async throws(DeploymentError) {
    let last = try await heat.events(of: stack).last?.id
    try await heat.deleteStack(stack)
    do throws(DeploymentError) {
      let end = try await follow(stack.name, id: stack.id, after: last, within: limit, progress: progress)
      guard end.status == "DELETE_COMPLETE" else { throw .stackFailed(try await failure(of: end)) }
    } catch  where error.status == 404 {
      // An old Heat forgets a stack together with its end.
    }
  }

  /// Hands on the events of a stack until no action works on it; one settled status may be on the way.
  private func follow(
    _ name: String, id: String, after marker: String? = nil, past passing: String? = nil,
    within limit: Duration, progress: (StackEvent) -> Void
  ) async throws(DeploymentError) -> Stack {
    var marker = marker
    let settled = try await patience.wait(atMost: limit) { () throws(DeploymentError) -> Glance<Stack> in
      // The stack is read first: all events of a settled stack are there when they are read after it.
      let stack = try await heat.stack(name, id: id)
      let events = try await heat.events(of: stack, after: marker)
      events.forEach(progress)
      marker = events.last?.id ?? marker
      if stack.isSettled, stack.status != passing { return .done(stack) }
      return events.isEmpty ? .unchanged : .changed
    }
    guard let settled else {
      throw .overdue("stack '\(name)' is not done after \(limit.components.seconds) s; it goes on without us")
    }
    return settled
  }

  private func failure(of stack: Stack) async throws(DeploymentError) -> StackFailure {
    let resources = try await heat.resources(of: stack, nestedDepth: 5)
    return StackFailure(stack: stack, resources: resources.filter(\.hasFailed))
  }
}
