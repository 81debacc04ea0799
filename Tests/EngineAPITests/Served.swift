import Deployment
import Engine
import EngineAPI
import FoundationEssentials
import Logging
import OpenStack
import Synchronization

/// How a scenario reaches the engine.
enum Carrier: CaseIterable, Sendable {
  case inProcess, socket
}

/// An engine of its own in a folder of its own, with what a client needs.
struct Served: Sendable {
  static let token = "a-token-for-tests"

  let transport: any Transport
  let address: String
  let engine: Engine

  var heat: HeatClient {
    HeatClient(transport, endpoint: address + "/orchestration/v1/libretto", token: Served.token)
  }

  var clustering: ClusteringClient {
    ClusteringClient(transport, endpoint: address + "/clustering", token: Served.token)
  }

  var deployment: StackDeployment {
    StackDeployment(heat, patience: Patience(Pace(shortest: .milliseconds(1), longest: .milliseconds(20))))
  }

  /// A bare call, with the token unless headers are given.
  func call(
    _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
    headers: [(name: String, value: String)] = [("X-Auth-Token", Served.token)]
  ) async throws -> HTTPResponse {
    var headers = headers
    if !body.isEmpty { headers.append(("Content-Type", "application/json")) }
    return try await transport.send(
      HTTPRequest(method, address + path, headers: headers, body: Array(body.utf8)))
  }

  /// Opens an engine, reaches it as the carrier says, and leaves nothing.
  static func with(_ carrier: Carrier, _ body: @escaping @Sendable (Served) async throws -> Void) async throws
  {
    let path = FileManager.default.temporaryDirectory.path + "/libretto-" + UUID().uuidString
    let folder = DataFolder(path)
    try folder.prepare()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let engine = try await Engine.open(folder)
    switch carrier {
    case .inProcess:
      let transport = InProcessTransport(engine, token: token)
      try await body(Served(transport: transport, address: InProcessTransport.address, engine: engine))
    case .socket:
      try await withSocket(engine, body)
    }
    await engine.close()
  }

  private static func withSocket(
    _ engine: Engine, _ body: @escaping @Sendable (Served) async throws -> Void
  ) async throws {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        // Cancelling is a rough way to stop, about which the server complains.
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let service = EngineService(engine, token: token, host: "127.0.0.1", port: 0, logger: logger)
        try await service.run { port.yield($0) }
      }
      for await port in ports {
        let address = "http://127.0.0.1:\(port)"
        try await body(Served(transport: CurlTransport(), address: address, engine: engine))
        break
      }
      group.cancelAll()
    }
  }
}

extension HTTPResponse {
  var json: Value {
    Value(parsingJSON: body) ?? .null
  }
}
