extension ResourceType {
  /// `OS::Neutron::Port` is a port of the cloud.
  static let port = ResourceType(
    "OS::Neutron::Port",
    properties: [
      Schema("network", .string, required: true),
      Schema("fixed_ips", .list, members: Schema.strings("ip_address", "subnet", "subnet_id")),
      Schema("allowed_address_pairs", .list, members: Schema.strings("ip_address", "mac_address")),
    ]
      + Schema.strings(
        "binding:vnic_type", "device_id", "device_owner", "dns_name", "mac_address", "name", "qos_policy")
      + Schema.booleans("admin_state_up", "no_fixed_ips", "port_security_enabled", "propagate_uplink_status")
      + Schema.lists("security_groups", "tags") + Schema.maps("value_specs"),
    attributes: [
      "admin_state_up", "allowed_address_pairs", "device_id", "device_owner", "dns_assignment", "fixed_ips",
      "mac_address", "name", "network", "network_id", "port_security_enabled", "propagate_uplink_status",
      "qos_policy_id", "security_groups", "show", "status", "subnets", "tenant_id",
    ],
    follows: ("OS::Neutron::Subnet", sharing: "network"),
    create: { try await $0.createThing(.port) },
    delete: { try await $0.deleteThing(.port) })
}
