import Engine
import OpenStack
import Synchronization
import Testing

/// A driver that lets so many creations through and then stands still for ever, as a cloud does for a killed engine.
final class GatedDriver: NodeDriver {
  private let inner: any NodeDriver
  private let allowed: Mutex<Int>
  private let stuck = Mutex<[CheckedContinuation<Void, Never>]>([])
  /// Whether the thing is made before the engine is kept waiting for the answer.
  private let makesFirst: Bool

  init(_ inner: any NodeDriver, letting count: Int, makesFirst: Bool) {
    self.inner = inner
    self.makesFirst = makesFirst
    allowed = Mutex(count)
  }

  var stuckCount: Int { stuck.withLock { $0.count } }

  func create(_ request: ThingRequest) async throws(DriverError) -> Thing {
    let mayPass = allowed.withLock { count in
      count -= 1
      return count >= 0
    }
    if mayPass { return try await inner.create(request) }
    if makesFirst { _ = try await inner.create(request) }
    await withCheckedContinuation { continuation in stuck.withLock { $0.append(continuation) } }
    throw DriverError("Gone", "the engine that asked is gone")
  }

  func delete(_ kind: ThingKind, key: String) async throws(DriverError) {
    try await inner.delete(kind, key: key)
  }

  func find(_ kind: ThingKind, key: String) async throws(DriverError) -> Thing? {
    try await inner.find(kind, key: key)
  }

  /// Lets those who wait go, so that nothing is left behind by the test.
  func release() {
    stuck.withLock { stuck in
      stuck.forEach { $0.resume() }
      stuck = []
    }
  }
}

@Suite struct RecoveryTests {
  @Test(arguments: [0, 1, 2, 3, 4, 5], [false, true])
  func `a killed creation is taken up and ends well`(_ passed: Int, _ makesFirst: Bool) async throws {
    let gate = Mutex<GatedDriver?>(nil)
    let driver = DriverFactory.simulated().wrapped { inner in
      let driver = GatedDriver(inner, letting: passed, makesFirst: makesFirst)
      gate.withLock { $0 = driver }
      return driver
    }
    let bench = try await Workbench(driver: driver)
    let request = StackRequest(
      name: "vnf1", template: try Value(readingYAML: clusterTemplate), files: vduFiles)
    _ = try await bench.engine.createStack(request)
    let gated = try #require(gate.withLock { $0 })
    // Three nodes, one port at a time each: the gate is reached by all that are not through it.
    while gated.stuckCount < min(3, 6 - passed) { await Task.yield() }

    let second = try await Workbench(folder: bench.folder.crashed())
    await second.engine.waitUntilIdle()
    let stack = try await second.engine.stack("vnf1")
    #expect(stack.stackStatus == "CREATE_COMPLETE", "\(stack.statusReason)")
    #expect(try await second.engine.nodes().map(\.status) == ["ACTIVE", "ACTIVE", "ACTIVE"])
    #expect(try await second.engine.actions().allSatisfy { $0.status == "SUCCEEDED" })
    let rows = try await second.rows()
    #expect(rows["cloud_server"] == 3)
    #expect(rows["cloud_port"] == 3)

    try await second.engine.deleteStack("vnf1")
    await second.engine.waitUntilIdle()
    #expect(try await second.rows().keys.filter { $0.hasPrefix("cloud") }.isEmpty)
    gated.release()
    await bench.engine.close()
  }

  @Test func `an engine that is closed in the middle goes on when it is opened again`() async throws {
    let bench = try await Workbench(SimulationOptions(delay: 5))
    let request = StackRequest(
      name: "vnf1", template: try Value(readingYAML: clusterTemplate), files: vduFiles)
    _ = try await bench.engine.createStack(request)
    while try await bench.engine.nodes().isEmpty { await Task.yield() }
    await bench.engine.close()

    let second = try await Workbench(folder: bench.folder)
    await second.engine.waitUntilIdle()
    #expect(try await second.engine.stack("vnf1").stackStatus == "CREATE_COMPLETE")
    #expect(try await second.rows()["cloud_server"] == 3)
  }

  @Test func `a stack that is deleted while it is being made leaves nothing`() async throws {
    let bench = try await Workbench(SimulationOptions(delay: 5))
    let request = StackRequest(
      name: "vnf1", template: try Value(readingYAML: clusterTemplate), files: vduFiles)
    let stack = try await bench.engine.createStack(request)
    while try await bench.engine.nodes().isEmpty { await Task.yield() }
    try await bench.engine.deleteStack("vnf1")
    while try await bench.engine.stack(stack.id).status == "IN_PROGRESS" {
      bench.clock.advance(5)
      await Task.yield()
    }
    await bench.engine.waitUntilIdle()
    let rows = try await bench.rows()
    #expect(Set(rows.keys) == ["blueprint", "stack", "stack_event", "cluster_event", "grdb_migrations"])
  }
}
