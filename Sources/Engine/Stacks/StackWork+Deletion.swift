import GRDB
import OpenStack

extension StackWork {
  /// Removes the stack's resources, each after all that need it, and then writes down how that went.
  func delete(_ action: String = "DELETE") async throws {
    do {
      try await deleteResources(rows)
    } catch let failure as ResourceFailure {
      try await finish(action, "FAILED", "Resource DELETE failed: \(failure.text)")
      throw failure
    }
    try await runtime.store.write { database in
      let reason = "Stack \(action) completed successfully"
      try stack.change(
        from: (action, "IN_PROGRESS"), to: action, "COMPLETE", reason, at: runtime.now, database)
      if action == "DELETE" {
        try database.run("UPDATE stack SET deleted_at = ? WHERE id = ?", [runtime.now, stack.id])
      }
    }
  }

  /// Removes a nested stack with all its rows; nothing remembers it.
  func deleteNested() async throws {
    try await runtime.store.write { database in
      guard stack.action != "DELETE" || stack.status != "IN_PROGRESS" else { return }
      try stack.change(
        from: nil, to: "DELETE", "IN_PROGRESS", "Stack DELETE started", at: runtime.now, database)
    }
    do {
      try await deleteResources(rows)
    } catch let failure as ResourceFailure {
      try await finish("DELETE", "FAILED", "Resource DELETE failed: \(failure.text)")
      throw failure
    }
    try await runtime.store.write(.process) { try stack.remove($0) }
  }

  /// Removes some of the stack's resources in the reverse of the order they were made in.
  func deleteResources(_ rows: [ResourceRow]) async throws {
    // A policy that is retained stays until its cluster is gone: templates retain policies because Senlin refuses
    // to detach two at once, not because anyone wants to keep them. Left behind, they would be in the way of a
    // stack of the same name, and no one would ever remove them.
    let late = rows.filter { isRetained($0) && plan[$0.name]?.type.goesWithItsStack == true }
    let retained = rows.filter { isRetained($0) && plan[$0.name]?.type.goesWithItsStack != true }
    let lateNames = Set((late + retained).map(\.name))
    try await deleteInOrder(rows.filter { !lateNames.contains($0.name) })
    try await deleteInOrder(late)
    guard !retained.isEmpty else { return }
    try await runtime.store.write { database in
      for row in retained { try row.remove(at: runtime.now, database) }
    }
  }

  private func isRetained(_ row: ResourceRow) -> Bool {
    plan[row.name]?.definition.deletionPolicy == .retain && row.action != "INIT"
  }

  private func deleteInOrder(_ rows: [ResourceRow]) async throws {
    var waiting = Dictionary(rows.map { ($0.name, $0) }) { first, _ in first }
    var begun: Set<String> = []
    try await withThrowingTaskGroup(of: (name: String, failure: ResourceFailure?).self) { group in
      func begin(_ candidates: some Sequence<ResourceRow>) throws {
        for row in candidates where waiting[row.name] != nil && !begun.contains(row.name) {
          guard plan.dependents(of: row.name).allSatisfy({ waiting[$0] == nil }) else { continue }
          guard !Task.isCancelled else { throw Interrupted() }
          begun.insert(row.name)
          group.addTask { (row.name, try await delete(row)) }
        }
      }
      try begin(rows)
      var first: ResourceFailure?
      while let (name, failure) = try await group.next() {
        first = first ?? failure
        guard first == nil else { continue }
        waiting[name] = nil
        let requirements = plan[name]?.requirements ?? []
        try begin(requirements.sorted().compactMap { waiting[$0] })
      }
      if let first { throw first }
    }
  }

  private func delete(_ row: ResourceRow) async throws -> ResourceFailure? {
    let failure: ResourceFailure
    do {
      try await remove(row)
      return nil
    } catch {
      guard !error.isInterruption, !Task.isCancelled, let reason = ResourceFailure(error, at: row.name) else {
        throw Interrupted()
      }
      failure = reason
    }
    try await runtime.store.write { try row.fail("DELETE", failure.text, at: runtime.now, $0) }
    return failure
  }

  /// Removes one resource: the journal first, then the thing, then the row.
  private func remove(_ row: ResourceRow) async throws {
    if row.action != "INIT", let step = plan[row.name] {
      try await runtime.store.write { try row.begin("DELETE", at: runtime.now, $0) }
      let context = ResourceContext(runtime: runtime, stack: stack, row: row, plan: plan, step: step)
      try await step.type.delete(context)
    }
    try await runtime.store.write(.process) { try row.remove(at: runtime.now, $0) }
  }
}
