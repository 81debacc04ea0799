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

  /// A text as one segment of a path, or as a part of a query (RFC 3986, 2.3).
  package static func encoded(_ segment: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in segment.utf8 {
      let character = Character(UnicodeScalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
        result.append(character)
      } else {
        result.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return result
  }
}
