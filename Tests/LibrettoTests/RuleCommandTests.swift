import Foundation
import Testing

/// `libretto rules` and `libretto explain`.
@Suite struct RuleCommandTests {
  @Test func `the rules are listed for a person`() throws {
    let outcome = try Workplace.run(["rules"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.dropFirst().first?.hasPrefix("| Rule ") == true)
    #expect(lines.contains { $0.hasPrefix("| unknown-node ") && $0.contains("| error    | nodes ") })
  }

  @Test func `the rules are listed for a script`() throws {
    struct List: Decodable {
      struct Rule: Decodable { let id, severity, category, summary: String }
      let version: Int
      let rules: [Rule]
    }
    let outcome = try Workplace.run(["rules", "--format", "json"])
    let list = try JSONDecoder().decode(List.self, from: Data(outcome.output.utf8))
    #expect(list.version == 1)
    #expect(list.rules.map(\.id) == list.rules.map(\.id).sorted())
    let rule = try #require(list.rules.first { $0.id == "unknown-node" })
    #expect(rule.severity == "error")
    #expect(rule.category == "nodes")
    #expect(rule.summary.hasSuffix("."))
  }

  @Test(arguments: ["unknown-node", "[unknown-node]"])
  func `a rule is explained`(name: String) throws {
    let outcome = try Workplace.run(["explain", name])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("unknown-node (error, nodes)\n\n"))
    #expect(outcome.output.contains("\nWrong:\n\n    tosca_definitions_version: "))
  }

  @Test(arguments: [
    (
      "unknown-nod",
      "there is no rule 'unknown-nod'; did you mean 'unknown-node'? 'libretto rules' lists them"
    ),
    ("xyzzy", "there is no rule 'xyzzy'; 'libretto rules' lists them"),
  ])
  func `a rule that is none is wrong usage`(name: String, message: String) throws {
    let outcome = try Workplace.run(["explain", name])
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors == "libretto: \(message)\n")
  }
}
