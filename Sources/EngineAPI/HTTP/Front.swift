import Engine
import HTTPTypes
import Hummingbird
import Logging
import OpenStack

/// What stands before all routes: the token, the version of the API, the request's id, and the form of errors.
struct Front: RouterMiddleware {
  let services: [Service]
  let check: TokenCheck

  func handle(
    _ request: Request, context: EngineContext,
    next: @concurrent (Request, EngineContext) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    let service = services.first { path.hasPrefix($0.root + "/") } ?? .front
    var response: Response
    if let refused = refusal(of: request, to: service, path: path) {
      response = Response(refused, of: service)
    } else {
      do {
        response = try await next(request, context)
      } catch {
        response = Response(error, of: service, logger: context)
      }
    }
    set("X-Openstack-Request-Id", "req-" + RandomIDs().next(), in: &response)
    if service.root == Service.senlin.root {
      let version = Microversion.asked(for: request.header("OpenStack-API-Version")) ?? .oldest
      set("OpenStack-API-Version", "clustering \(version.text)", in: &response)
      set("Vary", "OpenStack-API-Version", in: &response)
    }
    return response
  }

  /// Why a request goes no further, nil when it may.
  private func refusal(of request: Request, to service: Service, path: String) -> Refused? {
    guard check.admits(request.header("X-Auth-Token"), method: request.method.rawValue, path: path) else {
      return Refused(401, "Unauthorized", "The request you have made requires authentication.")
    }
    guard service.root == Service.senlin.root else { return nil }
    let header = request.header("OpenStack-API-Version")
    guard let version = Microversion.asked(for: header) else {
      return Refused(400, "HTTPBadRequest", "API Version String '\(header ?? "")' is of invalid format.")
    }
    guard (Microversion.oldest...Microversion.newest).contains(version) else {
      return Refused(
        406, "InvalidGlobalAPIVersion",
        "Version '\(version.text)' is not supported by the API. Minimum is '\(Microversion.oldest.text)' and "
          + "maximum is '\(Microversion.newest.text)'.")
    }
    return nil
  }

  private func set(_ name: String, _ value: String, in response: inout Response) {
    guard let name = HTTPField.Name(name) else { return }
    response.headers[name] = value
  }
}

extension Request {
  fileprivate func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { headers[$0] }
  }
}

extension Response {
  fileprivate init(_ refused: Refused, of service: Service) {
    guard refused.status == 401 else {
      self.init(Answer(status: refused.status, body: service.errorBody(refused)))
      return
    }
    // The token is refused before either service sees the request, in keystone's own form.
    let error: Value = ["code": 401, "title": "Unauthorized", "message": .string(refused.message)]
    self.init(
      Answer(
        status: 401, headers: [("WWW-Authenticate", "Keystone uri=\"libretto\"")], body: ["error": error]))
  }

  fileprivate init(_ error: any Error, of service: Service, logger context: EngineContext) {
    switch error {
    case let error as EngineError:
      self.init(Refused(error), of: service)
    case let error as MethodNotAllowed:
      let refused = Refused(405, "HTTPMethodNotAllowed", "The method is not allowed for this resource.")
      let allowed = error.allowed.joined(separator: ", ")
      self.init(Answer(status: 405, headers: [("Allow", allowed)], body: service.errorBody(refused)))
    case BodyTrouble.malformed:
      self.init(Refused(400, "HTTPBadRequest", "The request body is not valid JSON"), of: service)
    case BodyTrouble.tooLong:
      self.init(
        Refused(
          400, "RequestLimitExceeded",
          "Request limit exceeded: JSON body size exceeds maximum allowed size (\(APIRequest.longestBody) bytes)."
        ),
        of: service)
    case let error as any HTTPResponseError where error.status.code == 404:
      self.init(Refused(404, "HTTPNotFound", "The resource could not be found."), of: service)
    case let error as any HTTPResponseError where error.status.kind == .clientError:
      self.init(Refused(error.status.code, "HTTPBadRequest", "\(error)"), of: service)
    default:
      context.logger.error("a request failed: \(error)")
      self.init(Refused(500, "InternalError", "the engine is in trouble: \(error)"), of: service)
    }
  }
}
