/// A request to an OpenStack service, ready to be carried.
package struct HTTPRequest: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  package var method: Method
  /// The whole URL, query included.
  package var url: String
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package init(
    _ method: Method, _ url: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// What a service answered.
package struct HTTPResponse: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of a name, whatever its case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// What carries a request to a service: libcurl over a socket, or a call in process.
package protocol Transport: Sendable {
  /// Sends the request and returns the answer, whatever its status; redirects are not followed.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}

/// Why no answer came.
package struct TransportError: Error, Hashable, Sendable {
  /// One sentence without a full stop that names the address and the trouble.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }
}
