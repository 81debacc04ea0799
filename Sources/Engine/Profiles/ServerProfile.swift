import GRDB
import OpenStack

extension ProfileType {
  /// `os.nova.server` makes each node a server of the cloud.
  static let server = ProfileType(
    name: "os.nova.server-1.0",
    properties: [
      Schema("flavor", .string, required: true),
      Schema(
        "networks", .list,
        members: Schema.strings(
          "network", "port", "vnic_type", "fixed_ip", "floating_network", "floating_ip", "subnet")
          + Schema.lists("security_groups")),
      Schema(
        "personality", .list,
        members: [Schema("path", .string, required: true), Schema("contents", .string, required: true)]),
    ]
      + Schema.strings("admin_pass", "availability_zone", "image", "key_name", "name", "user_data")
      + Schema.booleans("auto_disk_config", "config_drive")
      + Schema.lists("block_device_mapping_v2", "security_groups")
      + Schema.maps("context", "metadata", "scheduler_hints"),
    blueprint: { (properties) throws(EngineError) in
      for entry in properties["networks"]?.list ?? [] {
        guard entry["port"] != nil || entry["network"] != nil else {
          throw .invalidSpec("One of 'port' or 'network' must be provided for each network entry.")
        }
      }
      return nil
    },
    create: { context in
      let node = context.node
      var properties = context.profile.properties
      var metadata = properties["metadata"]?.map ?? ValueMap()
      metadata["cluster_node_id"] = .string(node.id)
      metadata["cluster_id"] = .string(node.clusterID)
      metadata["cluster_node_index"] = .string("\(node.position)")
      properties["metadata"] = .map(metadata)
      let name = properties["name"]?.string ?? node.name
      return try await context.runtime.cloud.create(
        ThingRequest(.server, key: node.id, name: name, properties: properties)
      ).id
    },
    delete: { try await $0.runtime.cloud.delete(.server, key: $0.node.id) },
    details: { node, _, database in
      // What any driver keeps is asked of the cloud; the simulated one answers from the same file.
      try SimulatedServer.find(node.id, database)?.attributes["show"] ?? [:]
    })
}
