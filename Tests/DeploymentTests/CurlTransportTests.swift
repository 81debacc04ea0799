import Deployment
import OpenStack
import Testing

@Suite struct CurlTransportTests {
  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "cloud", "http://", "://"])
  func `only http and https are spoken`(url: String) async {
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport().send(HTTPRequest(.get, url))
    }
    #expect(error?.message == "'\(url)' is not an address that starts with http:// or https://")
  }

  @Test func `a closed port is named with the trouble`() async {
    // Port 1 needs privileges to listen on, and nothing does.
    let request = HTTPRequest(.get, "http://127.0.0.1:1/stacks")
    let error = await #expect(throws: TransportError.self) { try await CurlTransport().send(request) }
    #expect(error?.message == "could not connect to http://127.0.0.1:1: connection refused")
  }

  @Test(arguments: [
    ("http://a.test:8/b/c?d", "http://a.test:8"), ("HTTPS://a.test", "https://a.test"),
    ("nothing", "nothing"),
  ])
  func `the origin of a URL ends before its path`(url: String, origin: String) {
    #expect(URLText(url).origin == origin)
  }

  @Test(arguments: [
    ("http://localhost/", true), ("http://127.3.2.1:80", true), ("http://[::1]:8778/a", true),
    ("http://u@127.0.0.1/", true), ("http://a.test/127.0.0.1", false), ("http://localhost.test", false),
  ])
  func `a loopback address is known`(url: String, isLoopback: Bool) {
    #expect(URLText(url).isLoopback == isLoopback)
  }
}
