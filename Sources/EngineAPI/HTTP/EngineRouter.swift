import Engine
import HTTPTypes
import Hummingbird
import Logging
import OpenStack

/// What a route needs to know about the caller; made from a socket by the server, or by hand in process.
struct EngineContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }

  init(logger: Logger) {
    coreContext = .init(source: LoggerSource(logger: logger))
  }

  private struct LoggerSource: RequestContextSource {
    let logger: Logger
  }
}

/// Puts the routes of all services behind one responder.
func engineResponder(for engine: Engine, token: String) -> some HTTPResponder<EngineContext> {
  let router = Router(context: EngineContext.self)
  let services = [Service.heat, .senlin, .front]
  router.add(middleware: Front(services: services, check: TokenCheck(token: token)))
  for service in services {
    var methods: [String: [Route.Method]] = [:]
    for route in service.routes {
      methods[route.path, default: []].append(route.method)
      router.on("\(service.root)/\(route.path)", route.method) { request, context in
        try await route.handler(engine, try await APIRequest(request, context))
      }
    }
    for (path, allowed) in methods {
      for method in Route.Method.allCases where !allowed.contains(method) {
        router.on("\(service.root)/\(path)", method) { _, _ in
          throw MethodNotAllowed(allowed: allowed.map(\.rawValue))
        }
      }
    }
  }
  return router.buildResponder()
}

/// A path that is there, asked with a method that it does not know.
struct MethodNotAllowed: Error {
  let allowed: [String]
}

/// A body that is no JSON, or longer than the services take.
enum BodyTrouble: Error {
  case malformed
  case tooLong
}

extension Router<EngineContext> {
  fileprivate func on(
    _ path: String, _ method: Route.Method,
    _ handler: @escaping @Sendable (Request, EngineContext) async throws -> Answer
  ) {
    guard let method = Request.Method(rawValue: method.rawValue) else {
      preconditionFailure("the methods of routes are methods of HTTP")
    }
    on(RouterPath(path), method: method) { request, context in
      Response(try await handler(request, context))
    }
  }
}

extension Request {
  typealias Method = HTTPTypes.HTTPRequest.Method
}

extension APIRequest {
  /// The longest body, in bytes (`max_json_body_size`).
  static let longestBody = 1 << 20

  fileprivate init(_ request: Request, _ context: EngineContext) async throws {
    self.init(origin: request.origin, target: request.head.path ?? "/")
    for (name, value) in context.parameters {
      parameters[String(name)] = percentDecoded(value)
    }
    var bytes: [UInt8] = []
    do {
      for try await chunk in request.body {
        guard bytes.count + chunk.readableBytes <= APIRequest.longestBody else { throw BodyTrouble.tooLong }
        bytes.append(contentsOf: chunk.readableBytesView)
      }
    } catch BodyTrouble.tooLong {
      throw BodyTrouble.tooLong
    } catch {
      // The body breaks off or is not framed as HTTP has it.
      throw BodyTrouble.malformed
    }
    guard !bytes.isEmpty else { return }
    guard let value = Value(parsingJSON: bytes) else { throw BodyTrouble.malformed }
    body = value
  }
}

extension Request {
  /// Where the caller found us.
  fileprivate var origin: String {
    "\(head.scheme ?? "http")://\(head.authority ?? "127.0.0.1")"
  }
}

extension Response {
  /// An answer as JSON.
  init(_ answer: Answer) {
    var headers = HTTPFields()
    for (name, value) in answer.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headers[name] = value
    }
    guard let body = answer.body else {
      self.init(status: .init(code: answer.status), headers: headers)
      return
    }
    headers[.contentType] = "application/json"
    self.init(
      status: .init(code: answer.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.jsonBytes)))
  }
}
