import Diagnostics
import TOSCA

/// The files that templates import over the network, each fetched once, if the user allows it.
final class RemoteFiles {
  /// The most bytes that all of them may have together.
  private static let maximumTotal = 128 << 20

  private let fetch: LoadingBounds.Fetch?
  private var fetched: [String: Result<[UInt8], LoadingError>] = [:]
  private var total = 0

  init(_ bounds: LoadingBounds) {
    fetch = bounds.fetch
  }

  /// Whether the user allows it.
  var isAllowed: Bool { fetch != nil }

  func load(_ url: String) throws(LoadingError) -> SourceFile {
    if let known = fetched[url] { return SourceFile(name: url, bytes: try known.get()) }
    guard let fetch else {
      throw LoadingError("'\(url)' is not read over the network; '--allow-network' lets imports be fetched")
    }
    guard total < Self.maximumTotal else {
      throw LoadingError("'\(url)' is not fetched: over \(Self.maximumTotal >> 20) MB were fetched already")
    }
    let result = fetch(url)
    fetched[url] = result
    let bytes = try result.get()
    total += bytes.count
    return SourceFile(name: url, bytes: bytes)
  }
}
