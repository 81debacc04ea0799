package import OpenStack

extension CurlTransport {
  /// Gets what a URL leads to, over a few redirects, and blocks its thread until it is whole.
  package func download(_ url: String) throws(TransportError) -> [UInt8] {
    guard URLText(url).isHTTP else {
      throw TransportError("'\(url)' is not an address that starts with http:// or https://")
    }
    let response = try perform(HTTPRequest(.get, url), followingRedirects: true).get()
    guard response.status == 200 else {
      throw TransportError("\(URLText(url).withoutQuery) answers with status \(response.status)")
    }
    return response.body
  }
}
