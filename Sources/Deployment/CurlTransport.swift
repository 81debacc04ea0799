import Dispatch
package import OpenStack
import Synchronization

/// Carries requests over a socket by libcurl, one after the other.
///
/// A request is not redirected, a download is; only `http` and `https` are spoken. libcurl is loaded by the first
/// transfer.
package final class CurlTransport: Transport {
  private let session = Mutex(CurlSession())
  /// Where transfers block a thread, so that none of the cooperative pool is blocked.
  private let queue = DispatchQueue(label: "libretto.transfers")

  package init() {}

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard URLText(request.url).isHTTP else {
      throw TransportError("'\(request.url)' is not an address that starts with http:// or https://")
    }
    let result = await withCheckedContinuation { continuation in
      queue.async {
        continuation.resume(returning: self.perform(request))
      }
    }
    return try result.get()
  }

  func perform(
    _ request: HTTPRequest, followingRedirects: Bool = false
  ) -> Result<HTTPResponse, TransportError> {
    session.withLock { session in
      do throws(TransportError) {
        return .success(try session.perform(request, followingRedirects: followingRedirects))
      } catch {
        return .failure(error)
      }
    }
  }
}
