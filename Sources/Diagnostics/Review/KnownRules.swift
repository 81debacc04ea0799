/// The names of rules that a review may use; others are mistakes.
package struct KnownRules: Sendable {
  /// Asked for only when a name is looked up; nil when every name passes.
  private let names: @Sendable () -> Set<String>?

  /// The rules of this program.
  package static let all = KnownRules { ids }
  private static let ids = Set(Rule.all.map(\.id))

  package init(_ names: @escaping @Sendable () -> Set<String>?) {
    self.names = names
  }

  package func contains(_ rule: String) -> Bool {
    names()?.contains(rule) ?? true
  }

  /// The rule that a misspelt name most likely meant.
  package func nearest(to name: String) -> String? {
    nearestSpelling(to: name, among: names() ?? [])
  }
}
