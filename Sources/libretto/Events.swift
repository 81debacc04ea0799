import ArgumentParser
import Deployment
import Glibc
import OpenStack

/// `libretto events`: what happened to a stack and its clusters.
struct Events: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Print what happened to a deployment and to its clusters, oldest first.")

  @Argument(help: "The name that the deployment was given, or the stack's id.", transform: stated)
  var name: String

  @OptionGroup var engine: EngineOptions
  @OptionGroup var listing: ListingOptions

  func run() async throws {
    let rows = try await engine.withTarget { target in
      let stack = try await target.stack(name)
      var rows = try await target.heat.events(of: stack).map { EventRow($0) }
      for cluster in try await target.clusters(of: stack) {
        rows += try await target.clustering.events(ofCluster: cluster.cluster.id).map { EventRow($0) }
      }
      return rows
    }
    // Times are in seconds. Within one, ids that order by time decide, else the order in which the services tell.
    let ordered = rows.enumerated().sorted {
      ($0.element.time, $0.element.order, $0.offset) < ($1.element.time, $1.element.order, $1.offset)
    }
    let found = Listing(
      columns: ["Time", "Name", "Type", "Status", "Reason"], rows: ordered.map { $0.element.cells })
    write(try found.text(listing), to: STDOUT_FILENO)
  }
}

/// An event of either service.
private struct EventRow: Sendable {
  var time: String
  /// The id, where it is a UUID of version 7 and so orders by time; else nothing.
  var order: String
  var name: String
  var type: String
  var status: String
  var reason: String

  init(_ event: StackEvent) {
    time = event.time
    order = Self.order(event.id)
    name = event.resourceName
    type = event.resourceType ?? ""
    status = event.status
    reason = event.reason
  }

  init(_ event: ClusterEvent) {
    // Senlin writes the zone as an offset or not at all; both are UTC.
    time = event.time.prefix(19) + "Z"
    order = Self.order(event.id)
    name = event.objectName
    type = event.objectType
    status = "\(event.action) \(event.status)"
    reason = event.reason
  }

  private static func order(_ id: String) -> String {
    id.split(separator: "-").dropFirst(2).first?.first == "7" ? id : ""
  }

  var cells: [Value] {
    [time, name, type, status, reason].map(Value.string)
  }
}
