import ArgumentParser
import Diagnostics
import Glibc

/// `libretto explain`: says what a rule means.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule means, with a wrong and a right example.",
    discussion: "The rule is the word in brackets behind a finding. 'libretto rules' lists all.")

  @Argument(
    help: "The rule, such as 'unknown-node'.", completion: .custom { _, _, _ in Rule.all.map(\.id) })
  var rule: String

  func run() throws {
    // A finding prints its rule in brackets; with them it is meant too.
    let name = rule.hasPrefix("[") && rule.hasSuffix("]") ? String(rule.dropFirst().dropLast()) : rule
    guard let found = Rule.named(name) else {
      let near = nearestSpelling(to: name, among: Rule.all.map(\.id))
      let hint = near.map { "; did you mean '\($0)'?" } ?? ";"
      throw Failure.usage("there is no rule '\(name)'\(hint) 'libretto rules' lists them")
    }
    write(found.terminalText(), to: STDOUT_FILENO)
  }
}
