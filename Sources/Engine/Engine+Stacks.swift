import GRDB
package import OpenStack

extension Engine {
  /// Checks a request as Heat does before it creates, and throws the first thing that is wrong.
  package func validateStack(_ request: StackRequest) async throws(EngineError) {
    try request.check()
  }

  /// Writes the stack down and starts its creation.
  package func createStack(_ request: StackRequest) async throws(EngineError) -> StackRecord {
    try request.check()
    let runtime = scheduler.runtime
    let (id, actionID) = (configuration.ids.next(), configuration.ids.next())
    let record = try await store.write { database in
      let blueprint = Blueprint(
        template: request.template, files: request.files, environment: request.environment)
      let isTaken =
        try database.count(
          """
          SELECT COUNT(*) FROM stack
          WHERE name = ? AND deleted_at IS NULL AND parent_id IS NULL AND node_id IS NULL
          """, [request.name]) > 0
      guard !isTaken else {
        throw EngineError(.conflict, "StackExists", "The Stack (\(request.name)) already exists.")
      }
      var stack = StackRow(
        id: id, name: request.name, blueprintID: try blueprint.store(in: database),
        parameters: request.parameters,
        now: runtime.now)
      stack.disableRollback = request.disableRollback
      stack.timeout = request.timeoutMinutes
      stack.tags = request.tags
      let work = try StackWork(inserting: stack, database, runtime)
      try ActionRow(id: actionID, "STACK_CREATE", target: id, now: runtime.now).insert(database)
      return StackRecord(stack, work.plan)
    }
    await scheduler.submit(actionID, target: id)
    return record
  }

  /// The stacks that are neither nested nor deleted, newest first.
  package func stacks() async throws(EngineError) -> [StackRecord] {
    let plans = scheduler.runtime.plans
    return try await store.read { database in
      try database.rows(
        """
        SELECT \(StackRow.columns) FROM stack WHERE deleted_at IS NULL AND parent_id IS NULL AND node_id IS NULL
        ORDER BY created_at DESC, id
        """, [], StackRow.init
      ).map { StackRecord($0, try plans.plan(database, blueprint: $0.blueprintID, file: $0.file)) }
    }
  }

  /// A stack by its id, or by its name unless it is deleted.
  package func stack(_ nameOrID: String) async throws(EngineError) -> StackRecord {
    let plans = scheduler.runtime.plans
    return try await store.read { database in
      let row = try StackRow.resolve(database, nameOrID)
      return StackRecord(row, try plans.plan(database, blueprint: row.blueprintID, file: row.file))
    }
  }

  /// Starts the stack's deletion; one that is deleted already stays so.
  package func deleteStack(_ nameOrID: String) async throws(EngineError) {
    let (actionID, now) = (configuration.ids.next(), configuration.clock.now)
    let action = try await store.write { database -> ActionRow? in
      let stack = try StackRow.resolve(database, nameOrID)
      guard stack.parentID == nil, stack.nodeID == nil else {
        throw EngineError(.invalid, "NotSupported", "Deleting a nested stack is not supported.")
      }
      guard stack.deletedAt == nil, stack.action != "DELETE" || stack.status != "IN_PROGRESS" else {
        return nil
      }
      try stack.change(from: nil, to: "DELETE", "IN_PROGRESS", "Stack DELETE started", at: now, database)
      let action = ActionRow(id: actionID, "STACK_DELETE", target: stack.id, now: now)
      try action.insert(database)
      return action
    }
    if let action { await scheduler.submit(action.id, target: action.target, preempting: true) }
  }

  /// The template as it was given.
  package func template(ofStack id: String) async throws(EngineError) -> Value {
    try await blueprint(id).template
  }

  /// The files that came with the template.
  package func files(ofStack id: String) async throws(EngineError) -> [String: String] {
    try await blueprint(id).files
  }

  /// The environment that came with the template.
  package func environment(ofStack id: String) async throws(EngineError) -> Value {
    try await blueprint(id).environment
  }

  private func blueprint(_ id: String) async throws(EngineError) -> Blueprint {
    try await store.read { database in
      let stack = try StackRow.resolve(database, id)
      guard var blueprint = try Blueprint.find(database, stack.blueprintID) else {
        throw EngineError.entityNotFound("Stack", id)
      }
      if let file = stack.file, let text = blueprint.files[file] {
        blueprint.template = (try? Value(readingYAML: text)) ?? .null
      }
      return blueprint
    }
  }
}

extension StackRequest {
  fileprivate func check() throws(EngineError) {
    let first = name.unicodeScalars.first
    let isValid = name.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "_.-".unicodeScalars.contains($0))
    }
    guard isValid, name.utf8.count <= 255, first?.properties.isAlphabetic == true else {
      throw .stackValidationFailed(
        "Invalid stack name \(name) must contain only alphanumeric or \"_-.\" characters, must start with alpha and must be 255 characters or less."
      )
    }
    if let timeoutMinutes, timeoutMinutes < 1 {
      throw EngineError(.invalid, "BadRequest", "Only integer is allowed for timeout_mins.")
    }
    let plan = try StackPlan(Blueprint(template: template, files: files, environment: environment))
    _ = try plan.template.parameterValues(parameters, environment: environment ?? [:])
    try plan.validate()
  }
}

extension StackRow {
  /// The stack of an id, else of a name that is not deleted.
  static func resolve(_ database: Database, _ nameOrID: String) throws -> StackRow {
    if let stack = try find(database, nameOrID) { return stack }
    let named = try database.row(
      """
      SELECT \(columns) FROM stack WHERE name = ? AND deleted_at IS NULL ORDER BY parent_id IS NOT NULL, node_id IS NOT NULL
      """, [nameOrID], StackRow.init)
    guard let named else { throw EngineError.entityNotFound("Stack", nameOrID) }
    return named
  }
}
