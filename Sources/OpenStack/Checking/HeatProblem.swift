package import Diagnostics

/// Something wrong in a HOT template or a Senlin spec, at a place that only the value itself knows.
package struct HeatProblem: Hashable, Sendable {
  /// One step from a value to a part of it.
  package enum Step: Hashable, Sendable {
    /// To the value of a key of a map.
    case key(String)
    /// To an item of a list, counted from 0.
    case index(Int)
  }

  /// Whether Heat or Senlin would refuse it, or something else is to be known.
  package let severity: Diagnostic.Severity
  /// The rule, one of those that begin with `hot-` or `senlin-`.
  package let code: Diagnostic.Code
  /// What is wrong, and what would be right.
  package let message: String
  /// The word that would be right in place of the wrong one.
  package let suggestion: String?
  /// The steps from the whole template to the place, such as `resources`, the resource's name, `properties`, `image`.
  package internal(set) var path: [Step] = []
  /// Whether the last step's key is wrong, and not the value that it has.
  package internal(set) var isAboutKey = false

  init(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ message: String, suggestion: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.suggestion = suggestion
  }
}

extension HeatProblem {
  /// The resource that the problem is in; nil when it is in another section.
  package var resource: String? {
    guard path.count > 1, path[0] == .key("resources"), case .key(let name) = path[1] else { return nil }
    return name
  }

  /// The place inside its resource in words, such as `networks[0].port`; of what is no property also its section.
  package var place: String {
    var steps = path[...]
    if resource != nil { steps = steps.dropFirst(2) }
    if resource != nil, steps.first == .key("properties") { steps = steps.dropFirst() }
    return steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  /// The problem as a finding at a place of a file.
  package func diagnostic(at range: SourceRange) -> Diagnostic {
    Diagnostic(severity, code, message, at: range, suggestion: suggestion)
  }
}
