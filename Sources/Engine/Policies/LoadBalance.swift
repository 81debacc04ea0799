extension PolicyType {
  /// `senlin.policy.loadbalance` puts nodes behind a balancer; the engine keeps it and checks its spec.
  static let loadBalance = PolicyType(
    "senlin.policy.loadbalance", versions: ["1.0", "1.1", "1.2", "1.3"], priority: 500,
    properties: [
      Schema(
        "pool", .map,
        members: [
          Schema("protocol", .string, allowed: ["HTTP", "HTTPS", "TCP"]),
          Schema("protocol_port", .integer),
          Schema("subnet", .string, required: true),
          Schema("lb_method", .string, allowed: ["ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP"]),
          Schema("admin_state_up", .boolean),
          Schema("session_persistence", .map, members: Schema.strings("type", "cookie_name")),
          Schema("id", .string),
        ]),
      Schema(
        "vip", .map,
        members: Schema.strings("subnet", "network", "address", "protocol")
          + Schema.integers("connection_limit", "protocol_port") + Schema.booleans("admin_state_up")),
      Schema(
        "health_monitor", .map,
        members: Schema.strings("type", "http_method", "url_path", "expected_codes", "id")
          + Schema.integers("delay", "timeout", "max_retries") + Schema.booleans("admin_state_up")),
    ] + Schema.integers("lb_status_timeout")
      + Schema.strings("loadbalancer", "availability_zone", "flavor_id"))
}
