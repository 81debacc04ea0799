import Deployment
import OpenStack
import Testing

@Suite struct DownloadTests {
  private static let redirect = "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 3\r\nLocation: "

  @Test func `a file is downloaded over redirects`() throws {
    let server = try LoopbackServer([
      "/a": Self.redirect + "/b\r\n\r\nold", "/b": Self.redirect + "http://127.0.0.1:PORT/c\r\n\r\nold",
      "/c": "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\ntext",
    ])
    let bytes = try withExtendedLifetime(server) { try CurlTransport().download(server.address + "/a") }
    #expect(bytes == Array("text".utf8))
  }

  @Test(arguments: [
    ("/loop", "/loop is redirected over 5 times"), ("/none", "/none answers with status 404"),
    ("/file", "/file: unsupported protocol"),
  ])
  func `what is no file is an error`(path: String, message: String) throws {
    let server = try LoopbackServer([
      "/loop": Self.redirect + "/loop\r\n\r\nold", "/file": Self.redirect + "file:///etc/hostname\r\n\r\nold",
    ])
    let error = #expect(throws: TransportError.self) {
      try withExtendedLifetime(server) { try CurlTransport().download(server.address + path) }
    }
    #expect(error?.message.hasSuffix(message) == true, "\(error?.message ?? "")")
  }

  @Test func `only http and https are downloaded`() {
    #expect(
      throws: TransportError("'file:///etc/hostname' is not an address that starts with http:// or https://")
    ) {
      try CurlTransport().download("file:///etc/hostname")
    }
  }
}
