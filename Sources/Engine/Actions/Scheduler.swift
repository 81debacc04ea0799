import Logging
import OpenStack

/// Runs actions as they come: one at a time for each target, targets beside each other.
///
/// What is to be done stands in the table of actions; here is only who runs now and who waits for whom.
actor Scheduler {

  private let store: Store
  private let configuration: EngineConfiguration
  private let plans = PlanCache()
  private let cloud: Cloud

  private var running: [String: (id: String, task: Task<Void, Never>)] = [:]
  private var queues: [String: [String]] = [:]
  /// Those who wait for the end of an action, each with a number to be called off by.
  private var waiters: [String: [(number: Int, continuation: CheckedContinuation<Void, any Error>)]] = [:]
  private var nextNumber = 0
  private var idlers: [CheckedContinuation<Void, Never>] = []
  private var isStopping = false

  init(store: Store, configuration: EngineConfiguration) {
    self.store = store
    self.configuration = configuration
    cloud = Cloud(
      configuration.driver.make(store, configuration.clock), concurrency: configuration.driverConcurrency)
  }

  nonisolated var runtime: Runtime {
    Runtime(store: store, configuration: configuration, cloud: cloud, plans: plans, scheduler: self)
  }

  /// Takes up every action that an engine left unfinished.
  func resume() async throws(EngineError) {
    let actions = try await store.read { try ActionRow.unfinished($0) }
    for action in actions {
      configuration.logger.info("taking up \(action.action) of \(action.target)")
      submit(action.id, target: action.target, preempting: ActionWork.preempts(action.action))
    }
  }

  /// Runs an action that was written down.
  ///
  /// If it is preempting, what runs on the target is told to stop, and what waits for it is dropped.
  func submit(_ id: String, target: String, preempting: Bool = false) {
    guard !isStopping, running[target]?.id != id, queues[target]?.contains(id) != true else { return }
    if preempting {
      let dropped = queues.removeValue(forKey: target) ?? []
      running[target]?.task.cancel()
      dropped.forEach(wake)
    }
    queues[target, default: []].append(id)
    startNext(target)
  }

  /// Tells what runs on a target that is going away to stop, and waits until it has.
  func drop(target: String) async {
    queues.removeValue(forKey: target)?.forEach(wake)
    guard let current = running[target] else { return }
    current.task.cancel()
    await current.task.value
  }

  /// Returns when the action has ended; at once where it has already.
  func wait(for id: String, target: String) async throws {
    guard running[target]?.id == id || queues[target]?.contains(id) == true else { return }
    nextNumber += 1
    let number = nextNumber
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled {
          continuation.resume(throwing: Interrupted())
        } else {
          waiters[id, default: []].append((number, continuation))
        }
      }
    } onCancel: {
      Task { await callOff(number, of: id) }
    }
  }

  func waitUntilIdle() async {
    guard !running.isEmpty, !isStopping else { return }
    await withCheckedContinuation { idlers.append($0) }
  }

  /// Returns when no action is unfinished, or after a while.
  func waitUntilIdle(atMost limit: Duration) async {
    let alarm = Task {
      guard (try? await Task.sleep(for: limit)) != nil else { return }
      wakeIdlers()
    }
    await waitUntilIdle()
    alarm.cancel()
  }

  private func wakeIdlers() {
    let waiting = idlers
    idlers = []
    waiting.forEach { $0.resume() }
  }

  /// Tells all that runs to stop where it is, and waits until it has.
  func stop() async {
    isStopping = true
    queues = [:]
    let tasks = running.values.map(\.task)
    tasks.forEach { $0.cancel() }
    for task in tasks { await task.value }
  }

  private func startNext(_ target: String) {
    guard running[target] == nil, !isStopping, var queue = queues[target], !queue.isEmpty else { return }
    let id = queue.removeFirst()
    queues[target] = queue.isEmpty ? nil : queue
    let runtime = runtime
    let task = Task {
      await ActionWork.run(id, runtime)
      finished(id, target)
    }
    running[target] = (id, task)
  }

  private func finished(_ id: String, _ target: String) {
    running[target] = nil
    wake(id)
    startNext(target)
    if running.isEmpty || isStopping {
      wakeIdlers()
    }
  }

  private func wake(_ id: String) {
    waiters.removeValue(forKey: id)?.forEach { $0.continuation.resume() }
  }

  private func callOff(_ number: Int, of id: String) {
    guard let index = waiters[id]?.firstIndex(where: { $0.number == number }) else { return }
    waiters[id]?.remove(at: index).continuation.resume(throwing: Interrupted())
  }
}
