package import OpenStack

// MARK: Stacks

extension Engine {
  /// Checks the request as Heat does before creating, and throws the first thing that is wrong.
  package func validateStack(_ request: StackRequest) async throws(EngineError) { throw .store("unfinished") }
  /// Writes the stack down and starts its creation.
  package func createStack(_ request: StackRequest) async throws(EngineError) -> StackRecord { throw .store("unfinished") }
  /// The stacks that are not nested and not deleted, newest first.
  package func stacks() async throws(EngineError) -> [StackRecord] { throw .store("unfinished") }
  /// A stack by id, or by name unless it is deleted.
  package func stack(_ nameOrID: String) async throws(EngineError) -> StackRecord { throw .store("unfinished") }
  /// Starts the stack's deletion.
  package func deleteStack(_ nameOrID: String) async throws(EngineError) { throw .store("unfinished") }
  /// The stack's resources in the template's order, followed by those of its nested stacks down to a depth.
  package func resources(ofStack id: String, nestedDepth: Int = 0) async throws(EngineError) -> [ResourceRecord] { throw .store("unfinished") }
  /// One resource with its attributes.
  package func resource(_ name: String, ofStack id: String) async throws(EngineError) -> ResourceRecord { throw .store("unfinished") }
  /// The stack's events, oldest first, after the marker's one.
  package func stackEvents(_ id: String, after marker: String? = nil, limit: Int? = nil, nestedDepth: Int = 0) async throws(EngineError) -> [StackEventRecord] { throw .store("unfinished") }
  /// The outputs with their values.
  package func outputs(ofStack id: String) async throws(EngineError) -> [OutputRecord] { throw .store("unfinished") }
  /// The template as it was given.
  package func template(ofStack id: String) async throws(EngineError) -> Value { throw .store("unfinished") }
  /// The files that came with the template.
  package func files(ofStack id: String) async throws(EngineError) -> [String: String] { throw .store("unfinished") }
  /// The environment that came with the template.
  package func environment(ofStack id: String) async throws(EngineError) -> Value { throw .store("unfinished") }
  /// Signals a resource; a scaling policy adjusts its group.
  package func signal(_ resource: String, ofStack id: String) async throws(EngineError) { throw .store("unfinished") }
  /// Signals the resource whose signal URL ends in the token.
  package func signal(token: String) async throws(EngineError) { throw .store("unfinished") }
  package static func isSupported(resourceType: String) -> Bool { false }
  package static var resourceTypes: [String] { [] }
}

// MARK: Profiles and policies

extension Engine {
  package func createProfile(name: String, spec: Value, metadata: ValueMap = ValueMap()) async throws(EngineError) -> ProfileRecord { throw .store("unfinished") }
  /// The profile that a spec would make, without storing it.
  package func validateProfile(spec: Value) async throws(EngineError) -> ProfileRecord { throw .store("unfinished") }
  package func profiles() async throws(EngineError) -> [ProfileRecord] { throw .store("unfinished") }
  package func profile(_ identity: String) async throws(EngineError) -> ProfileRecord { throw .store("unfinished") }
  package func deleteProfile(_ identity: String) async throws(EngineError) { throw .store("unfinished") }
  package func createPolicy(name: String, spec: Value) async throws(EngineError) -> PolicyRecord { throw .store("unfinished") }
  /// The policy that a spec would make, without storing it.
  package func validatePolicy(spec: Value) async throws(EngineError) -> PolicyRecord { throw .store("unfinished") }
  package func policies() async throws(EngineError) -> [PolicyRecord] { throw .store("unfinished") }
  package func policy(_ identity: String) async throws(EngineError) -> PolicyRecord { throw .store("unfinished") }
  package func deletePolicy(_ identity: String) async throws(EngineError) { throw .store("unfinished") }
  package static var profileTypes: [String] { [] }
  package static var policyTypes: [String] { [] }
}

// MARK: Clusters

extension Engine {
  /// Writes the cluster down and starts its creation.
  package func createCluster(_ request: ClusterRequest) async throws(EngineError) -> (cluster: ClusterRecord, action: String) { throw .store("unfinished") }
  package func clusters() async throws(EngineError) -> [ClusterRecord] { throw .store("unfinished") }
  package func cluster(_ identity: String) async throws(EngineError) -> ClusterRecord { throw .store("unfinished") }
  /// Starts the cluster's deletion; without force not while it is in a transient state.
  package func deleteCluster(_ identity: String, force: Bool = false) async throws(EngineError) -> String { throw .store("unfinished") }
  /// Starts an action of the cluster and returns the action's id.
  package func act(on cluster: String, _ action: ClusterAction) async throws(EngineError) -> String { throw .store("unfinished") }
  package func bindings(cluster: String) async throws(EngineError) -> [BindingRecord] { throw .store("unfinished") }
  /// The nodes of one cluster in order of index, or all nodes.
  package func nodes(cluster: String? = nil) async throws(EngineError) -> [NodeRecord] { throw .store("unfinished") }
  package func node(_ identity: String) async throws(EngineError) -> NodeRecord { throw .store("unfinished") }
  /// What the cloud knows of the node.
  package func nodeDetails(_ identity: String) async throws(EngineError) -> Value { throw .store("unfinished") }
  /// A path such as `$.details.outputs` evaluated on each node; nodes without a match are left out.
  package func collect(_ path: String, cluster: String) async throws(EngineError) -> [(node: String, value: Value)] { throw .store("unfinished") }
  /// The actions on one target, or all, oldest first.
  package func actions(target: String? = nil) async throws(EngineError) -> [ActionRecord] { throw .store("unfinished") }
  package func action(_ identity: String) async throws(EngineError) -> ActionRecord { throw .store("unfinished") }
  /// The events of one cluster, or all, oldest first.
  package func clusterEvents(cluster: String? = nil) async throws(EngineError) -> [ClusterEventRecord] { throw .store("unfinished") }
}

// MARK: Receivers

extension Engine {
  package func createReceiver(_ request: ReceiverRequest) async throws(EngineError) -> ReceiverRecord { throw .store("unfinished") }
  package func receivers() async throws(EngineError) -> [ReceiverRecord] { throw .store("unfinished") }
  package func receiver(_ identity: String) async throws(EngineError) -> ReceiverRecord { throw .store("unfinished") }
  package func deleteReceiver(_ identity: String) async throws(EngineError) { throw .store("unfinished") }
  /// Starts the receiver's action with its params and the given inputs over them; the action's id.
  package func trigger(receiver id: String, inputs: ValueMap = ValueMap()) async throws(EngineError) -> String { throw .store("unfinished") }
}
