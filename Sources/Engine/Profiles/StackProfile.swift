import GRDB
import OpenStack

extension ProfileType {
  /// `os.heat.stack` makes each node a stack of this engine.
  static let stack = ProfileType(
    name: "os.heat.stack-1.0",
    properties: Schema.maps("context", "environment", "files", "parameters", "template")
      + Schema.strings("template_url") + Schema.integers("timeout") + Schema.booleans("disable_rollback"),
    blueprint: { (properties) throws(EngineError) in
      guard let template = properties["template"], template.map?.isEmpty == false else {
        throw .invalidSpec(
          "Both template and template_url are not specified for profile 'os.heat.stack-1.0'.")
      }
      let files = properties["files"]?.map ?? ValueMap()
      let blueprint = Blueprint(
        template: template,
        files: Dictionary(files.map { ($0.key, $0.value.text) }) { first, _ in first },
        environment: properties["environment"])
      let plan = try StackPlan(blueprint)
      try plan.validate()
      _ = try plan.template.parameterValues(
        properties["parameters"]?.map ?? ValueMap(), environment: blueprint.environment)
      return blueprint
    },
    create: { context in
      let (runtime, node, profile) = (context.runtime, context.node, context.profile)
      let id = runtime.configuration.ids.next()
      let work = try await runtime.store.write(.process) { database in
        if let known = try StackRow.node(node.id, database) { return try StackWork(known, database, runtime) }
        guard let blueprintID = profile.blueprintID else {
          throw EngineError.invalidSpec("The profile has no template.")
        }
        var stack = StackRow(
          id: id, name: "\(node.name)-\(id.suffix(8))", blueprintID: blueprintID,
          parameters: profile.properties["parameters"]?.map ?? ValueMap(), now: runtime.now)
        stack.nodeID = node.id
        stack.tags = [
          "cluster_node_id=\(node.id)", "cluster_id=\(node.clusterID)", "cluster_node_index=\(node.position)",
        ]
        return try StackWork(inserting: stack, database, runtime)
      }
      if let minutes = profile.properties["timeout"]?.double {
        try await runtime.withDeadline(work.stack.createdAt + minutes * 60) { try await work.create() }
      } else {
        try await work.create()
      }
      return work.stack.id
    },
    delete: { context in
      let runtime = context.runtime
      let work = try await runtime.store.write(.process) { database in
        try StackRow.node(context.node.id, database).map { try StackWork($0, database, runtime) }
      }
      try await work?.deleteNested()
    },
    details: { node, runtime, database in
      guard let stack = try StackRow.node(node.id, database) else { return [:] }
      let plan = try runtime.plans.plan(database, blueprint: stack.blueprintID, file: stack.file)
      let scope = try stack.scope(plan, database, plans: runtime.plans, configuration: runtime.configuration)
      let outputs = try plan.template.outputs.map { output in
        ["output_key": .string(output.name), "output_value": try output.element.value.resolved(in: scope)]
          as Value
      }
      return [
        "id": .string(stack.id), "stack_name": .string(stack.name),
        "stack_status": .string("\(stack.action)_\(stack.status)"), "outputs": .list(outputs),
      ]
    })
}
