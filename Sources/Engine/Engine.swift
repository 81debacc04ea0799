import GRDB

/// The built-in engine: stacks as Heat has them, clusters as Senlin has them, and a cloud underneath.
///
/// The truth is in the one database file of its folder; every call reads or changes that and nothing else. Work that
/// takes longer than a transaction is an action: a row that survives the process and is taken up when the engine opens.
package struct Engine: Sendable {
  let store: Store
  let scheduler: Scheduler
  let configuration: EngineConfiguration

  /// Opens the folder's database, brings it to the current schema and takes up every unfinished action.
  ///
  /// The caller holds the folder's lock, see ``DataFolder/claim(address:)``.
  package static func open(
    _ folder: DataFolder, configuration: EngineConfiguration = EngineConfiguration()
  ) async throws(EngineError) -> Engine {
    let store = try Store(opening: folder.database)
    let scheduler = Scheduler(store: store, configuration: configuration)
    let engine = Engine(store: store, scheduler: scheduler, configuration: configuration)
    try await scheduler.resume()
    return engine
  }

  /// Returns when no action is unfinished.
  package func waitUntilIdle() async {
    await scheduler.waitUntilIdle()
  }

  /// Returns when no action is unfinished, or after a while.
  package func waitUntilIdle(atMost limit: Duration) async {
    await scheduler.waitUntilIdle(atMost: limit)
  }

  /// Stops what runs, leaving it to be taken up at the next opening, and closes the database.
  package func close() async {
    await scheduler.stop()
    store.close()
  }
}

extension Engine {
  /// How many rows each table has that has any, for whoever wants to see what the database holds.
  package func rowCounts() async throws(EngineError) -> [String: Int] {
    try await store.read { database in
      let tables = try database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      ) { $0[0] as String }
      let counts = try tables.map { ($0, try database.count("SELECT COUNT(*) FROM \($0)")) }
      return Dictionary(counts.filter { $0.1 > 0 }) { first, _ in first }
    }
  }
}
