import ArgumentParser
import Deployment
import Glibc
import OpenStack

/// `libretto show`: a stack with its clusters and groups.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a deployment with the nodes, policies and webhooks of its clusters.")

  @Argument(help: "The name that the deployment was given, or the stack's id.", transform: stated)
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
    let names = try await resourceNames(of: stack)
    for entry in try await self.clusters(of: stack) {
      let cluster = entry.cluster
      let view = ClusterView(
        name: entry.name, names: names, cluster: cluster,
        nodes: try await clustering.nodes(ofCluster: cluster.id),
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

  /// The template's names by the ids of what was made.
  private func resourceNames(of stack: Stack) async throws(DeploymentError) -> [String: String] {
    let resources = try await heat.resources(of: stack).filter { !$0.physicalID.isEmpty }
    return Dictionary(resources.map { ($0.physicalID, $0.name) }) { first, _ in first }
  }
}

/// A cluster with all that belongs to it.
private struct ClusterView {
  var name: String
  /// The template's names of what the stack made, by id.
  var names: [String: String]
  var cluster: Cluster
  var nodes: [ClusterNode]
  var addresses: [String: String]
  var policies: [ClusterPolicy]
  var receivers: [Receiver]

  var sections: [(title: String, listing: Listing)] {
    let limit = cluster.maxSize < 0 ? "no limit" : String(cluster.maxSize)
    let title =
      "cluster \(name): \(cluster.status), \(nodes.count) nodes "
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
      rows: policies.map {
        [.string(names[$0.policyID] ?? $0.policyName), .string($0.policyType), .bool($0.isEnabled)]
      })
    let webhooks = Listing(
      columns: ["Webhook", "Action", "URL"],
      rows: receivers.map { [.string(names[$0.id] ?? $0.name), .string($0.action), .string($0.alarmURL)] })
    return [
      (title + reason, members), ("policies of \(name)", attached),
      ("webhooks of \(name)", webhooks),
    ]
  }

  var value: Value {
    [
      "resource": .string(name), "id": .string(cluster.id), "name": .string(cluster.name),
      "status": .string(cluster.status),
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
          [
            "name": .string(names[$0.policyID] ?? $0.policyName), "type": .string($0.policyType),
            "enabled": .bool($0.isEnabled),
          ]
        }),
      "webhooks": .list(
        receivers.map {
          [
            "name": .string(names[$0.id] ?? $0.name), "action": .string($0.action),
            "alarm_url": .string($0.alarmURL),
          ]
        }),
    ]
  }
}
