import Deployment
import OpenStack
import Synchronization

/// Answers from a list of exchanges and keeps what was asked.
final class RecordedTransport: Transport {
  /// What is asked next and what is answered then; the request is a method and a path with query.
  struct Exchange: Sendable {
    var request: String
    var response: HTTPResponse

    init(_ request: String, _ status: Int, _ body: String = "", headers: [(String, String)] = []) {
      self.request = request
      response = HTTPResponse(
        status: status, headers: headers.map { (name: $0.0, value: $0.1) }, body: Array(body.utf8))
    }
  }

  static let address = "http://cloud.test"

  private let exchanges: Mutex<[Exchange]>
  private let requests = Mutex<[HTTPRequest]>([])

  init(_ exchanges: Exchange...) {
    self.exchanges = Mutex(exchanges)
  }

  /// What was asked so far.
  var asked: [HTTPRequest] {
    requests.withLock { $0 }
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    requests.withLock { $0.append(request) }
    let next = exchanges.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    let line = "\(request.method.rawValue) \(request.url.dropFirst(RecordedTransport.address.count))"
    guard let next, next.request == line else {
      throw TransportError("'\(line)' was asked, not '\(next?.request ?? "nothing")'")
    }
    return next.response
  }
}

extension HeatClient {
  init(_ transport: RecordedTransport) {
    self.init(transport, endpoint: RecordedTransport.address + "/v1/p", token: "secret")
  }
}

extension ClusteringClient {
  init(_ transport: RecordedTransport) {
    self.init(transport, endpoint: RecordedTransport.address, token: "secret")
  }
}
