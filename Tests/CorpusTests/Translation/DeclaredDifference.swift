import Foundation

/// A line of `declared-differences.md`: a template of which Libretto makes something else, and why.
struct DeclaredDifference: Sendable {
  let corpus: String
  let id: String
  let reason: String

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "declared-differences.md")

  /// Reads the tables, one under a heading for each corpus.
  static func all() throws -> [DeclaredDifference] {
    var corpus = ""
    var found: [DeclaredDifference] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("## ") {
        corpus = String(line.dropFirst(3))
      } else if line.hasPrefix("| `") {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard cells.count == 2, !cells[1].isEmpty else { throw UnreadableRow(row: String(line)) }
        found.append(
          DeclaredDifference(corpus: corpus, id: cells[0].trimmingCharacters(in: ["`"]), reason: cells[1]))
      }
    }
    return found
  }

  struct UnreadableRow: Error {
    let row: String
  }
}
