package import OpenStack

/// What a new stack is made of.
package struct StackRequest: Sendable {
  package var name: String
  /// The template as a map.
  package var template: Value
  /// The texts that `get_file` and nested types name.
  package var files: [String: String]
  package var parameters: ValueMap
  /// With `parameters`, `parameter_defaults` and `resource_registry`.
  package var environment: Value?
  package var disableRollback: Bool
  package var timeoutMinutes: Int?
  package var tags: [String]

  package init(
    name: String, template: Value, files: [String: String] = [:], parameters: ValueMap = ValueMap(),
    environment: Value? = nil, disableRollback: Bool = true, timeoutMinutes: Int? = nil, tags: [String] = []
  ) {
    self.name = name
    self.template = template
    self.files = files
    self.parameters = parameters
    self.environment = environment
    self.disableRollback = disableRollback
    self.timeoutMinutes = timeoutMinutes
    self.tags = tags
  }
}

/// A stack as Heat shows it; times are seconds since 1970.
package struct StackRecord: Hashable, Sendable {
  package var id: String
  package var name: String
  package var description: String?
  /// `CREATE`, `DELETE`, `UPDATE` or `ROLLBACK`.
  package var action: String
  /// `IN_PROGRESS`, `COMPLETE` or `FAILED`.
  package var status: String
  package var statusReason: String
  /// The stack that this one is nested in.
  package var parentID: String?
  /// With the pseudo parameters; hidden ones show as `******`.
  package var parameters: ValueMap
  package var disableRollback: Bool
  package var timeoutMinutes: Int?
  package var tags: [String]
  package var createdAt: Double
  package var updatedAt: Double?
  package var deletedAt: Double?

  /// `CREATE_COMPLETE` and the like.
  package var stackStatus: String { "\(action)_\(status)" }
}

/// A resource of a stack as Heat shows it.
package struct ResourceRecord: Hashable, Sendable {
  package var name: String
  package var type: String
  /// Empty until the thing exists.
  package var physicalID: String
  package var action: String
  package var status: String
  package var statusReason: String
  package var requiredBy: [String]
  package var stackID: String
  package var stackName: String
  /// The resource of the stack above that this one's stack belongs to.
  package var parentResource: String?
  /// The stack that this resource is made of.
  package var nestedStackID: String?
  package var createdAt: Double
  package var updatedAt: Double?
  /// Only where one resource is asked for.
  package var attributes: ValueMap = ValueMap()

  /// `CREATE_COMPLETE` and the like.
  package var resourceStatus: String { "\(action)_\(status)" }
}

/// A change of a stack's or a resource's state.
package struct StackEventRecord: Hashable, Sendable {
  package var id: String
  package var stackID: String
  package var stackName: String
  /// The stack's own name for an event of the stack itself.
  package var resourceName: String
  /// `OS::Heat::Stack` for an event of the stack itself.
  package var resourceType: String
  package var physicalID: String
  package var action: String
  package var status: String
  package var statusReason: String
  package var time: Double

  /// `CREATE_COMPLETE` and the like.
  package var resourceStatus: String { "\(action)_\(status)" }
}

/// An output of a stack.
package struct OutputRecord: Hashable, Sendable {
  package var key: String
  package var description: String?
  package var value: Value
  /// Why there is no value.
  package var error: String?
}
