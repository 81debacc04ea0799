import GRDB
import OpenStack

/// A Senlin policy type: what its spec may say, and what it does to the actions of a cluster.
struct PolicyType: Sendable {
  /// What a policy makes of an action that is about to begin.
  enum Verdict {
    case go
    /// The action succeeds without doing anything.
    case nothing(String)
    /// The action fails.
    case refuse(String)
  }

  typealias Before = @Sendable (PolicyContext, inout ActionPlan, Database) throws -> Verdict

  /// Without its version, such as `senlin.policy.scaling`.
  let name: String
  let versions: [String]
  /// The lower, the earlier it is asked.
  let priority: Int
  let isSingleton: Bool
  let properties: [Schema]
  /// Checks what goes beyond a schema.
  let validate: @Sendable (ValueMap) throws(EngineError) -> Void
  let before: Before
  /// Whether a success of the action counts as a scaling by this policy, for its cooldown.
  let servesAction: @Sendable (ValueMap, String) -> Bool

  init(
    _ name: String, versions: [String], priority: Int, isSingleton: Bool = true, properties: [Schema],
    validate: @escaping @Sendable (ValueMap) throws(EngineError) -> Void = { (_) throws(EngineError) in },
    before: @escaping Before = { _, _, _ in .go },
    servesAction: @escaping @Sendable (ValueMap, String) -> Bool = { _, _ in false }
  ) {
    self.name = name
    self.versions = versions
    self.priority = priority
    self.isSingleton = isSingleton
    self.properties = properties
    self.validate = validate
    self.before = before
    self.servesAction = servesAction
  }
}

/// A policy that is attached to the cluster of an action.
struct PolicyContext {
  let action: ActionRow
  let cluster: ClusterRow
  let nodes: [NodeRow]
  let binding: BindingRow
  /// The spec's properties.
  let properties: ValueMap
  let now: Double
  let seed: UInt64
}

/// What an action is going to do; the policies write into it.
struct ActionPlan {
  /// How many nodes are to be made.
  var creation: Int?
  /// How many nodes are to be removed.
  var deletion: Int?
  /// The nodes to be removed.
  var candidates: [String]?
  var destroysNodes = true
  var gracePeriod = 0.0
  var reducesCapacity = true
  /// The new bounds and size that a resize asks for.
  var minSize: Int?
  var maxSize: Int?
}

extension PolicyType {
  /// The type that a spec names, such as `senlin.policy.scaling` in version `1.0`.
  static func find(_ name: String, version: String) -> PolicyType? {
    all.first { $0.name == name && $0.versions.contains(version) }
  }

  /// The type of a policy's row, whose name ends in its version.
  static func find(_ type: String) -> PolicyType? {
    all.first { policy in policy.versions.contains { "\(policy.name)-\($0)" == type } }
  }

  static var names: [String] {
    all.flatMap { type in type.versions.map { "\(type.name)-\($0)" } }
  }
}
