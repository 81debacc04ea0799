/// A stack as Heat shows it (Orchestration API, Stacks).
package struct Stack: Hashable, Sendable {
  package var id: String
  package var name: String
  /// Action and status in one, such as `CREATE_COMPLETE`.
  package var status: String
  package var reason: String
  package var description: String
  package var creationTime: String
  package var updatedTime: String?
  /// The values of the template's parameters, each as text; only in the answer for one stack.
  package var parameters: ValueMap
  package var outputs: [StackOutput]

  /// Reads one entry of a list, or what is under `stack`.
  package init(reading value: Value) {
    id = value.text("id")
    name = value.text("stack_name")
    status = value.text("stack_status")
    reason = value.text("stack_status_reason")
    description = value.text("description")
    creationTime = value.text("creation_time")
    updatedTime = value["updated_time"]?.string
    parameters = value["parameters"]?.map ?? [:]
    outputs = (value["outputs"]?.list ?? []).map(StackOutput.init(reading:))
  }

  /// Whether no action works on the stack any more.
  package var isSettled: Bool {
    !status.hasSuffix("_IN_PROGRESS")
  }

  /// Whether the last action ended well.
  package var isComplete: Bool {
    status.hasSuffix("_COMPLETE")
  }
}

/// An output of a stack with its value.
package struct StackOutput: Hashable, Sendable {
  package var key: String
  package var value: Value
  package var description: String
  /// Why the value could not be made, else nil.
  package var error: String?

  /// Reads one entry of a stack's outputs, or what is under `output`.
  package init(reading value: Value) {
    key = value.text("output_key")
    self.value = value["output_value"] ?? .null
    description = value.text("description")
    error = value["output_error"]?.string
  }
}

/// What a new stack is made of (Orchestration API, Create stack).
package struct StackCreation: Hashable, Sendable {
  package var name: String
  /// A HOT template as a map.
  package var template: Value
  /// The texts that the template's `get_file` and nested types name.
  package var files: ValueMap
  package var parameters: ValueMap
  package var disablesRollback: Bool
  package var timeoutMinutes: Int?

  package init(
    name: String, template: Value, files: ValueMap = [:], parameters: ValueMap = [:],
    disablesRollback: Bool = true, timeoutMinutes: Int? = nil
  ) {
    self.name = name
    self.template = template
    self.files = files
    self.parameters = parameters
    self.disablesRollback = disablesRollback
    self.timeoutMinutes = timeoutMinutes
  }

  /// The body of the request.
  package var body: Value {
    var map: ValueMap = [
      "stack_name": .string(name), "template": template, "files": .map(files),
      "parameters": .map(parameters), "disable_rollback": .bool(disablesRollback),
    ]
    map["timeout_mins"] = timeoutMinutes.map(Value.integer)
    return .map(map)
  }
}

extension Value {
  /// The text under a key, empty when there is none.
  package func text(_ key: String) -> String {
    self[key]?.string ?? ""
  }
}
