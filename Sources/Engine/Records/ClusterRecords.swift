package import OpenStack

/// A profile: what a node is made of.
package struct ProfileRecord: Hashable, Sendable {
  package var id: String
  package var name: String
  /// Such as `os.heat.stack-1.0`.
  package var type: String
  package var spec: Value
  package var metadata: ValueMap
  package var createdAt: Double
  package var updatedAt: Double?
}

/// A policy that clusters can be attached to.
package struct PolicyRecord: Hashable, Sendable {
  package var id: String
  package var name: String
  /// Such as `senlin.policy.scaling-1.0`.
  package var type: String
  package var spec: Value
  package var data: ValueMap
  package var createdAt: Double
  package var updatedAt: Double?
}

/// What a new cluster is made of.
package struct ClusterRequest: Sendable {
  package var name: String
  /// The profile's id, name or the beginning of its id.
  package var profile: String
  package var minSize: Int
  /// -1 for no limit.
  package var maxSize: Int
  /// The least size where the request does not say.
  package var desiredCapacity: Int?
  package var timeout: Int?
  package var metadata: ValueMap
  package var config: ValueMap

  package init(
    name: String, profile: String, minSize: Int = 0, maxSize: Int = -1, desiredCapacity: Int? = nil,
    timeout: Int? = nil, metadata: ValueMap = ValueMap(), config: ValueMap = ValueMap()
  ) {
    self.name = name
    self.profile = profile
    self.minSize = minSize
    self.maxSize = maxSize
    self.desiredCapacity = desiredCapacity
    self.timeout = timeout
    self.metadata = metadata
    self.config = config
  }
}

/// A cluster as Senlin shows it; times are seconds since 1970.
package struct ClusterRecord: Hashable, Sendable {
  package var id: String
  package var name: String
  package var profileID: String
  package var profileName: String
  package var minSize: Int
  package var maxSize: Int
  package var desiredCapacity: Int
  package var timeout: Int
  package var config: ValueMap
  package var metadata: ValueMap
  package var data: ValueMap
  /// The ids of the members, in order of index.
  package var nodes: [String]
  /// The ids of the attached policies.
  package var policies: [String]
  package var status: String
  package var statusReason: String
  package var initAt: Double
  package var createdAt: Double?
  package var updatedAt: Double?
}

/// A member of a cluster.
package struct NodeRecord: Hashable, Sendable {
  package var id: String
  package var name: String
  package var clusterID: String
  package var profileID: String
  package var profileName: String
  package var physicalID: String?
  package var index: Int
  package var role: String
  package var metadata: ValueMap
  package var data: ValueMap
  package var isTainted: Bool
  package var status: String
  package var statusReason: String
  package var initAt: Double
  package var createdAt: Double?
  package var updatedAt: Double?
}

/// A policy's attachment to a cluster.
package struct BindingRecord: Hashable, Sendable {
  package var id: String
  package var clusterID: String
  package var clusterName: String
  package var policyID: String
  package var policyName: String
  package var policyType: String
  package var isEnabled: Bool
  package var priority: Int
  package var data: ValueMap?
  /// When the policy last scaled the cluster.
  package var lastOperation: Double?
}
