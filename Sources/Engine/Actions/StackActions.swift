import GRDB
import OpenStack

extension ActionWork {
  /// STACK_CREATE: makes the stack within its time, and takes it back if that is wanted when it fails.
  @Sendable static func createStack(_ action: ActionRow, _ runtime: Runtime) async throws {
    guard let work = try await stackWork(action, runtime) else { return }
    let stack = work.stack
    if stack.action == "CREATE", stack.status == "IN_PROGRESS" {
      let deadline = stack.createdAt + Double(stack.timeout ?? 60) * 60
      do {
        try await runtime.withDeadline(deadline) { try await work.create() }
      } catch is TimedOut {
        try await work.finish("CREATE", "FAILED", "Create timed out")
      } catch is ResourceFailure {
        // The stack's row says it already.
      }
    }
    try await rollBack(stack.id, runtime)
    try await runtime.store.write { try action.remove($0) }
  }

  /// Removes what a failed creation made, where the stack was asked to.
  private static func rollBack(_ id: String, _ runtime: Runtime) async throws {
    let work = try await runtime.store.write { database -> StackWork? in
      guard let stack = try StackRow.find(database, id), !stack.disableRollback else { return nil }
      let isFailed = try stack.change(
        from: ("CREATE", "FAILED"), to: "ROLLBACK", "IN_PROGRESS", stack.reason, at: runtime.now, database)
      guard isFailed || (stack.action == "ROLLBACK" && stack.status == "IN_PROGRESS") else { return nil }
      return try StackWork(stack, database, runtime)
    }
    do {
      try await work?.delete("ROLLBACK")
    } catch is ResourceFailure {
      // The stack's row says it already.
    }
  }

  /// STACK_DELETE: removes everything the stack made.
  @Sendable static func deleteStack(_ action: ActionRow, _ runtime: Runtime) async throws {
    guard let work = try await stackWork(action, runtime) else { return }
    do {
      try await work.delete()
    } catch is ResourceFailure {
      // The stack's row says it already.
    }
    try await runtime.store.write { database in
      // Whatever was interrupted by the deletion will not go on.
      try database.run("DELETE FROM action WHERE target = ?", [action.target])
    }
  }

  private static func stackWork(_ action: ActionRow, _ runtime: Runtime) async throws -> StackWork? {
    try await runtime.store.write { database in
      guard try action.begin(at: runtime.now, database) else { return nil }
      guard let stack = try StackRow.find(database, action.target) else {
        try action.remove(database)
        return nil
      }
      return try StackWork(stack, database, runtime)
    }
  }
}

/// Work that took longer than it may.
struct TimedOut: Error {}

extension Runtime {
  /// Runs work until a moment; then it is told to stop, waited for and given up.
  func withDeadline(_ deadline: Double, _ body: @escaping @Sendable () async throws -> Void) async throws {
    enum Outcome { case done, late, calledOff }
    let clock = configuration.clock
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try await body()
        return .done
      }
      group.addTask {
        do { try await clock.sleep(seconds: max(0, deadline - clock.now)) } catch { return .calledOff }
        return .late
      }
      var isLate = false
      do {
        while let outcome = try await group.next() {
          if outcome == .done { return }
          if outcome == .late {
            isLate = true
            group.cancelAll()
          }
        }
      } catch  where isLate && error.isInterruption {
        throw TimedOut()
      }
    }
  }
}
