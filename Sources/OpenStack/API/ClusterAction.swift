/// What a cluster can be asked to do (Clustering API, Cluster actions).
package enum ClusterOperation: Hashable, Sendable {
  /// As the attached scaling policy says; a count stands for the policy's own.
  case scaleOut(count: Int?)
  case scaleIn(count: Int?)
  /// Sets the size past the scaling policies.
  case resize(to: Int)

  /// The body of the request.
  package var body: Value {
    switch self {
    case .scaleOut(let count): ["scale_out": .inputs(count)]
    case .scaleIn(let count): ["scale_in": .inputs(count)]
    case .resize(let size):
      ["resize": ["adjustment_type": "EXACT_CAPACITY", "number": .integer(size), "strict": true]]
    }
  }
}

/// Work of Senlin on a cluster or a node (Clustering API, Actions).
package struct ActionObject: Hashable, Sendable {
  package var id: String
  package var name: String
  /// The verb, such as `CLUSTER_SCALE_OUT`.
  package var action: String
  package var target: String
  package var status: String
  package var reason: String

  /// Reads one entry of a list, or what is under `action`.
  package init(reading value: Value) {
    id = value.text("id")
    name = value.text("name")
    action = value.text("action")
    target = value.text("target")
    status = value.text("status")
    reason = value.text("status_reason")
  }

  package var isSettled: Bool {
    ["SUCCEEDED", "FAILED", "CANCELLED"].contains(status)
  }
}

/// A start or an end of an action on a cluster or a node (Clustering API, Events).
package struct ClusterEvent: Hashable, Sendable {
  package var id: String
  package var time: String
  package var objectName: String
  package var objectType: String
  package var action: String
  package var status: String
  package var reason: String
  package var clusterID: String

  /// Reads one entry of a list, or what is under `event`.
  package init(reading value: Value) {
    id = value.text("id")
    time = value.text("timestamp")
    objectName = value.text("oname")
    objectType = value.text("otype")
    action = value.text("action")
    status = value.text("status")
    reason = value.text("status_reason")
    clusterID = value.text("cluster_id")
  }
}

extension Value {
  fileprivate static func inputs(_ count: Int?) -> Value {
    count.map { ["count": .integer($0)] } ?? [:]
  }
}
