/// The wish of a template's author that a rule says nothing about a place.
package struct Suppression: Hashable, Sendable {
  /// What a suppression counts for.
  package enum Scope: Hashable, Sendable {
    /// The findings that begin on a line.
    case line(Int32)
    /// The findings that begin inside an element; the elements of a file contain each other or lie apart.
    case element(start: SourceLocation, end: SourceLocation)
  }

  package let rule: String
  /// Where the rule is named.
  package let range: SourceRange
  package let scope: Scope

  package init(_ rule: String, at range: SourceRange, for scope: Scope) {
    self.rule = rule
    self.range = range
    self.scope = scope
  }
}
