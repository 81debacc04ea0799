/// A cluster as Senlin shows it (Clustering API, Clusters).
package struct Cluster: Hashable, Sendable {
  package var id: String
  package var name: String
  package var status: String
  package var reason: String
  package var minSize: Int
  /// -1 when there is no limit.
  package var maxSize: Int
  package var desiredCapacity: Int
  package var profileName: String
  /// The ids of its nodes.
  package var nodes: [String]

  /// Reads one entry of a list, or what is under `cluster`.
  package init(reading value: Value) {
    id = value.text("id")
    name = value.text("name")
    status = value.text("status")
    reason = value.text("status_reason")
    minSize = value["min_size"]?.integer ?? 0
    maxSize = value["max_size"]?.integer ?? -1
    desiredCapacity = value["desired_capacity"]?.integer ?? 0
    profileName = value.text("profile_name")
    nodes = (value["nodes"]?.list ?? []).compactMap(\.string)
  }
}

/// A member of a cluster as Senlin shows it (Clustering API, Nodes).
package struct ClusterNode: Hashable, Sendable {
  package var id: String
  package var name: String
  package var index: Int
  package var status: String
  package var reason: String
  /// The id of the stack or the server behind the node; empty before there is one.
  package var physicalID: String
  /// What the profile knows of the real thing; only when asked for.
  package var details: ValueMap

  /// Reads one entry of a list, or what is under `node`.
  package init(reading value: Value) {
    id = value.text("id")
    name = value.text("name")
    index = value["index"]?.integer ?? -1
    status = value.text("status")
    reason = value.text("status_reason")
    physicalID = value.text("physical_id")
    details = value["details"]?.map ?? [:]
  }
}

/// A policy that is attached to a cluster (Clustering API, Cluster policies).
package struct ClusterPolicy: Hashable, Sendable {
  package var policyID: String
  package var policyName: String
  package var policyType: String
  package var isEnabled: Bool
  /// When it last scaled the cluster, else nil.
  package var lastOperation: String?

  /// Reads one entry of a list.
  package init(reading value: Value) {
    policyID = value.text("policy_id")
    policyName = value.text("policy_name")
    policyType = value.text("policy_type")
    isEnabled = value["enabled"]?.bool ?? true
    lastOperation = value["last_op"]?.string
  }
}

/// A policy with its spec (Clustering API, Policies).
package struct PolicyObject: Hashable, Sendable {
  package var id: String
  package var name: String
  package var type: String
  /// The `properties` of the spec.
  package var properties: Value

  /// Reads one entry of a list, or what is under `policy`.
  package init(reading value: Value) {
    id = value.text("id")
    name = value.text("name")
    type = value.text("type")
    properties = value["spec"]?["properties"] ?? [:]
  }
}

/// What starts a cluster's action from outside (Clustering API, Receivers).
package struct Receiver: Hashable, Sendable {
  package var id: String
  package var name: String
  package var clusterID: String
  package var action: String
  /// The webhook's address; empty for other receivers.
  package var alarmURL: String

  /// Reads one entry of a list, or what is under `receiver`.
  package init(reading value: Value) {
    id = value.text("id")
    name = value.text("name")
    clusterID = value.text("cluster_id")
    action = value.text("action")
    alarmURL = value["channel"]?.text("alarm_url") ?? ""
  }
}
