/// How long to wait between two looks at a service: short at first, longer while nothing changes.
package struct Pace: Sendable {
  package var shortest: Duration
  package var longest: Duration

  package init(shortest: Duration, longest: Duration) {
    self.shortest = shortest
    self.longest = longest
  }

  /// For an engine in this process.
  package static let inProcess = Pace(shortest: .milliseconds(1), longest: .milliseconds(10))

  /// For a service behind a socket.
  package static let overSocket = Pace(shortest: .milliseconds(100), longest: .seconds(2))
}

/// Looks again and again until there is something to see or the time is over.
package struct Patience: Sendable {
  package let pace: Pace
  private let clock: any Clock<Duration>

  package init(_ pace: Pace, clock: any Clock<Duration> = ContinuousClock()) {
    self.pace = pace
    self.clock = clock
  }

  /// What `look` returns as soon as that is not nil; nil after `limit`.
  ///
  /// After a look that says `.changed` the next comes soon.
  package func wait<Sight: Sendable>(
    atMost limit: Duration, for look: () async throws(DeploymentError) -> Glance<Sight>
  ) async throws(DeploymentError) -> Sight? {
    try await wait(atMost: limit, on: clock, for: look)
  }

  private func wait<Sight: Sendable, Ticker: Clock<Duration>>(
    atMost limit: Duration, on clock: Ticker, for look: () async throws(DeploymentError) -> Glance<Sight>
  ) async throws(DeploymentError) -> Sight? {
    let end = clock.now.advanced(by: limit)
    var pause = pace.shortest
    while true {
      switch try await look() {
      case .done(let sight): return sight
      case .changed: pause = pace.shortest
      case .unchanged: pause = min(pause * 3 / 2, pace.longest)
      }
      guard clock.now < end else { return nil }
      let next = min(end, clock.now.advanced(by: pause))
      guard (try? await clock.sleep(until: next, tolerance: nil)) != nil else { return nil }
    }
  }
}

/// What one look found.
package enum Glance<Sight: Sendable>: Sendable {
  case done(Sight)
  case changed
  case unchanged
}
