import OpenStack

extension PolicyType {
  /// `senlin.policy.health` says how failed nodes are found and recovered; the engine keeps it and checks its spec.
  static let health = PolicyType(
    "senlin.policy.health", versions: ["1.0", "1.1", "1.2"], priority: 600,
    properties: [
      Schema(
        "detection", .map, required: true,
        members: [
          Schema("interval", .integer, minimum: 60),
          Schema("node_update_timeout", .integer),
          Schema("recovery_conditional", .string, allowed: ["ALL_FAILED", "ANY_FAILED"]),
          Schema(
            "detection_modes", .list,
            members: [
              Schema(
                "type", .string, required: true,
                allowed: [
                  "LIFECYCLE_EVENTS", "NODE_STATUS_POLLING", "NODE_STATUS_POLL_URL",
                  "HYPERVISOR_STATUS_POLLING",
                ]),
              Schema("options", .map, members: pollOptions),
            ]),
          // Version 1.0 had one mode here instead of the list above.
          Schema("type", .string), Schema("options", .map, members: pollOptions),
        ]),
      Schema(
        "recovery", .map, required: true,
        members: [
          Schema(
            "actions", .list,
            members: [
              Schema("name", .string, required: true, allowed: ["REBOOT", "REBUILD", "RECREATE"]),
              Schema("params", .map),
            ]),
          Schema("fencing", .list), Schema("node_delete_timeout", .integer),
          Schema("node_force_recreate", .boolean),
        ]),
    ],
    validate: { (properties) throws(EngineError) in
      guard properties["recovery"]?["actions"]?.list?.count ?? 0 <= 1 else {
        throw .invalidSpec("Only one 'actions' is supported for now.")
      }
      let modes = (properties["detection"]?["detection_modes"]?.list ?? []).compactMap { $0["type"]?.string }
      guard Set(modes).count == modes.count, modes.count <= 1 || !modes.contains("LIFECYCLE_EVENTS") else {
        throw .invalidSpec("Invalid detection modes in health policy: \(modes.joined(separator: ", "))")
      }
    })

  private static let pollOptions =
    Schema.strings("poll_url", "poll_url_healthy_response")
    + Schema.booleans("poll_url_ssl_verify", "poll_url_conn_error_as_unhealthy")
    + Schema.integers("poll_url_retry_limit", "poll_url_retry_interval")
}
