/// An example of a rule's page: a template, and the files that it needs.
package struct RuleExample: Hashable, Sendable {
  /// One fenced block of the page.
  package struct File: Hashable, Sendable {
    /// What stands behind the language in the fence's first line, such as `types.yaml` or `TOSCA-Metadata/TOSCA.meta`.
    package let name: String
    /// What stands between the fences.
    package let text: String
  }

  /// The template.
  package let template: File
  /// What it imports, and what else belongs to it.
  package let others: [File]
  /// Why the example cannot be run as it stands; nil when it can.
  package let shownBecause: String?

  /// Reads what stands under a heading; nil when there is no fenced block, or one without end.
  init?(_ section: [Substring]) {
    var files: [File] = []
    var reason: String?
    var lines = section[...]
    while let line = lines.popFirst() {
      if line.hasPrefix(Self.marker) { reason = String(line.dropFirst(Self.marker.count)) }
      guard line.hasPrefix("```") else { continue }
      guard let end = lines.firstIndex(of: "```") else { return nil }
      let named = line.split(separator: " ", maxSplits: 1).dropFirst().first
      let text = lines[..<end].map { $0 + "\n" }.joined()
      files.append(File(name: named.map(String.init) ?? "template.yaml", text: text))
      lines = lines[(end + 1)...]
    }
    guard let first = files.first else { return nil }
    template = first
    others = Array(files.dropFirst())
    shownBecause = reason
  }

  /// What a paragraph begins with that says why an example is not complete.
  private static let marker = "Only shown: "
}
