package import Engine
import Hummingbird
package import Logging
import OpenStack

/// The engine behind a socket.
package struct EngineService: Sendable {
  private let engine: Engine
  private let token: String
  private let host: String
  private let port: Int
  private let logger: Logger

  /// An engine to serve; port 0 is any that is free.
  package init(_ engine: Engine, token: String, host: String, port: Int, logger: Logger? = nil) {
    self.engine = engine
    self.token = token
    self.host = host
    self.port = port
    var quiet = Logger(label: "libretto.service")
    quiet.logLevel = .warning
    self.logger = logger ?? quiet
  }

  /// Serves until the process is told to stop (SIGTERM, SIGINT) or the task is cancelled.
  ///
  /// `onServing` is told the port as soon as connections are taken.
  package func run(onServing: @escaping @Sendable (Int) async -> Void) async throws {
    let application = Application(
      responder: engineResponder(for: engine, token: token),
      configuration: .init(address: .hostname(host, port: port), serverName: "libretto"),
      onServerRunning: { channel in await onServing(channel.localAddress?.port ?? 0) },
      logger: logger)
    try await application.runService()
  }
}
