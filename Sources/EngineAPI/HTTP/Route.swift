import Engine
import OpenStack

/// A method and a path below a service's root, with what answers them.
struct Route: Sendable {
  typealias Handler = @Sendable (Engine, APIRequest) async throws(EngineError) -> Answer

  enum Method: String, CaseIterable, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  let method: Method
  /// Such as `stacks/:name/:id`.
  let path: String
  let handler: Handler

  init(_ method: Method, _ path: String, _ handler: @escaping Handler) {
    self.method = method
    self.path = path
    self.handler = handler
  }
}

/// One of the services that the engine stands in for.
struct Service: Sendable {
  /// Where its routes begin, such as `/clustering/v1`.
  let root: String
  let routes: [Route]
  /// The body of an answer that refuses.
  let errorBody: @Sendable (Refused) -> Value
}

/// A refusal before it has the form of one of the services.
struct Refused: Sendable {
  var status: Int
  /// The class of the error, such as `StackExists`.
  var type: String
  var message: String

  init(_ status: Int, _ type: String, _ message: String) {
    self.status = status
    self.type = type
    self.message = message
  }

  init(_ error: EngineError) {
    let status =
      switch error.kind {
      case .notFound: 404
      case .conflict: 409
      case .invalid: 400
      case .forbidden: 403
      case .store: 500
      }
    self.init(status, error.name, error.message)
  }

  /// The name of the status, as webob and thus both services write it.
  var title: String {
    switch status {
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 409: "Conflict"
    default: "Internal Server Error"
    }
  }

  /// The general sentence about the status that webob adds.
  var explanation: String {
    switch status {
    case 400:
      "The server could not comply with the request since it is either malformed or otherwise incorrect."
    case 401: "The server could not verify that you are authorized to access the document you requested."
    case 403: "Access was denied to this resource."
    case 404: "The resource could not be found."
    case 405: "The method is not allowed for this resource."
    case 406: "The resource could not be generated that was acceptable to your browser."
    case 409: "There was a conflict when trying to complete your request."
    default: "The server has either erred or is incapable of performing the requested operation."
    }
  }
}

extension EngineError {
  static func badRequest(_ message: String) -> EngineError {
    EngineError(.invalid, "HTTPBadRequest", message)
  }
}
