import GRDB
import OpenStack

/// A Heat resource type that the engine runs: how its things are made, removed and asked.
struct ResourceType: Sendable {
  /// What came of a creation.
  struct Creation: Sendable {
    var physicalID: String
    /// What never changes while the thing lives; the rest is asked of `attribute`.
    var attributes = ValueMap()
    /// What the type itself wants to find again.
    var data: Value?
    /// The end of the URL that signals the resource.
    var token: String?
  }

  typealias Attribute = @Sendable (Database, AttributeContext, String) throws -> Value

  let name: String
  /// Nil for a type that takes what its template declares.
  let properties: [Schema]?
  /// Nil for a type that has what its template puts out.
  let attributes: Set<String>?
  /// Makes the thing, or finds the one that an engine made before it was killed.
  let create: @Sendable (ResourceContext) async throws -> Creation
  /// Removes the thing if it is there.
  let delete: @Sendable (ResourceContext) async throws -> Void
  let attribute: Attribute
  /// Checks what goes beyond a schema; the number is the depth of nesting so far.
  let validate: @Sendable (HeatResource, String, Blueprint, Int) throws(EngineError) -> Void
  let signal: (@Sendable (Runtime, ResourceRow) async throws(EngineError) -> Void)?
  /// Goes last when the stack is deleted, whatever its deletion policy says.
  let goesWithItsStack: Bool
  /// A type, and a property: what has the same value of it is made before, as Heat makes the subnets of a network before
  /// its ports.
  let follows: (type: String, sharing: String)?

  init(
    _ name: String, properties: [Schema]?, attributes: Set<String>?,
    goesWithItsStack: Bool = false, follows: (type: String, sharing: String)? = nil,
    create: @escaping @Sendable (ResourceContext) async throws -> Creation,
    delete: @escaping @Sendable (ResourceContext) async throws -> Void,
    attribute: @escaping Attribute = { _, context, name in context.row.attributes[name] ?? .null },
    validate: @escaping @Sendable (HeatResource, String, Blueprint, Int) throws(EngineError) -> Void = {
      (_, _, _, _) throws(EngineError) in
    },
    signal: (@Sendable (Runtime, ResourceRow) async throws(EngineError) -> Void)? = nil
  ) {
    self.name = name
    self.properties = properties
    self.attributes = attributes
    self.goesWithItsStack = goesWithItsStack
    self.follows = follows
    self.create = create
    self.delete = delete
    self.attribute = attribute
    self.validate = validate
    self.signal = signal
  }
}

/// A resource that is being made or removed.
struct ResourceContext: Sendable {
  let runtime: Runtime
  let stack: StackRow
  let row: ResourceRow
  let plan: StackPlan
  let step: StackPlan.Step
  /// With all functions resolved; empty when the resource is being removed.
  var properties = ValueMap()

  /// `STACK-RESOURCE-` and twelve characters, as Heat names things that have no name.
  var physicalName: String {
    properties["name"]?.string ?? "\(stack.name)-\(row.name)-\(row.id.filter { $0 != "-" }.suffix(12))"
  }
}

/// A resource whose attribute is asked for.
struct AttributeContext {
  let row: ResourceRow
  let plans: PlanCache
  let configuration: EngineConfiguration
}

extension ResourceType {
  /// The attributes that a resource of the type has: the type's own, or the outputs of the stack that it is.
  func attributeNames(_ row: ResourceRow, _ database: Database, _ context: AttributeContext) throws
    -> [String]
  {
    if let attributes { return attributes.sorted() }
    guard let stack = try StackRow.nested(in: row.id, database) else { return [] }
    return try context.plans.plan(database, blueprint: stack.blueprintID, file: stack.file).template.outputs
      .map(\.name)
  }

  /// The type of a name, as the blueprint's environment maps it.
  static func find(_ name: String, in blueprint: Blueprint) throws(EngineError) -> ResourceType {
    var name = name
    // A mapping may lead to another, but not for ever.
    for _ in 0..<8 {
      guard let target = blueprint.registry[name]?.string, target != name else { break }
      name = target
    }
    if blueprint.files[name] != nil || name.hasSuffix(".yaml") || name.hasSuffix(".template") {
      return .nestedStack(file: name)
    }
    guard let type = all[name] else {
      throw .stackValidationFailed("resource type \(name) is not supported by the built-in engine")
    }
    return type
  }

  /// Checks a resource's properties as they stand in the template.
  func check(_ given: ValueMap, of resource: String) throws(EngineError) {
    guard let properties else { return }
    do {
      try properties.check(given)
    } catch {
      throw .property(error, of: resource)
    }
  }
}

extension EngineError {
  /// Heat's sentence for a property that its type does not take.
  static func property(_ error: SchemaError, of resource: String) -> EngineError {
    let place = (["resources", resource, "properties"] + error.path).joined(separator: ".")
    let message =
      switch error.trouble {
      case .missing(let name): "Property \(name) not assigned"
      case .unknown(let name): "Unknown Property \(name)"
      case .wrong(let message): message
      }
    return .stackValidationFailed("Property error: : \(place): : \(message)")
  }
}
