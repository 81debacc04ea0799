import ArgumentParser
import Deployment
import Glibc
import OpenStack

/// `libretto show`: a stack with its clusters and groups.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a deployment with the nodes, policies and webhooks of its clusters.")

  @Argument(help: "The name that the deployment was given, or the stack's id.")
  var name: String

  @OptionGroup var engine: EngineOptions
  @OptionGroup var listing: ListingOptions

  func run() async throws {
    let record = try await engine.withTarget { target in
      let stack = try await target.stack(name)
      return try await target.record(of: stack)
    }
    write(try record.text(listing), to: STDOUT_FILENO)
  }
}

extension Target {
  fileprivate func record(of stack: Stack) async throws(DeploymentError) -> Record {
    var record = Record(fields: [
      ("id", .string(stack.id)), ("stack_name", .string(stack.name)),
      ("description", .string(stack.description)), ("stack_status", .string(stack.status)),
      ("stack_status_reason", .string(stack.reason)), ("creation_time", .string(stack.creationTime)),
    ])
    let receivers = try await clustering.receivers()
    var clusters: [Value] = []
    for cluster in try await self.clusters(of: stack) {
      let view = ClusterView(
        cluster: cluster, nodes: try await clustering.nodes(ofCluster: cluster.id),
        addresses: try await addresses(of: cluster),
        policies: try await clustering.policies(ofCluster: cluster.id),
        receivers: receivers.filter { $0.clusterID == cluster.id })
      clusters.append(view.value)
      record.sections += view.sections
    }
    record.fields.append(("clusters", .list(clusters)))
    let groups = try await groups(of: stack)
    record.fields.append(("groups", .list(groups.map(\.value))))
    record.sections += groups.map(\.section)
    return record
  }

  /// What the nodes' stacks give out, or where their servers are, by node.
  private func addresses(of cluster: Cluster) async throws(DeploymentError) -> [String: String] {
    var addresses: [String: String] = [:]
    for path in ["$.details.outputs", "$.details.addresses"] where addresses.isEmpty {
      do throws(DeploymentError) {
        for (node, value) in try await clustering.collect(path, ofCluster: cluster.id) {
          addresses[node] = value.addressTexts.joined(separator: ", ")
        }
      } catch  where error.status != nil {
        // A service that cannot collect shows no addresses.
        continue
      }
    }
    return addresses
  }
}

/// A cluster with all that belongs to it.
private struct ClusterView {
  var cluster: Cluster
  var nodes: [ClusterNode]
  var addresses: [String: String]
  var policies: [ClusterPolicy]
  var receivers: [Receiver]

  var sections: [(title: String, listing: Listing)] {
    let limit = cluster.maxSize < 0 ? "no limit" : String(cluster.maxSize)
    let title =
      "cluster \(cluster.name): \(cluster.status), \(nodes.count) nodes "
      + "(desired \(cluster.desiredCapacity), min \(cluster.minSize), max \(limit))"
    let reason = cluster.status == "ACTIVE" ? "" : "\n\(cluster.reason)"
    let members = Listing(
      columns: ["Name", "Index", "Status", "Address", "Physical ID"],
      rows: nodes.map { node in
        [
          .string(node.name), .integer(node.index), .string(node.status),
          .string(addresses[node.id] ?? ""), .string(node.physicalID),
        ]
      })
    let attached = Listing(
      columns: ["Policy", "Type", "Enabled"],
      rows: policies.map { [.string($0.policyName), .string($0.policyType), .bool($0.isEnabled)] })
    let webhooks = Listing(
      columns: ["Webhook", "Action", "URL"],
      rows: receivers.map { [.string($0.name), .string($0.action), .string($0.alarmURL)] })
    return [
      (title + reason, members), ("policies of \(cluster.name)", attached),
      ("webhooks of \(cluster.name)", webhooks),
    ]
  }

  var value: Value {
    [
      "id": .string(cluster.id), "name": .string(cluster.name), "status": .string(cluster.status),
      "status_reason": .string(cluster.reason), "desired_capacity": .integer(cluster.desiredCapacity),
      "min_size": .integer(cluster.minSize), "max_size": .integer(cluster.maxSize),
      "nodes": .list(
        nodes.map { node in
          [
            "id": .string(node.id), "name": .string(node.name), "index": .integer(node.index),
            "status": .string(node.status), "address": .string(addresses[node.id] ?? ""),
            "physical_id": .string(node.physicalID),
          ]
        }),
      "policies": .list(
        policies.map {
          ["name": .string($0.policyName), "type": .string($0.policyType), "enabled": .bool($0.isEnabled)]
        }),
      "webhooks": .list(
        receivers.map {
          ["name": .string($0.name), "action": .string($0.action), "alarm_url": .string($0.alarmURL)]
        }),
    ]
  }
}

extension Value {
  /// The texts in a stack's outputs or a server's addresses, in their order.
  fileprivate var addressTexts: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let items): items.flatMap { ($0["output_value"] ?? $0["addr"] ?? $0).addressTexts }
    case .map(let map): map.flatMap { $0.value.addressTexts }
    default: []
    }
  }
}
