import GRDB
import OpenStack

extension ResourceType {
  /// `OS::Heat::AutoScalingGroup` is a nested stack whose resources are all made of one definition.
  static let autoScalingGroup = ResourceType(
    "OS::Heat::AutoScalingGroup",
    properties: [
      Schema("min_size", .integer, required: true, minimum: 0),
      Schema("max_size", .integer, required: true, minimum: 0),
      Schema("resource", .map, required: true),
      Schema("desired_capacity", .integer),
      Schema("cooldown", .integer),
      Schema("rolling_updates", .map),
    ],
    attributes: ["current_size", "outputs", "outputs_list", "refs", "refs_map", "show"],
    create: { context in
      let properties = context.properties
      let size = properties["desired_capacity"]?.wholeNumber ?? properties["min_size"]?.wholeNumber ?? 0
      let shared = context.plan.blueprint
      let group = Blueprint(
        template: ["heat_template_version": "2016-04-08"], files: shared.files,
        environment: shared.environment,
        member: properties["resource"])
      let ids = context.runtime.configuration.ids
      let members = (0..<size).map { _ in ResourceType.memberName(ids.next()) }
      var creation = try await context.createNestedStack(
        blueprint: group, file: nil, parameters: ValueMap(), members: members)
      creation.data = [
        "min_size": properties["min_size"] ?? 0, "max_size": properties["max_size"] ?? 0,
        "cooldown": properties["cooldown"] ?? .null,
      ]
      return creation
    },
    delete: { context in
      if let id = context.row.physicalID {
        await context.runtime.scheduler.drop(target: id)
        try await context.runtime.store.write { try $0.run("DELETE FROM action WHERE target = ?", [id]) }
      }
      try await context.deleteNestedStack()
    },
    attribute: { database, context, name in
      guard let stack = try StackRow.nested(in: context.row.id, database) else { return .null }
      let members = try ResourceRow.all(ofStack: stack.id, database).filter { $0.status == "COMPLETE" }
      switch name {
      case "current_size": return .integer(members.count)
      case "refs": return .list(members.map { .string($0.physicalID ?? $0.name) })
      case "refs_map": return .map(ValueMap(members.map { ($0.name, .string($0.physicalID ?? $0.name)) }))
      case "outputs", "outputs_list": return try outputs(name, of: stack, members, context, database)
      default: return .null
      }
    },
    validate: { (definition, name, blueprint, depth) throws(EngineError) in
      guard depth < 5 else { throw .stackValidationFailed("Recursion depth exceeds 5.") }
      let bounds = (definition["min_size"]?.wholeNumber, definition["max_size"]?.wholeNumber)
      if let least = bounds.0, let most = bounds.1, least > most {
        throw .property(
          SchemaError(path: ["min_size"], trouble: .wrong("MinSize can not be greater than MaxSize")),
          of: name)
      }
      guard let member = definition["resource"], let type = member["type"]?.string else {
        throw .property(SchemaError(path: ["resource"], trouble: .missing("type")), of: name)
      }
      let found = try ResourceType.find(type, in: blueprint)
      let properties = member["properties"]?.map ?? ValueMap()
      try found.check(properties, of: name)
      try found.validate(HeatResource(type: type, properties: properties), name, blueprint, depth + 1)
    })

  /// What the members put out, by the name of the output: a list of their values, or a map from their names.
  private static func outputs(
    _ form: String, of stack: StackRow, _ members: [ResourceRow], _ context: AttributeContext,
    _ database: Database
  ) throws -> Value {
    let plan = try context.plans.plan(database, blueprint: stack.blueprintID, file: stack.file)
    guard let type = plan.member?.type else { return .null }
    var outputs = ValueMap()
    for member in members {
      let inner = AttributeContext(row: member, plans: context.plans, configuration: context.configuration)
      for name in try type.attributeNames(member, database, context) {
        let value = try type.attribute(database, inner, name)
        if form == "outputs_list" {
          outputs[name] = .list((outputs[name]?.list ?? []) + [value])
        } else {
          var values = outputs[name]?.map ?? ValueMap()
          values[member.name] = value
          outputs[name] = .map(values)
        }
      }
    }
    return .map(outputs)
  }

  /// Twelve characters, as Heat names the members of a group.
  static func memberName(_ id: String) -> String {
    String(id.filter { $0 != "-" }.suffix(12))
  }
}
