import Deployment
import OpenStack

/// A cluster with the name that the stack's template has for it.
struct StackCluster: Sendable {
  var name: String
  var cluster: Cluster
}

extension Target {
  /// The clusters that the stack made, in the template's order.
  func clusters(of stack: Stack) async throws(DeploymentError) -> [StackCluster] {
    var clusters: [StackCluster] = []
    for resource in try await heat.resources(of: stack)
    where resource.type == "OS::Senlin::Cluster" && !resource.physicalID.isEmpty {
      do throws(DeploymentError) {
        let cluster = try await clustering.cluster(resource.physicalID)
        clusters.append(StackCluster(name: resource.name, cluster: cluster))
      } catch  where error.status == 404 {
        // Deleted behind the stack's back.
        continue
      }
    }
    return clusters
  }

  /// Where the nodes of a cluster can be reached, by node; none for a cluster too big to ask each node.
  func addresses(of cluster: Cluster) async throws(DeploymentError) -> [String: String] {
    guard cluster.nodes.count <= 100 else { return [:] }
    var addresses: [String: String] = [:]
    do throws(DeploymentError) {
      for (node, details) in try await clustering.collect("$.details", ofCluster: cluster.id) {
        addresses[node] = try await addressTexts(in: details).joined(separator: ", ")
      }
    } catch  where error.status != nil {
      // A service that does not tell shows no addresses.
      return addresses
    }
    return addresses
  }

  /// What a server's addresses or a stack's outputs say; a stack that only wraps another is looked into.
  private func addressTexts(in details: Value) async throws(DeploymentError) -> [String] {
    if let servers = details["addresses"] { return servers.addressTexts }
    let own = (details["outputs"]?.list ?? []).flatMap(\.addressTexts)
    guard own.isEmpty, details["stack_name"] != nil else { return own }
    let stack = try await heat.stack(details.text("stack_name"), id: details.text("id"))
    for resource in try await heat.resources(of: stack) where !resource.physicalID.isEmpty {
      guard !resource.type.hasPrefix("OS::") else { continue }
      return try await heat.stack(resource.physicalID).outputs.flatMap { $0.value.addressTexts }
    }
    return []
  }
}

extension Value {
  /// The texts in outputs or in a server's addresses, in their order.
  fileprivate var addressTexts: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let items): items.flatMap(\.addressTexts)
    case .map(let map):
      (self["output_value"] ?? self["addr"])?.addressTexts ?? map.flatMap { $0.value.addressTexts }
    default: []
    }
  }
}
