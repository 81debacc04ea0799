package import OpenStack

/// What a client asks a cluster to do.
package enum ClusterAction: Hashable, Sendable {
  case scaleOut(count: Int?)
  case scaleIn(count: Int?)
  case resize(Resize)
  case attachPolicy(String, enabled: Bool)
  case detachPolicy(String)
  case updatePolicy(String, enabled: Bool)
  case check
}

/// A change of a cluster's size or of its bounds.
package struct Resize: Hashable, Sendable {
  package enum Adjustment: String, Sendable {
    case exactCapacity = "EXACT_CAPACITY"
    case changeInCapacity = "CHANGE_IN_CAPACITY"
    case changeInPercentage = "CHANGE_IN_PERCENTAGE"
  }

  package var adjustment: Adjustment?
  package var number: Double?
  package var minSize: Int?
  package var maxSize: Int?
  package var minStep: Int?
  /// False cuts the result to the bounds instead of failing.
  package var isStrict: Bool

  package init(
    _ adjustment: Adjustment? = nil, _ number: Double? = nil, minSize: Int? = nil, maxSize: Int? = nil,
    minStep: Int? = nil, isStrict: Bool = true
  ) {
    self.adjustment = adjustment
    self.number = number
    self.minSize = minSize
    self.maxSize = maxSize
    self.minStep = minStep
    self.isStrict = isStrict
  }
}

/// A cluster's action as Senlin shows it; times are seconds since 1970.
package struct ActionRecord: Hashable, Sendable {
  package var id: String
  package var name: String
  /// Such as `CLUSTER_SCALE_OUT`.
  package var action: String
  package var target: String
  package var clusterID: String
  /// `RPC Request`, or `Derived Action` for one that the engine itself asked for.
  package var cause: String
  package var owner: String?
  package var timeout: Int
  package var status: String
  package var statusReason: String
  package var inputs: ValueMap
  package var data: ValueMap
  package var startTime: Double?
  package var endTime: Double?
  package var createdAt: Double
  package var updatedAt: Double?
}

/// The beginning or the end of an action.
package struct ClusterEventRecord: Hashable, Sendable {
  package var id: String
  package var timestamp: Double
  /// Senlin's numbers: 20 is INFO, 40 is ERROR.
  package var level: Int
  package var objectID: String
  package var objectName: String
  /// `CLUSTER` or `NODE`.
  package var objectType: String
  package var clusterID: String
  package var action: String
  /// `start`, `end` or `error`.
  package var status: String
  package var statusReason: String
}

/// What a new receiver is made of.
package struct ReceiverRequest: Sendable {
  package var name: String
  package var type: String
  package var cluster: String
  package var action: String
  package var params: ValueMap

  package init(
    name: String, type: String = "webhook", cluster: String, action: String, params: ValueMap = ValueMap()
  ) {
    self.name = name
    self.type = type
    self.cluster = cluster
    self.action = action
    self.params = params
  }
}

/// A webhook that starts an action of a cluster.
package struct ReceiverRecord: Hashable, Sendable {
  package var id: String
  package var name: String
  package var type: String
  package var clusterID: String
  package var action: String
  package var params: ValueMap
  /// With `alarm_url`.
  package var channel: ValueMap
  package var createdAt: Double
  package var updatedAt: Double?
}
