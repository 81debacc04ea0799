import ArgumentParser
import Diagnostics
import Glibc
import OpenStack

/// `libretto rules`: lists what findings there can be.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules that findings name.",
    discussion: "'libretto explain RULE' says more of one, with a wrong and a right example.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Option(name: .shortAndLong, help: "How the rules are printed.")
  var format = Format.table

  func run() throws {
    let text =
      switch format {
      case .table: Self.table
      case .json: try jsonText(RuleList(Rule.all)) + "\n"
      }
    write(text, to: STDOUT_FILENO)
  }

  private static var table: String {
    let rows = Rule.all.map { rule in
      [rule.id, rule.severity.rawValue, rule.category.rawValue, rule.summary].map(Value.string)
    }
    return Listing(columns: ["Rule", "Severity", "Category", "Summary"], rows: rows).table
  }
}
