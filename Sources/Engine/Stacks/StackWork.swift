import GRDB
import OpenStack

/// A stack with what it takes to work on it.
struct StackWork: Sendable {
  let runtime: Runtime
  let stack: StackRow
  let plan: StackPlan
  /// As they were when the work was taken up.
  let rows: [ResourceRow]

  private init(_ other: StackWork, rows: [ResourceRow]) {
    (runtime, stack, plan) = (other.runtime, other.stack, other.plan)
    self.rows = rows
  }

  /// The same work on some of the resources only.
  func keeping(_ isKept: (ResourceRow) -> Bool) -> StackWork {
    StackWork(self, rows: rows.filter(isKept))
  }

  /// Takes up a stack that is there.
  init(_ stack: StackRow, _ database: Database, _ runtime: Runtime) throws {
    self.runtime = runtime
    self.stack = stack
    plan = try runtime.plans.plan(database, blueprint: stack.blueprintID, file: stack.file)
    rows = try ResourceRow.all(ofStack: stack.id, database)
  }

  /// Writes down a new stack with its resources.
  ///
  /// `members` are the names of a scaling group's resources, which its template does not have.
  init(inserting stack: StackRow, members: [String] = [], _ database: Database, _ runtime: Runtime) throws {
    self.runtime = runtime
    self.stack = stack
    plan = try runtime.plans.plan(database, blueprint: stack.blueprintID, file: stack.file)
    try stack.insert(database)
    let memberType = plan.member?.definition.type ?? ""
    let steps = plan.steps.map { ($0.name, $0.definition.type) }
    let added = members.map { ($0, memberType) }
    let ids = runtime.configuration.ids
    rows = try (steps + added).enumerated().map { position, step in
      let row = ResourceRow(
        id: ids.next(), stackID: stack.id, position: position, name: step.0, type: step.1,
        now: stack.createdAt)
      try row.insert(database)
      return row
    }
  }
}

// MARK: Creation

extension StackWork {
  /// Makes every resource that is not yet made, each as soon as what it needs is there.
  ///
  /// The action is `CREATE`, or `UPDATE` for a group that grows.
  func create(_ action: String = "CREATE") async throws {
    if action == "CREATE", stack.action == "CREATE", stack.status == "COMPLETE" { return }
    do {
      try await createResources(action)
    } catch let failure as ResourceFailure {
      let reason = "Resource \(action) failed: \(failure.text)"
      try await finish(action, "FAILED", reason)
      throw failure
    }
    try await finish(action, "COMPLETE", "Stack \(action) completed successfully")
  }

  private func createResources(_ action: String) async throws {
    var waiting: [String: ResourceRow] = [:]
    for row in rows where !(row.status == "COMPLETE" && row.action != "INIT") {
      waiting[row.name] = row
    }
    var begun: Set<String> = []
    try await withThrowingTaskGroup(of: (name: String, failure: ResourceFailure?).self) { group in
      func begin(_ candidates: some Sequence<ResourceRow>) throws {
        for row in candidates where waiting[row.name] != nil && !begun.contains(row.name) {
          guard let step = plan[row.name], step.requirements.allSatisfy({ waiting[$0] == nil }) else {
            continue
          }
          guard !Task.isCancelled else { throw Interrupted() }
          begun.insert(row.name)
          group.addTask { (row.name, try await create(row, step, action)) }
        }
      }
      try begin(rows)
      var first: ResourceFailure?
      while let (name, failure) = try await group.next() {
        first = first ?? failure
        guard first == nil else { continue }
        waiting[name] = nil
        try begin(plan.dependents(of: name).compactMap { waiting[$0] })
      }
      if let first { throw first }
    }
  }

  private func create(
    _ row: ResourceRow, _ step: StackPlan.Step, _ action: String
  ) async throws -> ResourceFailure? {
    let failure: ResourceFailure
    do {
      try await make(row, step, action)
      return nil
    } catch {
      guard !error.isInterruption, !Task.isCancelled, let reason = ResourceFailure(error, at: row.name) else {
        throw Interrupted()
      }
      failure = reason
    }
    try await runtime.store.write { try row.fail("CREATE", failure.text, at: runtime.now, $0) }
    return failure
  }

