extension ResourceType {
  /// `OS::Neutron::Subnet` is a subnet of the cloud.
  static let subnet = ResourceType(
    "OS::Neutron::Subnet",
    properties: [
      Schema("network", .string, required: true),
      Schema("allocation_pools", .list, members: Schema.strings("start", "end")),
      Schema("host_routes", .list, members: Schema.strings("destination", "nexthop")),
    ]
      + Schema.strings(
        "cidr", "gateway_ip", "ipv6_address_mode", "ipv6_ra_mode", "name", "segment", "subnetpool",
        "tenant_id")
      + Schema.integers("ip_version", "prefixlen") + Schema.booleans("enable_dhcp")
      + Schema.lists("dns_nameservers", "tags") + Schema.maps("value_specs"),
    attributes: [
      "allocation_pools", "cidr", "dns_nameservers", "enable_dhcp", "gateway_ip", "host_routes", "ip_version",
      "name",
      "network_id", "show", "tenant_id",
    ],
    create: { try await $0.createThing(.subnet) },
    delete: { try await $0.deleteThing(.subnet) })
}
