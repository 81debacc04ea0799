import Diagnostics
import OpenStack

/// What the clients of the services share: addresses, the token, JSON, errors, one redirect.
struct ServiceClient: Sendable {
  let transport: any Transport
  /// Where the service's paths begin, without a slash at the end.
  let endpoint: String
  let token: String
  var headers: [(name: String, value: String)] = []

  /// The value of a JSON answer, null when there is none.
  func call(
    _ method: HTTPRequest.Method, _ path: [String], query: [(String, String)] = [], body: Value? = nil
  ) async throws(DeploymentError) -> Value {
    let url = address(path, query: query)
    var response = try await send(method, url, body: body)
    if [301, 302, 307, 308].contains(response.status) {
      response = try await send(method, try redirection(response, from: url), body: body)
    }
    guard (200..<300).contains(response.status) else {
      throw .refused(Refusal(reading: response, from: url))
    }
    return response.body.isEmpty ? .null : try value(of: response, from: url)
  }

  private func address(_ path: [String], query: [(String, String)]) -> String {
    let parameters = query.map { "\(percentEncoded($0))=\(percentEncoded($1))" }
    let url = ([endpoint] + path.map(percentEncoded(_:))).joined(separator: "/")
    return parameters.isEmpty ? url : url + "?" + parameters.joined(separator: "&")
  }

  private func send(
    _ method: HTTPRequest.Method, _ url: String, body: Value?
  ) async throws(DeploymentError) -> HTTPResponse {
    var request = HTTPRequest(method, url)
    request.headers = [("X-Auth-Token", token), ("Accept", "application/json")] + headers
    if let body {
      request.headers.append(("Content-Type", "application/json"))
      request.body = body.jsonBytes
    }
    do throws(TransportError) {
      return try await transport.send(request)
    } catch {
      throw .unreachable(error)
    }
  }

  /// Where a redirect leads; the token goes to no other server than the one that was asked.
  private func redirection(_ response: HTTPResponse, from url: String) throws(DeploymentError) -> String {
    guard let location = response.header("Location") else {
      throw .unreadable("\(URLText(url).withoutQuery) redirects to nowhere")
    }
    let target = location.hasPrefix("/") ? URLText(url).origin + location : location
    guard URLText(target).origin == URLText(url).origin else {
      throw .unreadable("\(URLText(url).withoutQuery) redirects to another server, \(URLText(target).origin)")
    }
    return target
  }

  private func value(of response: HTTPResponse, from url: String) throws(DeploymentError) -> Value {
    guard let value = Value(parsingJSON: response.body) else {
      throw .unreadable(
        "the answer of \(URLText(url).withoutQuery) is not JSON; is this an address of OpenStack?")
    }
    return value
  }
}

extension Refusal {
  /// Reads the error bodies of Heat, Senlin and keystone's middleware; of others the status must do.
  fileprivate init(reading response: HTTPResponse, from url: String) {
    status = response.status
    let error = Value(parsingJSON: response.body)?["error"]
    type = error?["type"]?.string
    let said = error?["message"]?.string ?? Value(parsingJSON: response.body)?["explanation"]?.string
    if response.status == 401 {
      message = "\(URLText(url).origin) does not accept the token"
    } else if let said, !said.isEmpty {
      message = "\(said) (\(response.status))"
    } else {
      message = "\(URLText(url).withoutQuery) answered \(response.status) without saying why"
    }
  }
}
