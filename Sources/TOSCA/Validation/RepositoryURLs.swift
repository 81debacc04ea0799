import Diagnostics

extension ValidationRule {
  /// A repository has an address (TOSCA Simple Profile 1.3, 3.6.6).
  static let repositoryURLs = ValidationRule("invalid-url") { topology, log in
    for repository in topology.document.repositories {
      if let url = repository.url, !isURL(url.text) { log.report(.invalidURL(url)) }
    }
  }

  /// Whether a text has the form of an absolute address (RFC 3986, 3) or of a path to a folder.
  private static func isURL(_ text: String) -> Bool {
    guard !text.contains(where: \.isWhitespace) else { return false }
    guard let colon = text.firstIndex(of: ":") else { return text.contains("/") || text.hasPrefix(".") }
    let scheme = text[..<colon]
    let rest = text[text.index(after: colon)...]
    guard let first = scheme.first, first.isLetter, first.isASCII, !rest.isEmpty else { return false }
    let isName = scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.@/_".contains($0)) }
    return isName && rest != "//"
  }
}

extension Diagnostic {
  fileprivate static func invalidURL(_ url: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "invalid-url", "'\(url.text)' is no URL, such as 'https://example.org/files/'", at: url.range)
  }
}
