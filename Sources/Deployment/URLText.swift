/// An absolute URL as text, and the parts of it that a client looks at.
package struct URLText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// Whether this is an `http` or `https` URL with a host.
  package var isHTTP: Bool {
    ["http", "https"].contains(scheme) && !host.isEmpty
  }

  /// The URL up to the path: `http://127.0.0.1:8778`.
  package var origin: String {
    let authority = self.authority
    return authority.isEmpty ? text : "\(scheme)://\(authority)"
  }

  package var withoutQuery: String {
    String(text.prefix { $0 != "?" && $0 != "#" })
  }

  package var isLoopback: Bool {
    host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
  }

  private var scheme: String {
    text.contains("://") ? text.prefix { $0 != ":" }.lowercased() : ""
  }

  private var authority: Substring {
    guard let end = text.firstRange(of: "://")?.upperBound else { return "" }
    return text[end...].prefix { !"/?#".contains($0) }
  }

  private var host: String {
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if place.hasPrefix("[") { return String(place.prefix { $0 != "]" }) + "]" }
    return place.prefix { $0 != ":" }.lowercased()
  }
}
