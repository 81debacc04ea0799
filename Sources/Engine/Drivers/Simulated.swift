import GRDB
import OpenStack
import Synchronization

/// How the simulated cloud misbehaves, for tests and demonstrations.
package struct SimulationOptions: Sendable {
  /// What a failure may concern.
  package enum Operation: String, Sendable {
    case create, delete
  }

  /// Seconds that each creation and deletion takes.
  package var delay: Double
  /// The operations that fail; none by default.
  package var failing: Set<Operation>
  /// Only things whose name contains this text fail; any where it is empty.
  package var failingNames: String
  /// Only each so many-th thing of a kind fails; every one where it is 1.
  package var failingEvery: Int

  package init(
    delay: Double = 0, failing: Set<Operation> = [], failingNames: String = "", failingEvery: Int = 1
  ) {
    self.delay = delay
    self.failing = failing
    self.failingNames = failingNames
    self.failingEvery = failingEvery
  }
}

extension DriverFactory {
  /// A cloud that exists only in the engine's own database.
  package static func simulated(_ options: SimulationOptions = SimulationOptions()) -> DriverFactory {
    DriverFactory { store, clock in SimulatedCloud(store: store, clock: clock, options: options) }
  }
}

/// Servers, ports, networks and subnets that are rows of the engine's database and nothing more.
final class SimulatedCloud: NodeDriver {
  private let store: Store
  private let clock: any EngineClock
  private let options: SimulationOptions
  private let counts = Mutex<[ThingKind: Int]>([:])

  init(store: Store, clock: any EngineClock, options: SimulationOptions) {
    self.store = store
    self.clock = clock
    self.options = options
  }

  func create(_ request: ThingRequest) async throws(DriverError) -> Thing {
    try await simulate(.create, request.kind, name: request.name)
    return try await change { database in
      switch request.kind {
      case .server: try SimulatedServer.create(request, database)
      case .port: try SimulatedPort.create(request, server: nil, database)
      case .network: try SimulatedNetwork.create(request, database)
      case .subnet: try SimulatedSubnet.create(request, database)
      }
    }
  }

  func delete(_ kind: ThingKind, key: String) async throws(DriverError) {
    try await simulate(.delete, kind, name: key)
    try await change { database in
      switch kind {
      case .server:
        try database.run("DELETE FROM cloud_port WHERE server = ? AND id LIKE server || '-%'", [key])
        try database.run("UPDATE cloud_port SET server = NULL WHERE server = ?", [key])
        try database.run("DELETE FROM cloud_server WHERE id = ?", [key])
      case .port: try database.run("DELETE FROM cloud_port WHERE id = ?", [key])
      case .network: try database.run("DELETE FROM cloud_network WHERE id = ?", [key])
      case .subnet: try database.run("DELETE FROM cloud_subnet WHERE id = ?", [key])
      }
    }
  }

  func find(_ kind: ThingKind, key: String) async throws(DriverError) -> Thing? {
    try await change { database in
      switch kind {
      case .server: try SimulatedServer.find(key, database)
      case .port: try SimulatedPort.find(key, database)
      case .network: try SimulatedNetwork.find(key, database)
      case .subnet: try SimulatedSubnet.find(key, database)
      }
    }
  }

  private func simulate(
    _ operation: SimulationOptions.Operation, _ kind: ThingKind, name: String
  ) async throws(DriverError) {
    if options.delay > 0 {
      do {
        try await clock.sleep(seconds: options.delay)
      } catch {
        throw DriverError("Interrupted", "the work was interrupted")
      }
    }
    guard options.failing.contains(operation),
      options.failingNames.isEmpty || name.contains(options.failingNames)
    else { return }
    let count = counts.withLock { counts in
      counts[kind, default: 0] += 1
      return counts[kind, default: 0]
    }
    guard count % max(1, options.failingEvery) == 0 else { return }
    throw DriverError(
      "ResourceInError",
      "Went to status ERROR due to \"Message: the simulated cloud was told to fail to \(operation.rawValue) it, Code: 500\""
    )
  }

  private func change<Result: Sendable>(_ body: @escaping Store.Change<Result>) async throws(DriverError)
    -> Result
  {
    do {
      return try await store.write(.process, body)
    } catch {
      throw DriverError(error.name, error.message)
    }
  }
}
