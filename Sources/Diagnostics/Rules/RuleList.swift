/// The catalogue as scripts read it; the keys are a contract.
package struct RuleList: Encodable, Sendable {
  /// One rule without its page.
  package struct Entry: Encodable, Sendable {
    let id: String
    let severity: String
    let category: String
    let summary: String
  }

  let version = 1
  let rules: [Entry]

  /// Lists rules in the order given.
  package init(_ rules: [Rule]) {
    self.rules = rules.map {
      Entry(
        id: $0.id, severity: $0.severity.rawValue, category: $0.category.rawValue, summary: $0.summary)
    }
  }

  private enum CodingKeys: CodingKey {
    case version, rules
  }
}
