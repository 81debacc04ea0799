/// The parts of a page about a rule.
///
/// A page begins with `# rule-id`, a line `Severity: error. Category: types.` and a paragraph of one sentence. The
/// sections `## Wrong` and `## Right` hold an example each.
struct RulePage {
  let lines: [Substring]

  init(_ page: String) {
    lines = page.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines under a heading, to the next one.
  func section(_ heading: String) -> [Substring]? {
    guard let start = lines.firstIndex(of: "## \(heading)") else { return nil }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
  }
}

extension Rule {
  /// Reads the head of a page; nil when it is not of the form.
  init?(page: String) {
    var rest = page[...]
    func paragraph() -> Substring {
      rest = rest.drop { $0 == "\n" }
      var lines: [Substring] = []
      while let end = rest.firstIndex(of: "\n"), end > rest.startIndex {
        lines.append(rest[..<end])
        rest = rest[rest.index(after: end)...]
      }
      return lines.joined(separator: " ")[...]
    }
    let (title, facts, summary) = (paragraph(), paragraph(), paragraph())
    let words = facts.split(separator: " ")
    guard title.hasPrefix("# "), words.count == 4, words[0] == "Severity:", words[2] == "Category:",
      let severity = Diagnostic.Severity(rawValue: String(words[1].dropLast())),
      let category = Category(rawValue: String(words[3].dropLast())), summary.hasSuffix(".")
    else { return nil }
    self.init(
      id: String(title.dropFirst(2)), severity: severity, category: category, summary: String(summary),
      page: page)
  }
}
