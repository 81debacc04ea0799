/// One finding about a template, addressed to the person who wrote it.
package struct Diagnostic: Hashable, Sendable {
  /// How bad a finding is; the exit status depends on it.
  package enum Severity: String, Sendable, CaseIterable {
    case error, warning, info
  }

  /// A second place that explains a finding: the earlier definition, the type that asks for something.
  package struct Note: Hashable, Sendable {
    package var message: String
    package var range: SourceRange

    package init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  package var severity: Severity
  package var code: Code
  package var message: String
  package var range: SourceRange
  /// Where in the document the finding is, such as `topology_template.node_templates.CP1`.
  package var path: String?
  /// The word that would be right in place of the marked one.
  package var suggestion: String?
  package var notes: [Note]

  /// Makes a finding; the suggestion is added to a message that does not name it yet.
  package init(
    _ severity: Severity, _ code: Code, _ message: String, at range: SourceRange, path: String? = nil,
    suggestion: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    let isNamed = suggestion.map { message.contains("'\($0)'") } ?? true
    self.message = isNamed ? message : "\(message); did you mean '\(suggestion ?? "")'?"
    self.range = range
    self.path = path
    self.suggestion = suggestion
    self.notes = notes
  }
}

extension Diagnostic {
  /// The finding as a warning, where something is tolerated that is an error elsewhere.
  package func asWarning(if isTolerated: Bool = true) -> Diagnostic {
    guard isTolerated else { return self }
    var finding = self
    finding.severity = .warning
    return finding
  }
}

extension Diagnostic {
  /// The stable name of a kind of finding, such as `yaml-syntax`; never reused for another meaning.
  package struct Code: Hashable, Sendable, ExpressibleByStringLiteral {
    package let name: String

    package init(stringLiteral name: String) {
      self.name = name
    }
  }
}
