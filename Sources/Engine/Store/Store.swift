import GRDB
import Synchronization

/// The engine's database file.
///
/// Changes are committed in groups: those that arrive while a commit is under way share the next one. Five hundred
/// nodes that take the same step cost one transaction, and each caller goes on only after its change is on the disk.
package struct Store: Sendable {
  /// A change: it reads and writes the database and has no other effect, because it may be run twice.
  typealias Change<Result> = @Sendable (Database) throws -> Result

  private let pool: DatabasePool
  private let queue = CommitQueue()

  /// Opens or makes the file and brings it to the current schema.
  package init(opening path: String) throws(EngineError) {
    do {
      var configuration = Configuration()
      configuration.label = "libretto"
      configuration.maximumReaderCount = 4
      configuration.busyMode = .timeout(5)
      pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { database in
        guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
      }
      guard try !pool.read(DatabaseMigrator.engine.hasBeenSuperseded) else {
        throw EngineError.newerSchema(path)
      }
      try DatabaseMigrator.engine.migrate(pool)
    } catch let error as EngineError {
      throw error
    } catch {
      throw .database(error, path: path)
    }
  }

  /// Reads one state of the database, beside any change under way.
  func read<Result: Sendable>(_ body: @escaping Change<Result>) async throws(EngineError) -> Result {
    do {
      return try await pool.read(body)
    } catch {
      throw .wrapping(error, path: pool.path)
    }
  }

  /// How much a committed change survives.
  enum Durability: Sendable {
    /// The end of the process, and the loss of power: requests, decisions, what is journaled before the cloud is
    /// asked, and the ends of actions.
    case full
    /// The end of the process. After a loss of power it may be missing, but nothing that was committed later is there
    /// without it: what the cloud answered, which it answers again when it is asked with the same key.
    case process
  }

  /// Makes a change, whole or not at all, and returns after it is committed.
  func write<Result: Sendable>(
    _ durability: Durability = .full, _ body: @escaping Change<Result>
  ) async throws(EngineError) -> Result {
    let result: Swift.Result<Result, EngineError> = await withCheckedContinuation { continuation in
      queue.add(QueuedChange(body, durability, path: pool.path, continuation), to: pool)
    }
    return try result.get()
  }

  /// Ends the connections; a later call throws.
  func close() {
    // The last connections to go are readers, which leave the log beside the file.
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try? pool.close()
  }
}

/// The changes that wait for the next commit.
private final class CommitQueue: Sendable {
  private struct State {
    var waiting: [any Committable] = []
    var isCommitting = false
  }

  private let state = Mutex(State())

  func add(_ change: any Committable, to pool: DatabasePool) {
    let mustStart = state.withLock { state in
      state.waiting.append(change)
      defer { state.isCommitting = true }
      return !state.isCommitting
    }
    guard mustStart else { return }
    pool.asyncWriteWithoutTransaction { [self] database in
      while let changes = take() {
        commit(changes, to: database)
      }
    }
  }

  private func take() -> [any Committable]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isCommitting = false
        return nil
      }
      defer { state.waiting = [] }
      return state.waiting
    }
  }

  /// Commits all changes at once; when one of them fails, each is made again by itself.
  private func commit(_ changes: [any Committable], to database: Database) {
    do {
      // One that must reach the disk takes all before it along, because they stand before it in the log.
      let isFull = changes.contains { $0.durability == .full }
      try database.execute(sql: "PRAGMA synchronous = \(isFull ? "FULL" : "NORMAL")")
      try database.inTransaction(.immediate) {
        for change in changes {
          try change.make(in: database)
        }
        return .commit
      }
      for change in changes { change.finish() }
    } catch {
      for change in changes {
        do {
          try database.inTransaction(.immediate) {
            try change.make(in: database)
            return .commit
          }
          change.finish()
        } catch {
          change.fail(error)
        }
      }
    }
  }
}

private protocol Committable: AnyObject, Sendable {
  var durability: Store.Durability { get }
  func make(in database: Database) throws
  func finish()
  func fail(_ error: any Error)
}

private final class QueuedChange<Result: Sendable>: Committable {
  let durability: Store.Durability
  private let body: Store.Change<Result>
  private let path: String
  private let continuation: CheckedContinuation<Swift.Result<Result, EngineError>, Never>
  private let outcome = Mutex<Result?>(nil)

  init(
    _ body: @escaping Store.Change<Result>, _ durability: Store.Durability, path: String,
    _ continuation: CheckedContinuation<Swift.Result<Result, EngineError>, Never>
  ) {
    self.body = body
    self.durability = durability
    self.path = path
    self.continuation = continuation
  }

  func make(in database: Database) throws {
    let result = try body(database)
    outcome.withLock { $0 = result }
  }

  func finish() {
    guard let result = outcome.withLock({ $0 }) else {
      preconditionFailure("a change finished before it was made")
    }
    continuation.resume(returning: .success(result))
  }

  func fail(_ error: any Error) {
    continuation.resume(returning: .failure(.wrapping(error, path: path)))
  }
}

extension EngineError {
  /// Keeps an error of the engine and explains one of the database.
  fileprivate static func wrapping(_ error: any Error, path: String) -> EngineError {
    error as? EngineError ?? database(error, path: path)
  }

  fileprivate static func newerSchema(_ path: String) -> EngineError {
    .store(
      "'\(path)' was written by a newer version of libretto; use that version or name another folder with --data"
    )
  }

  fileprivate static func database(_ error: any Error, path: String) -> EngineError {
    guard let error = error as? DatabaseError else { return .store("'\(path)': \(error)") }
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return .store("'\(path)' is damaged; move it away to begin anew, or put a copy of it in its place")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return .store("'\(path)' cannot be written; change its permissions or name another folder with --data")
    case .SQLITE_FULL:
      return .store("the disk of '\(path)' is full; make room and try again")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .store("'\(path)' is in use by another process; end that and try again")
    default:
      return .store("'\(path)': \(error.message ?? "database error \(error.resultCode.rawValue)")")
    }
  }
}