  /// Makes one resource: the journal first, then the thing, then the result.
  private func make(_ row: ResourceRow, _ step: StackPlan.Step, _ action: String) async throws {
    let properties = try await runtime.store.write { database in
      guard try isStill(action, database) else { throw Interrupted.asError }
      try row.begin("CREATE", at: runtime.now, database)
      return try step.definition.properties.resolved(in: scope(database))
    }
    try step.type.check(properties, of: row.name)
    let context = ResourceContext(
      runtime: runtime, stack: stack, row: row, plan: plan, step: step, properties: properties)
    let creation = try await step.type.create(context)
    try await runtime.store.write(.process) { database in
      try row.complete(creation, at: runtime.now, database)
    }
  }

  private func isStill(_ action: String, _ database: Database) throws -> Bool {
    try database.count(
      "SELECT COUNT(*) FROM stack WHERE id = ? AND action = ? AND status = 'IN_PROGRESS'", [stack.id, action])
      == 1
  }

  func finish(_ action: String, _ status: String, _ reason: String) async throws {
    // A stack of its own ends with its action; one that is part of another is asked again.
    let isPart = stack.parentID != nil || stack.nodeID != nil
    try await runtime.store.write(isPart ? .process : .full) { database in
      _ = try stack.change(
        from: (action, "IN_PROGRESS"), to: action, status, reason, at: runtime.now, database)
    }
  }
}

// MARK: Resolving

extension StackWork {
  /// What the functions of this stack's template mean now.
  func scope(_ database: Database) throws -> FunctionScope {
    try stack.scope(plan, database, plans: runtime.plans, configuration: runtime.configuration)
  }
}

extension StackRow {
  /// What the functions of this stack's template mean now.
  func scope(
    _ plan: StackPlan, _ database: Database, plans: PlanCache, configuration: EngineConfiguration
  ) throws -> FunctionScope {
    FunctionScope(
      parameters: try parameterValues(plan), files: plan.blueprint.files,
      reference: { name in
        try ResourceRow.find(name, ofStack: id, database)?.physicalID.map(Value.string) ?? .string(name)
      },
      attribute: { name, attribute in
        guard let row = try ResourceRow.find(name, ofStack: id, database), let type = plan[name]?.type else {
          return .null
        }
        guard type.attributes?.contains(attribute) ?? true else {
          throw EngineError(
            .invalid, "InvalidTemplateAttribute",
            "The Referenced Attribute (\(name) \(attribute)) is incorrect.")
        }
        guard row.status == "COMPLETE", row.action != "INIT" else { return .null }
        let context = AttributeContext(row: row, plans: plans, configuration: configuration)
        return try type.attribute(database, context, attribute)
      })
  }

  /// The values of the template's parameters, with the pseudo parameters.
  func parameterValues(_ plan: StackPlan) throws -> ValueMap {
    // A nested stack's parameters are its resource's properties; only defaults reach it from the environment.
    let environment: Value =
      parentID == nil
      ? plan.blueprint.environment
      : ["parameter_defaults": plan.blueprint.environment["parameter_defaults"] ?? [:]]
    var values =
      plan.template.parameters.isEmpty
      ? ValueMap() : try plan.template.parameterValues(parameters, environment: environment)
    values["OS::project_id"] = "libretto"
    values["OS::stack_id"] = .string(id)
    values["OS::stack_name"] = .string(name)
    return values
  }

  /// An output's value; null where there is no such output.
  func output(_ name: String, _ database: Database, _ context: AttributeContext) throws -> Value {
    let plan = try context.plans.plan(database, blueprint: blueprintID, file: file)
    guard let output = plan.template.outputs.first(where: { $0.name == name }) else { return .null }
    let scope = try scope(plan, database, plans: context.plans, configuration: context.configuration)
    return try output.element.value.resolved(in: scope)
  }
}

extension Interrupted {
  /// An error of the engine's own kind, for changes, which throw no other.
  static let asError = EngineError(.conflict, "Interrupted", "the work was interrupted")
}

extension Error {
  /// Whether this only says that the work was told to stop.
  var isInterruption: Bool {
    self is Interrupted || self is CancellationError || (self as? EngineError)?.name == "Interrupted"
  }
}
