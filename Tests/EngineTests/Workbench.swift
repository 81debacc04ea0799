import Engine
import Foundation
import OpenStack
import Synchronization

/// A folder of its own, removed when the test is over.
final class TestFolder: Sendable {
  let folder: DataFolder

  init() throws {
    let path = NSTemporaryDirectory() + "/libretto-engine-" + UUID().uuidString
    folder = DataFolder(path)
    try folder.prepare()
  }

  /// The folder as a crash would leave it: a copy of the database's files at this moment.
  func crashed() throws -> TestFolder {
    let copy = try TestFolder()
    for suffix in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.database + suffix))
      try bytes.write(to: URL(fileURLWithPath: copy.folder.database + suffix))
    }
    return copy
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder.path)
  }
}

/// A clock that stands still until it is told to go on.
final class TestClock: EngineClock {
  private struct State {
    var now = 1_800_000_000.0
    var sleepers: [(id: UUID, until: Double, continuation: CheckedContinuation<Bool, Never>)] = []
  }

  private let state = Mutex(State())

  var now: Double { state.withLock { $0.now } }

  func advance(_ seconds: Double) {
    let due = state.withLock { state in
      state.now += seconds
      let due = state.sleepers.filter { $0.until <= state.now }
      state.sleepers.removeAll { $0.until <= state.now }
      return due
    }
    due.forEach { $0.continuation.resume(returning: true) }
  }

  func sleep(seconds: Double) async throws(CancellationError) {
    let id = UUID()
    let isDone = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isCancelled = Task.isCancelled
        let mustWait = state.withLock { state in
          guard seconds > 0, !isCancelled else { return false }
          state.sleepers.append((id, state.now + seconds, continuation))
          return true
        }
        if !mustWait { continuation.resume(returning: !isCancelled) }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        let index = state.sleepers.firstIndex { $0.id == id }
        return index.map { state.sleepers.remove(at: $0) }
      }
      sleeper?.continuation.resume(returning: false)
    }
    if !isDone || Task.isCancelled { throw CancellationError() }
  }
}

/// An engine on a folder of its own with a clock that stands still.
struct Workbench {
  let folder: TestFolder
  let clock = TestClock()
  let engine: Engine

  init(
    _ options: SimulationOptions = SimulationOptions(), driver: DriverFactory? = nil,
    folder: TestFolder? = nil
  ) async throws {
    let folder = try folder ?? TestFolder()
    self.folder = folder
    let configuration = EngineConfiguration(
      publicEndpoint: "http://engine", driver: driver ?? .simulated(options), clock: clock)
    engine = try await Engine.open(folder.folder, configuration: configuration)
  }

  /// Creates a stack of YAML text and waits until nothing is left to do.
  @discardableResult
  func create(
    _ name: String, _ template: String, files: [String: String] = [:], parameters: ValueMap = ValueMap(),
    environment: Value? = nil, disableRollback: Bool = true
  ) async throws -> StackRecord {
    let request = StackRequest(
      name: name, template: try Value(readingYAML: template), files: files, parameters: parameters,
      environment: environment, disableRollback: disableRollback)
    let stack = try await engine.createStack(request)
    await engine.waitUntilIdle()
    return try await engine.stack(stack.id)
  }

  /// The number of rows of each table that has any.
  func rows() async throws -> [String: Int] {
    try await engine.rowCounts()
  }
}

extension Workbench {
  /// The outputs of a stack by their keys.
  func outputs(_ stack: String) async throws -> [String: OpenStack.Value] {
    let outputs = try await engine.outputs(ofStack: stack)
    return Dictionary(outputs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
