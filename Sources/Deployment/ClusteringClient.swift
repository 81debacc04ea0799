package import OpenStack

/// The calls of the Clustering API that Libretto makes.
package struct ClusteringClient: Sendable {
  private let service: ServiceClient

  /// The endpoint is the address without a version, such as `http://host:8777`.
  package init(_ transport: any Transport, endpoint: String, token: String) {
    service = ServiceClient(
      transport: transport, endpoint: endpoint + "/v1", token: token,
      headers: [("OpenStack-API-Version", "clustering 1.14")])
  }

  package func clusters() async throws(DeploymentError) -> [Cluster] {
    try await service.call(.get, ["clusters"])["clusters"].items.map(Cluster.init(reading:))
  }

  package func cluster(_ identity: String) async throws(DeploymentError) -> Cluster {
    Cluster(reading: try await service.call(.get, ["clusters", identity])["cluster"] ?? .null)
  }

  package func nodes(ofCluster id: String) async throws(DeploymentError) -> [ClusterNode] {
    let query = [("cluster_id", id), ("sort", "index:asc")]
    return try await service.call(.get, ["nodes"], query: query)["nodes"].items
      .map(ClusterNode.init(reading:))
  }

  /// A node with what its profile knows of the real thing.
  package func node(_ identity: String) async throws(DeploymentError) -> ClusterNode {
    let answer = try await service.call(.get, ["nodes", identity], query: [("show_details", "true")])
    return ClusterNode(reading: answer["node"] ?? .null)
  }

  package func policies(ofCluster id: String) async throws(DeploymentError) -> [ClusterPolicy] {
    try await service.call(.get, ["clusters", id, "policies"])["cluster_policies"].items
      .map(ClusterPolicy.init(reading:))
  }

  package func policy(_ identity: String) async throws(DeploymentError) -> PolicyObject {
    PolicyObject(reading: try await service.call(.get, ["policies", identity])["policy"] ?? .null)
  }

  package func policies() async throws(DeploymentError) -> [PolicyObject] {
    try await service.call(.get, ["policies"])["policies"].items.map(PolicyObject.init(reading:))
  }

  package func deletePolicy(_ identity: String) async throws(DeploymentError) {
    _ = try await service.call(.delete, ["policies", identity])
  }

  package func receivers() async throws(DeploymentError) -> [Receiver] {
    try await service.call(.get, ["receivers"])["receivers"].items.map(Receiver.init(reading:))
  }

  package func actions(target: String) async throws(DeploymentError) -> [ActionObject] {
    try await service.call(.get, ["actions"], query: [("target", target)])["actions"].items
      .map(ActionObject.init(reading:))
  }

  package func action(_ id: String) async throws(DeploymentError) -> ActionObject {
    ActionObject(reading: try await service.call(.get, ["actions", id])["action"] ?? .null)
  }

  package func events(ofCluster id: String) async throws(DeploymentError) -> [ClusterEvent] {
    try await service.call(.get, ["events"], query: [("cluster_id", id)])["events"].items
      .map(ClusterEvent.init(reading:))
  }

  /// What a JSONPath such as `$.details.outputs` finds in each node; nodes without a match are left out.
  package func collect(
    _ path: String, ofCluster id: String
  ) async throws(DeploymentError) -> [(node: String, value: Value)] {
    try await service.call(.get, ["clusters", id, "attrs", path])["cluster_attributes"].items
      .map { ($0.text("id"), $0["value"] ?? .null) }
  }

  /// Asks a cluster to do something and returns the id of the action that does it.
  package func perform(
    _ operation: ClusterOperation, on cluster: String
  ) async throws(DeploymentError) -> String {
    let answer = try await service.call(.post, ["clusters", cluster, "actions"], body: operation.body)
    guard let id = answer["action"]?.string else {
      throw .unreadable("the answer to an action on cluster '\(cluster)' names no action")
    }
    return id
  }
}
