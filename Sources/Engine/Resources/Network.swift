extension ResourceType {
  /// `OS::Neutron::Net` is a network of the cloud.
  static let network = ResourceType(
    "OS::Neutron::Net",
    properties: Schema.strings("dns_domain", "name", "qos_policy", "tenant_id")
      + Schema.booleans("admin_state_up", "port_security_enabled", "shared")
      + Schema.lists("availability_zone_hints", "dhcp_agent_ids", "tags") + Schema.maps("value_specs"),
    attributes: [
      "admin_state_up", "l2_adjacency", "mtu", "name", "port_security_enabled", "qos_policy_id", "segments",
      "show",
      "status", "subnets", "tenant_id",
    ],
    create: { try await $0.createThing(.network) },
    delete: { try await $0.deleteThing(.network) })
}
