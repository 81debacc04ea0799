/// What is known about one kind of finding: the head of its page, and the page.
package struct Rule: Hashable, Sendable {
  /// What a rule is about.
  package enum Category: String, Sendable, CaseIterable {
    /// The bytes of a file and its YAML.
    case yaml
    /// The sections of a template and their keys.
    case document
    /// Files that a template imports, and archives.
    case imports
    /// Definitions of types.
    case types
    /// Values of properties, inputs and functions.
    case values
    /// Node templates and what they require of each other.
    case nodes
    /// Networks and addresses.
    case networks
    /// Policies and groups.
    case policies
    /// Policies that scale.
    case scaling
    /// Alarms and monitoring.
    case monitoring
    /// The profile of ETSI NFV-SOL 001.
    case nfv
    /// HOT templates and Senlin specs.
    case heat
    /// What a template becomes.
    case translation
    /// How the program itself is used.
    case usage
  }

  /// The code of its findings, such as `unknown-node`.
  package let id: String
  /// How bad its findings are as a rule.
  package let severity: Diagnostic.Severity
  /// What its findings are about.
  package let category: Category
  /// One sentence that says when it reports.
  package let summary: String
  /// The whole page, in Markdown.
  package let page: String
}

extension Rule {
  /// A template that the rule reports, and the files that belong to it.
  package var wrong: RuleExample { example(under: "Wrong") }

  /// The same template as it should be.
  package var right: RuleExample { example(under: "Right") }

  /// The paragraphs between the summary and the examples, each on one line.
  package var explanation: String {
    let text = RulePage(page).lines.prefix { !$0.hasPrefix("## ") }
    return text.split(separator: "").dropFirst(3).map { $0.joined(separator: " ") }.joined(separator: "\n\n")
  }

  private func example(under heading: String) -> RuleExample {
    let section = RulePage(page).section(heading)
    guard let section, let example = RuleExample(section) else {
      preconditionFailure("the page of '\(id)' has no example under '## \(heading)'")
    }
    return example
  }
}
