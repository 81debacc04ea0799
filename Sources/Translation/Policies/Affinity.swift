import OpenStack

extension PolicyMapping {
  /// `libretto.policies.Affinity` keeps the nodes of a cluster on one host or on different ones, by a server group.
  static let affinity = PolicyMapping(
    "libretto.policies.Affinity", ofClusters: "affinity",
    reading: ["policy", "name", "availability_zone"], needsServers: { _ in true }
  ) { policy, _, template in
    var group = template.values(["name"], of: policy)
    group["policies"] = template.values(["policy"], of: policy)["policy"]
    var properties: ValueMap = ["servergroup": .map(group)]
    properties["availability_zone"] = template.values(["availability_zone"], of: policy)["availability_zone"]
    return SenlinSpec(type: "senlin.policy.affinity", version: "1.0", properties: properties)
  }
}
