#if canImport(Glibc)
  import Glibc
#endif
import FoundationEssentials
package import Logging

/// What an engine is opened with besides its folder.
package struct EngineConfiguration: Sendable {
  /// The URL that webhooks begin with, without a slash at the end.
  package var publicEndpoint: String
  /// The simulated cloud, or what a test puts in its place; called with the engine's own database.
  package var driver: DriverFactory
  package var clock: any EngineClock
  package var ids: any IDSource
  /// Seeds the choice of the deletion policy's `RANDOM`.
  package var seed: UInt64
  /// How many driver calls run at once.
  package var driverConcurrency: Int
  package var logger: Logger

  package init(
    publicEndpoint: String = "http://127.0.0.1:8778",
    driver: DriverFactory = .simulated(),
    clock: any EngineClock = SystemClock(),
    ids: any IDSource = RandomIDs(),
    seed: UInt64 = 0,
    driverConcurrency: Int = 256,
    logger: Logger = Logger(label: "libretto.engine")
  ) {
    self.publicEndpoint = publicEndpoint
    self.driver = driver
    self.clock = clock
    self.ids = ids
    self.seed = seed
    self.driverConcurrency = driverConcurrency
    self.logger = logger
  }
}

/// The time that records carry and that cooldowns and timeouts are counted in.
package protocol EngineClock: Sendable {
  /// Seconds since 1970.
  var now: Double { get }

  /// Returns after the seconds have passed, or throws when the task is cancelled.
  func sleep(seconds: Double) async throws(CancellationError)
}

/// The clock of the machine.
package struct SystemClock: EngineClock {
  package init() {}

  package var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  package func sleep(seconds: Double) async throws(CancellationError) {
    do {
      try await Task.sleep(for: .seconds(seconds))
    } catch {
      throw CancellationError()
    }
  }
}

/// Where the ids of new things come from.
package protocol IDSource: Sendable {
  /// A UUID in lower case that was never given before.
  func next() -> String
}

/// Random UUIDs.
package struct RandomIDs: IDSource {
  package init() {}

  package func next() -> String {
    UUID().uuidString.lowercased()
  }
}
