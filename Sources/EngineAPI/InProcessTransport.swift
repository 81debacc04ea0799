package import Engine
import HTTPTypes
import Hummingbird
package import Logging
package import OpenStack
import Synchronization

/// Carries requests to an engine in this process: the routes answer as they do behind a socket, without one.
package struct InProcessTransport: Transport {
  /// Where the engine pretends to be.
  package static let address = "http://127.0.0.1:8778"

  private let responder: any HTTPResponder<EngineContext>
  private let logger: Logger

  package init(_ engine: Engine, token: String, logger: Logger = Logger(label: "libretto.api")) {
    responder = engineResponder(for: engine, token: token)
    self.logger = logger
  }

  package func send(
    _ request: OpenStack.HTTPRequest
  ) async throws(TransportError) -> OpenStack.HTTPResponse {
    do {
      let response = try await responder.respond(
        to: try Request(request), context: EngineContext(logger: logger))
      let collector = Collector()
      try await response.body.write(collector)
      return OpenStack.HTTPResponse(
        status: response.status.code, headers: response.headers.map { ($0.name.rawName, $0.value) },
        body: collector.bytes.withLock { $0 })
    } catch let error as TransportError {
      throw error
    } catch {
      throw TransportError("the engine did not answer \(request.url): \(error)")
    }
  }
}

/// Takes the parts of an answer's body.
private final class Collector: ResponseBodyWriter {
  let bytes = Mutex<[UInt8]>([])

  func write(_ buffer: ByteBuffer) async throws {
    bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Request {
  fileprivate init(_ request: OpenStack.HTTPRequest) throws(TransportError) {
    let parts = request.url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, let method = Method(rawValue: request.method.rawValue) else {
      throw TransportError("'\(request.url)' is not an address that starts with http:// or https://")
    }
    var headers = HTTPFields()
    for (name, value) in request.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headers[name] = value
    }
    let path = "/" + (parts.count > 3 ? parts[3] : "")
    self.init(
      head: .init(
        method: method, scheme: "http", authority: String(parts[2]), path: path, headerFields: headers),
      body: RequestBody(buffer: ByteBuffer(bytes: request.body)))
  }
}
