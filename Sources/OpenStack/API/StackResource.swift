/// A resource of a stack as Heat shows it (Orchestration API, Stack resources).
package struct StackResource: Hashable, Sendable {
  package var name: String
  package var type: String
  package var status: String
  package var reason: String
  /// The id of the real thing; empty before there is one.
  package var physicalID: String
  /// The name of the resource whose nested stack this resource is in, else nil.
  package var parent: String?
  /// Only in the answer for one resource.
  package var attributes: ValueMap

  /// Reads one entry of a list, or what is under `resource`.
  package init(reading value: Value) {
    name = value.text("resource_name")
    type = value.text("resource_type")
    status = value.text("resource_status")
    reason = value.text("resource_status_reason")
    physicalID = value.text("physical_resource_id")
    parent = value["parent_resource"]?.string
    attributes = value["attributes"]?.map ?? [:]
  }

  /// What an event says about its resource.
  package init(after event: StackEvent) {
    name = event.resourceName
    type = event.resourceType ?? ""
    status = event.status
    reason = event.reason
    physicalID = event.physicalID
    parent = nil
    attributes = [:]
  }

  package var hasFailed: Bool {
    status.hasSuffix("_FAILED")
  }
}

/// A change of state of a stack or of one of its resources (Orchestration API, Events).
package struct StackEvent: Hashable, Sendable {
  package var id: String
  package var time: String
  package var resourceName: String
  /// Absent in lists of an old Heat.
  package var resourceType: String?
  package var status: String
  package var reason: String
  package var physicalID: String

  /// Reads one entry of a list, or what is under `event`.
  package init(reading value: Value) {
    id = value.text("id")
    time = value.text("event_time")
    resourceName = value.text("resource_name")
    resourceType = value["resource_type"]?.string
    status = value.text("resource_status")
    reason = value.text("resource_status_reason")
    physicalID = value.text("physical_resource_id")
  }
}
