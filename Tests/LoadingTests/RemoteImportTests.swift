import Diagnostics
import Foundation
import Loading
import Synchronization
import TOSCA
import Testing

/// A network of the test's own that counts what is fetched.
private final class Network: Sendable {
  private let pages: [String: String]
  private let log = Mutex<[String]>([])

  init(_ pages: [String: String]) {
    self.pages = pages
  }

  var fetched: [String] { log.withLock { $0 } }

  var bounds: LoadingBounds {
    LoadingBounds(fetch: { url in
      self.log.withLock { $0.append(url) }
      guard let page = self.pages[url] else { return .failure(LoadingError("'\(url)' cannot be read: 404")) }
      return .success(Array(page.utf8))
    })
  }
}

@Suite struct RemoteImportTests {
  @Test func `an import in a fetched file is relative to its URL`() throws {
    let network = Network([
      "https://a.test/x/a.yaml": version + "imports: [../b.yaml, /c.yaml, 'https://a.test/b.yaml']",
      "https://a.test/b.yaml": version + "node_types: {B: {derived_from: tosca.nodes.Root}}",
      "https://a.test/c.yaml": version,
    ])
    let text =
      version + "imports: ['https://a.test/x/a.yaml']\ntopology_template: {node_templates: {n: {type: B}}}"
    let folder = try Folder(["main.yaml": text])
    #expect(try folder.findings("main.yaml", within: network.bounds) == [])
    let expected = ["https://a.test/x/a.yaml", "https://a.test/b.yaml", "https://a.test/c.yaml"]
    #expect(network.fetched == expected)
  }

  @Test func `a package imports over the network what it does not hold`() throws {
    let text = version + "imports: ['HTTP://a.test/t.yaml', 'http://a.test/none.yaml']"
    let network = Network(["HTTP://a.test/t.yaml": version])
    #expect(
      try package(meta, ["Definitions/vnfd.yaml": text]).findings(within: network.bounds) == [
        "Definitions/vnfd.yaml:2:35 error import-failed 'http://a.test/none.yaml' cannot be read: 404"
      ])
  }

  @Test(arguments: [
    (
      "ftp://a.test/a.yaml",
      "'ftp://a.test/a.yaml' is not read: imports are files or lie at http, https or file URLs, not ftp"
    ),
    ("file://", "'file://' is not read: it has no path"),
  ])
  func `other schemes are refused`(name: String, message: String) throws {
    let folder = try Folder(["main.yaml": version + "imports: ['\(name)']"])
    let bounds = Network([:]).bounds
    #expect(
      try folder.findings("main.yaml", within: bounds) == ["main.yaml:2:11 error import-failed \(message)"])
  }

  @Test func `a file URL is a path under the same bounds`() throws {
    let folder = try Folder(["in dir/b.yaml": version, "c.yaml": version])
    let names = ["in%20dir/b.yaml", "c.yaml"].map { "'file://\(folder.path)/\($0)'" }.joined(separator: ", ")
    try folder.write(Data((version + "imports: [\(names)]").utf8), to: "in dir/main.yaml")
    let found = try folder.findings("in dir/main.yaml")
    #expect(found.count == 1)
    #expect(found.first?.contains("c.yaml' lies outside the folder") == true)
  }
}
