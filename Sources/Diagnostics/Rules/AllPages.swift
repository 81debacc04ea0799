import CRules

extension Rule {
  /// Every rule in order of name; read from the pages when it is first asked for.
  package static let all: [Rule] = embeddedPages().map { page in
    guard let rule = Rule(page: page) else {
      preconditionFailure("this page about a rule is not of the form: \(page.prefix(80))")
    }
    return rule
  }

  /// The rule of a code, if there is one.
  package static func named(_ id: String) -> Rule? {
    all.first { $0.id == id }
  }
}

/// The texts of the pages in the program, each of which ends with a NUL.
private func embeddedPages() -> [String] {
  let pages = embedded_rule_pages()
  return UnsafeBufferPointer(start: pages.bytes, count: pages.count).split(separator: 0).map {
    String(decoding: $0, as: UTF8.self)
  }
}
