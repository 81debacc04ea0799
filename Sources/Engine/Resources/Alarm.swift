import OpenStack

extension ResourceType {
  /// `OS::Aodh::GnocchiAggregationByResourcesAlarm` is kept with its properties; nothing is measured, so its state
  /// stays `insufficient data`.
  static let alarm = ResourceType(
    "OS::Aodh::GnocchiAggregationByResourcesAlarm",
    properties: [
      Schema("metric", .string, required: true),
      Schema("query", .string, required: true),
      Schema("resource_type", .string, required: true),
      Schema("threshold", .number, required: true),
      Schema("comparison_operator", .string, allowed: ["le", "ge", "eq", "lt", "gt", "ne"]),
      Schema("severity", .string, allowed: ["low", "moderate", "critical"]),
    ] + Schema.strings("aggregation_method", "description")
      + Schema.integers("evaluation_periods", "granularity")
      + Schema.booleans("enabled", "repeat_actions")
      + Schema.lists(
        "alarm_actions", "alarm_queues", "insufficient_data_actions", "insufficient_data_queues",
        "ok_actions",
        "ok_queues", "time_constraints"),
    attributes: ["show"],
    create: { context in
      var alarm = context.properties
      alarm["alarm_id"] = .string(context.row.id)
      alarm["state"] = "insufficient data"
      return Creation(physicalID: context.row.id, attributes: ["show": .map(alarm)])
    },
    delete: { _ in })
}
