import Foundation

/// A line of `disagreements.md`: a case about which a corpus and the program differ, and who is right.
struct Disagreement: Sendable {
  enum Fault: String, Sendable {
    case theirs = "their bug"
    case ours = "our bug"
    case open
  }

  let corpus: String
  let id: String
  let fault: Fault
  /// Why, in a sentence that names the section of the specification.
  let reason: String

  /// Reads the tables, one under a heading for each corpus.
  static func all() throws -> [Disagreement] {
    var corpus = ""
    var found: [Disagreement] = []
    for line in try String(contentsOf: Corpus.disagreements, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("## ") {
        corpus = String(line.dropFirst(3))
      } else if line.hasPrefix("| `") {
        found.append(try Disagreement(row: line, of: corpus))
      }
    }
    return found
  }

  private init(row: Substring, of corpus: String) throws {
    let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 4, let colon = cells[3].firstIndex(of: ":"),
      let fault = Fault(rawValue: String(cells[3][..<colon]))
    else { throw UnreadableRow(row: String(row)) }
    self.corpus = corpus
    id = cells[0].trimmingCharacters(in: ["`"])
    self.fault = fault
    reason = cells[3][cells[3].index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }

  struct UnreadableRow: Error {
    let row: String
  }
}
