extension Rule {
  /// The page for a person at a terminal: without the marks of Markdown, examples indented.
  package func terminalText() -> String {
    var text = "\(id) (\(severity.rawValue), \(category.rawValue))\n"
    var isCode = false
    for line in RulePage(page).lines.dropFirst().drop(while: { $0.isEmpty }).dropFirst() {
      if line.hasPrefix("```") {
        isCode.toggle()
        let named = line.split(separator: " ", maxSplits: 1).dropFirst().first
        if let named { text += "    # \(named)\n" }
      } else if isCode {
        text += line.isEmpty ? "\n" : "    \(line)\n"
      } else if line.hasPrefix("## ") {
        text += "\(line.dropFirst(3)):\n"
      } else {
        text += "\(line)\n"
      }
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }
}
