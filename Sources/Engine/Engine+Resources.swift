import GRDB
import OpenStack

extension Engine {
  /// The stack's resources in the template's order, each followed by those of its nested stack down to a depth.
  package func resources(
    ofStack id: String, nestedDepth: Int = 0
  ) async throws(EngineError) -> [ResourceRecord] {
    let plans = scheduler.runtime.plans
    return try await store.read { database in
      try Self.resources(of: StackRow.resolve(database, id), depth: nestedDepth, plans, database)
    }
  }

  private static func resources(
    of stack: StackRow, depth: Int, _ plans: PlanCache, _ database: Database
  ) throws -> [ResourceRecord] {
    let plan = try plans.plan(database, blueprint: stack.blueprintID, file: stack.file)
    return try ResourceRow.all(ofStack: stack.id, database).flatMap { row in
      let record = try ResourceRecord(row, of: stack, plan, database)
      guard depth > 0, let nested = try StackRow.nested(in: row.id, database) else { return [record] }
      return [record] + (try resources(of: nested, depth: depth - 1, plans, database))
    }
  }

  /// One resource with its attributes.
  package func resource(_ name: String, ofStack id: String) async throws(EngineError) -> ResourceRecord {
    let (plans, configuration) = (scheduler.runtime.plans, configuration)
    return try await store.read { database in
      let stack = try StackRow.resolve(database, id)
      let plan = try plans.plan(database, blueprint: stack.blueprintID, file: stack.file)
      guard let row = try ResourceRow.find(name, ofStack: stack.id, database) else {
        throw EngineError.missingResource(name, in: stack.name)
      }
      var record = try ResourceRecord(row, of: stack, plan, database)
      guard row.status == "COMPLETE", row.action != "INIT", let type = plan[name]?.type else { return record }
      let context = AttributeContext(row: row, plans: plans, configuration: configuration)
      for attribute in try type.attributeNames(row, database, context) {
        record.attributes[attribute] = try type.attribute(database, context, attribute)
      }
      return record
    }
  }

  /// The stack's events, oldest first, those after the marker's.
  package func stackEvents(
    _ id: String, after marker: String? = nil, limit: Int? = nil, nestedDepth: Int = 0
  ) async throws(EngineError) -> [StackEventRecord] {
    try await store.read { database in
      let first = marker.flatMap(EventID.number) ?? 0
      let stack = try StackRow.resolve(database, id)
      var events: [StackEventRecord] = []
      for (id, name) in try Self.tree(stack, depth: nestedDepth, database) {
        events += try database.rows(
          "SELECT \(StackEventRecord.columns) FROM stack_event WHERE stack_id = ? AND id > ? ORDER BY id LIMIT ?",
          [id, first, limit ?? -1]
        ) { StackEventRecord($0, stackName: name) }
      }
      events.sort { $0.id < $1.id }
      return limit.map { Array(events.prefix($0)) } ?? events
    }
  }

  /// The stack and those nested in it, down to a depth.
  private static func tree(
    _ stack: StackRow, depth: Int, _ database: Database
  ) throws -> [(id: String, name: String)] {
    var found = [(id: stack.id, name: stack.name)]
    var level = found
    for _ in 0..<max(0, depth) {
      level = try level.flatMap { parent in
        try database.rows("SELECT id, name FROM stack WHERE parent_id = ?", [parent.id]) { row in
          (id: row[0] as String, name: row[1] as String)
        }
      }
      guard !level.isEmpty else { break }
      found += level
    }
    return found
  }

  /// The stack's outputs with their values; one that cannot be told says why.
  package func outputs(ofStack id: String) async throws(EngineError) -> [OutputRecord] {
    let (plans, configuration) = (scheduler.runtime.plans, configuration)
    return try await store.read { database in
      let stack = try StackRow.resolve(database, id)
      guard stack.deletedAt == nil else { return [] }
      let plan = try plans.plan(database, blueprint: stack.blueprintID, file: stack.file)
      let scope = try stack.scope(plan, database, plans: plans, configuration: configuration)
      return plan.template.outputs.map { output in
        var record = OutputRecord(
          key: output.name, description: output.element.description, value: .null, error: nil)
        do {
          record.value = try output.element.value.resolved(in: scope)
        } catch {
          record.error = "\(error)"
        }
        return record
      }
    }
  }

  /// Signals a resource; a scaling policy adjusts its group.
  package func signal(_ resource: String, ofStack id: String) async throws(EngineError) {
    let plans = scheduler.runtime.plans
    let found = try await store.read { database in
      let stack = try StackRow.resolve(database, id)
      guard let row = try ResourceRow.find(resource, ofStack: stack.id, database) else {
        throw EngineError.missingResource(resource, in: stack.name)
      }
      return (row, try plans.plan(database, blueprint: stack.blueprintID, file: stack.file)[resource]?.type)
    }
    guard let signal = found.1?.signal else {
      throw EngineError(
        .invalid, "ResourceActionNotSupported",
        "Signal resource: Resource \(resource) is not able to receive a signal")
    }
    try await signal(scheduler.runtime, found.0)
  }

  /// Signals the resource whose signal URL ends in the token.
  package func signal(token: String) async throws(EngineError) {
    let found = try await store.read { database in
      try database.row(
        "SELECT \(ResourceRow.columns) FROM resource WHERE token = ?", [token], ResourceRow.init)
    }
    guard let row = found else { throw .entityNotFound("Resource", "signal") }
    try await signal(row.name, ofStack: row.stackID)
  }

  /// Whether the engine makes resources of the type.
  package static func isSupported(resourceType: String) -> Bool {
    ResourceType.all[resourceType] != nil
  }

  /// The types that the engine makes resources of, by name.
  package static var resourceTypes: [String] {
    ResourceType.all.keys.sorted()
  }
}

extension EngineError {
  fileprivate static func missingResource(_ name: String, in stack: String) -> EngineError {
    EngineError(.notFound, "EntityNotFound", "The Resource (\(name)) could not be found in Stack \(stack).")
  }
}
