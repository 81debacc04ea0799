import GRDB
import OpenStack

extension ResourceType {
  /// A type that is a template: its parameters are the properties, its outputs the attributes.
  static func nestedStack(file: String) -> ResourceType {
    ResourceType(
      file, properties: nil, attributes: nil,
      create: { context in
        try await context.createNestedStack(
          blueprint: context.plan.blueprint, file: file, parameters: context.properties)
      },
      delete: { try await $0.deleteNestedStack() },
      attribute: { database, context, name in
        guard let stack = try StackRow.nested(in: context.row.id, database) else { return .null }
        return try stack.output(name, database, context)
      },
      validate: { (definition, name, blueprint, depth) throws(EngineError) in
        guard depth < 5 else { throw .stackValidationFailed("Recursion depth exceeds 5.") }
        let plan = try StackPlan(blueprint, file: file)
        try plan.validate(depth: depth + 1)
        try plan.template.checkProperties(definition.properties, of: name)
      })
  }
}

extension ResourceContext {
  /// Makes the stack that the resource is, or goes on with the one that is there.
  func createNestedStack(
    blueprint: Blueprint, file: String?, parameters: ValueMap, members: [String] = []
  ) async throws -> ResourceType.Creation {
    let runtime = runtime
    let (row, stack, id) = (row, stack, runtime.configuration.ids.next())
    let name = "\(stack.name)-\(row.name)-\(row.id.filter { $0 != "-" }.suffix(12))"
    let isShared = blueprint == plan.blueprint
    let work = try await runtime.store.write(.process) { database in
      if let known = try StackRow.nested(in: row.id, database) {
        return try StackWork(known, database, runtime)
      }
      let blueprintID = isShared ? stack.blueprintID : try blueprint.store(in: database)
      var nested = StackRow(
        id: id, name: name, blueprintID: blueprintID, file: file, parameters: parameters, now: runtime.now)
      nested.parentID = stack.id
      nested.parentResource = row.id
      return try StackWork(inserting: nested, members: members, database, runtime)
    }
    try await work.create()
    return ResourceType.Creation(physicalID: work.stack.id)
  }

  /// Removes the stack that the resource is.
  func deleteNestedStack() async throws {
    let (runtime, row) = (runtime, row)
    let work = try await runtime.store.write(.process) { database in
      try StackRow.nested(in: row.id, database).map { try StackWork($0, database, runtime) }
    }
    try await work?.deleteNested()
  }
}
