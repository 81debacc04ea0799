import OpenStack
import Synchronization

/// What running work is given.
struct Runtime: Sendable {
  let store: Store
  let configuration: EngineConfiguration
  let cloud: Cloud
  let plans: PlanCache
  let scheduler: Scheduler

  var now: Double { configuration.clock.now }
}

/// Work that was told to stop.
///
/// What it had journaled stays as it is, for the work that follows to go on with.
struct Interrupted: Error {}

/// The driver, asked for so many things at once and no more.
final class Cloud: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  let driver: any NodeDriver
  private let state: Mutex<State>

  init(_ driver: any NodeDriver, concurrency: Int) {
    self.driver = driver
    state = Mutex(State(free: max(1, concurrency)))
  }

  func create(_ request: ThingRequest) async throws -> Thing {
    await enter()
    defer { leave() }
    return try await driver.create(request)
  }

  func delete(_ kind: ThingKind, key: String) async throws {
    await enter()
    defer { leave() }
    try await driver.delete(kind, key: key)
  }

  private func enter() async {
    await withCheckedContinuation { continuation in
      let mayEnter = state.withLock { state in
        guard state.free == 0 else {
          state.free -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if mayEnter { continuation.resume() }
    }
  }

  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
