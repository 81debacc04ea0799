package import Diagnostics

/// A template with the findings that are expected in it.
///
/// A comment line such as `#   ^^^ error some-code` marks these columns of the line above; several may stand under
/// one line, and one that begins with the caret itself marks from column 1. What follows `->` is the suggestion that
/// the finding must make. A finding of several lines is marked with one caret where it begins.
package struct MarkedTemplate: Sendable {
  /// One expected finding.
  package struct Mark: Hashable, Sendable {
    package let line: Int
    package let column: Int
    package let width: Int
    /// The severity and the code, such as `error unknown-node`.
    package let finding: String
    package let suggestion: String?
  }

  /// The template without its marks.
  package let text: String
  package let marks: [Mark]

  package init(_ marked: String) {
    var lines: [Substring] = []
    var marks: [Mark] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      if let mark = Mark(line, under: lines.count) {
        marks.append(mark)
      } else {
        lines.append(line)
      }
    }
    text = lines.joined(separator: "\n")
    self.marks = marks
  }
}

extension MarkedTemplate.Mark {
  fileprivate init?(_ text: Substring, under line: Int) {
    guard text.hasPrefix("#") || text.hasPrefix("^"), let caret = text.firstIndex(of: "^"),
      text[..<caret].dropFirst().allSatisfy({ $0 == " " })
    else { return nil }
    let carets = text[caret...].prefix { $0 == "^" }
    let words = text[carets.endIndex...].split(separator: " -> ", maxSplits: 1)
    self.line = line
    column = text.distance(from: text.startIndex, to: caret) + 1
    width = carets.count
    finding = words.first.map { $0.drop { $0 == " " } }.map(String.init) ?? ""
    suggestion = words.count > 1 ? String(words[1]) : nil
  }

  /// The mark that a finding would need, its line counted after the lines that were put in front of the template.
  package init(_ finding: Diagnostic, linesInFront: Int = 0) {
    let (start, end) = (finding.range.start, finding.range.end)
    line = Int(start.line) - linesInFront
    column = Int(start.column)
    width = start.line == end.line ? max(1, Int(end.column - start.column)) : 1
    self.finding = "\(finding.severity.rawValue) \(finding.code.name)"
    suggestion = finding.suggestion
  }

  /// Whether a finding that needs the mark `other` is the one that is expected here.
  package func expects(_ other: Self) -> Bool {
    line == other.line && column == other.column && width == other.width && finding == other.finding
      && (suggestion == nil || suggestion == other.suggestion)
  }
}

extension MarkedTemplate.Mark: CustomStringConvertible {
  package var description: String {
    "line \(line), columns \(column)..<\(column + width): \(finding)" + (suggestion.map { " -> \($0)" } ?? "")
  }
}
