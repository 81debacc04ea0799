import GRDB
import Logging
import OpenStack

/// What the engine does for each kind of action.
struct ActionWork: Sendable {
  typealias Body = @Sendable (ActionRow, Runtime) async throws -> Void

  /// Whether the action takes the place of what runs on its target.
  let preempts: Bool
  let body: Body

  private static let all: [String: ActionWork] = [
    "STACK_CREATE": ActionWork(preempts: false, body: createStack),
    "STACK_DELETE": ActionWork(preempts: true, body: deleteStack),
    "GROUP_RESIZE": ActionWork(preempts: false, body: resizeGroup),
    "CLUSTER_DELETE": ActionWork(preempts: true, body: ClusterWork.run),
  ]

  private static func find(_ action: String) -> ActionWork {
    all[action] ?? ActionWork(preempts: false, body: ClusterWork.run)
  }

  static func preempts(_ action: String) -> Bool {
    find(action).preempts
  }

  /// Runs an action to its end, or until it is told to stop.
  static func run(_ id: String, _ runtime: Runtime) async {
    do {
      let action = try await runtime.store.read { try ActionRow.find($0, id) }
      guard let action else { return }
      try await find(action.action).body(action, runtime)
    } catch  where error.isInterruption || Task.isCancelled {
      // What it had journaled is for the next to go on with.
      runtime.configuration.logger.debug("action \(id) was interrupted")
    } catch {
      runtime.configuration.logger.error("action \(id): \(error)")
      try? await runtime.store.write { database in
        try database.run(
          "UPDATE action SET status = 'FAILED', reason = ?, end_time = ? WHERE id = ?",
          ["\(error)", runtime.now, id])
      }
    }
  }
}
