import GRDB
import OpenStack

/// An action of a cluster on its way: decided in one transaction, done, and ended in another.
struct ClusterWork: Sendable {
  /// What is left to do after the decision.
  struct Journal: Sendable {
    /// The nodes that are being made.
    var creating: [NodeRow] = []
    /// The nodes that are being removed.
    var deleting: [NodeRow] = []
    var gracePeriod = 0.0
    let profile: ProfileRow
  }

  let action: ActionRow
  let runtime: Runtime

  @Sendable static func run(_ action: ActionRow, _ runtime: Runtime) async throws {
    let work = ClusterWork(action: action, runtime: runtime)
    let journal = try await runtime.store.write { try work.decide($0) }
    guard let journal else { return }
    let reason = try await work.perform(journal)
    try await runtime.store.write { try work.end(failure: reason, $0) }
  }

  /// Makes and removes the nodes; the reason of the first failure.
  private func perform(_ journal: Journal) async throws -> String? {
    if journal.gracePeriod > 0, !journal.deleting.isEmpty {
      try await runtime.configuration.clock.sleep(seconds: journal.gracePeriod)
    }
    guard let type = ProfileType.all.first(where: { $0.name == journal.profile.type }) else {
      return "The profile_type '\(journal.profile.type)' could not be found."
    }
    return try await withThrowingTaskGroup(of: String?.self) { group in
      for node in journal.creating {
        group.addTask {
          try await create(NodeContext(runtime: runtime, node: node, profile: journal.profile), type)
        }
      }
      for node in journal.deleting {
        group.addTask {
          try await delete(NodeContext(runtime: runtime, node: node, profile: journal.profile), type)
        }
      }
      var first: String?
      while let failure = try await group.next() { first = first ?? failure }
      return first
    }
  }

  private func create(_ context: NodeContext, _ type: ProfileType) async throws -> String? {
    let node = context.node
    do {
      let id = try await type.create(context)
      try await runtime.store.write(.process) { database in
        try NodeRow.change(
          node.id, from: "CREATING", to: "ACTIVE", "Creation succeeded", physicalID: id,
          createdAt: runtime.now,
          database)
      }
      return nil
    } catch {
      guard !error.isInterruption, !Task.isCancelled else { throw Interrupted() }
      let what = type.name.hasPrefix("os.heat") ? "stack" : "server"
      let reason = "Failed in creating \(what): \(Self.text(error))."
      try await runtime.store.write { database in
        try NodeRow.change(node.id, from: "CREATING", to: "ERROR", reason, database)
      }
      return "Failed in creating nodes: \(node.name): \(reason)"
    }
  }

  private func delete(_ context: NodeContext, _ type: ProfileType) async throws -> String? {
    let node = context.node
    do {
      try await type.delete(context)
      try await runtime.store.write(.process) { database in
        try database.run("DELETE FROM node WHERE id = ? AND status = 'DELETING'", [node.id])
      }
      return nil
    } catch {
      guard !error.isInterruption, !Task.isCancelled else { throw Interrupted() }
      let reason = "Failed in deleting node: \(Self.text(error))."
      try await runtime.store.write { database in
        try NodeRow.change(node.id, from: "DELETING", to: "ERROR", reason, database)
      }
      return "Failed in deleting nodes: \(node.name): \(reason)"
    }
  }

  private static func text(_ error: any Error) -> String {
    switch error {
    case let failure as ResourceFailure: "Resource CREATE failed: \(failure.text)"
    case let error as DriverError: error.message
    case is TimedOut: "Timed out"
    default: "\(error)"
    }
  }
}
