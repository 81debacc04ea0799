import OpenStack

extension ResourceType {
  /// `OS::Nova::Server` is a server of the cloud.
  static let server = ResourceType(
    "OS::Nova::Server",
    properties: [
      Schema("flavor", .string, required: true),
      Schema("networks", .list, members: networkEntry),
    ]
      + Schema.strings(
        "admin_pass", "availability_zone", "diskConfig", "flavor_update_policy", "image",
        "image_update_policy",
        "key_name", "name", "reservation_id", "software_config_transport", "user_data", "user_data_format",
        "user_data_update_policy")
      + Schema.lists("block_device_mapping", "block_device_mapping_v2", "security_groups", "tags")
      + Schema.maps("deployment_swift_data", "metadata", "personality", "scheduler_hints")
      + Schema.booleans("config_drive"),
    attributes: [
      "accessIPv4", "accessIPv6", "addresses", "console_urls", "first_address", "instance_name", "name",
      "networks",
      "os_collect_config", "show", "tags",
    ],
    create: { try await $0.createThing(.server) },
    delete: { try await $0.deleteThing(.server) })

  private static let networkEntry =
    Schema.strings("allocate_network", "fixed_ip", "floating_ip", "network", "port", "subnet", "tag", "uuid")
    + Schema.maps("port_extra_properties")
}

extension ResourceContext {
  /// Asks the cloud for a thing whose key is the resource's id.
  func createThing(_ kind: ThingKind) async throws -> ResourceType.Creation {
    let request = ThingRequest(kind, key: row.id, name: physicalName, properties: properties)
    let thing = try await runtime.cloud.create(request)
    return ResourceType.Creation(physicalID: thing.id, attributes: thing.attributes)
  }

  /// Has the cloud remove the thing whose key is the resource's id.
  func deleteThing(_ kind: ThingKind) async throws {
    try await runtime.cloud.delete(kind, key: row.id)
  }
}
