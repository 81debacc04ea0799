import GRDB
import OpenStack

extension ActionWork {
  /// GROUP_RESIZE: gives a scaling group's stack the number of members that its action says.
  @Sendable static func resizeGroup(_ action: ActionRow, _ runtime: Runtime) async throws {
    let decided = try await runtime.store.write { try decide(action, runtime, $0) }
    guard let (work, leaving) = decided else { return }
    var isDone = true
    do {
      try await work.deleteResources(leaving)
      try await work.create("UPDATE")
    } catch is ResourceFailure {
      // The stack's row says it already.
      isDone = false
    }
    let succeeded = isDone
    try await runtime.store.write { database in
      if !succeeded {
        try work.stack.change(
          from: ("UPDATE", "IN_PROGRESS"), to: "UPDATE", "FAILED", "Resource UPDATE failed", at: runtime.now,
          database)
      } else if let id = action.inputs["policy"]?.string, let policy = try ResourceRow.find(id, database) {
        var data = policy.data.map ?? ValueMap()
        data["scaled_at"] = .number(runtime.now)
        try database.run("UPDATE resource SET data = ? WHERE id = ?", [data.json, id])
      }
      try action.remove(database)
    }
  }

  /// Writes down the new members, and which of the old ones go; read again, it finds what was decided.
  private static func decide(
    _ action: ActionRow, _ runtime: Runtime, _ database: Database
  ) throws -> (work: StackWork, leaving: [ResourceRow])? {
    guard try action.begin(at: runtime.now, database) else { return nil }
    guard let stack = try StackRow.find(database, action.target) else {
      try action.remove(database)
      return nil
    }
    let members = try ResourceRow.all(ofStack: stack.id, database)
    if let leaving = action.data["leaving"]?.list {
      let ids = Set(leaving.compactMap(\.string))
      return try split(stack, leaving: ids, database, runtime)
    }
    let size = action.inputs["size"]?.wholeNumber ?? members.count
    try stack.change(
      from: nil, to: "UPDATE", "IN_PROGRESS", "Stack UPDATE started", at: runtime.now, database)
    // Failed members go first, then the oldest.
    let order = members.filter { $0.status == "FAILED" } + members.filter { $0.status != "FAILED" }
    let leaving = Set(order.prefix(max(0, members.count - size)).map(\.id))
    let next = (members.last?.position ?? -1) + 1
    for index in 0..<max(0, size - members.count) {
      let id = runtime.configuration.ids.next()
      let row = ResourceRow(
        id: id, stackID: stack.id, position: next + index, name: ResourceType.memberName(id),
        type: members.first?.type ?? "OS::Heat::Member", now: runtime.now)
      try row.insert(database)
    }
    try action.journal(["leaving": .list(leaving.sorted().map(Value.string))], database)
    return try split(stack, leaving: leaving, database, runtime)
  }

  private static func split(
    _ stack: StackRow, leaving: Set<String>, _ database: Database, _ runtime: Runtime
  ) throws -> (work: StackWork, leaving: [ResourceRow]) {
    let all = try StackWork(stack, database, runtime)
    return (all.keeping { !leaving.contains($0.id) }, all.rows.filter { leaving.contains($0.id) })
  }
}
