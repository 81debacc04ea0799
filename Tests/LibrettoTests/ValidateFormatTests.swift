import Foundation
import Testing

/// `libretto validate --format`.
@Suite struct ValidateFormatTests {
  private let broken = Workplace.sample("broken-vnfd")

  @Test func `code scanning gets a log of its own form and nothing else`() throws {
    let outcome = try Workplace.run(["validate", "-f", "sarif", broken])
    #expect(outcome.status == 1)
    let log = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let run = try #require((log?["runs"] as? [[String: Any]])?.first)
    let driver = (run["tool"] as? [String: [String: Any]])?["driver"]
    #expect(driver?["name"] as? String == "libretto")
    #expect((driver?["semanticVersion"] as? String)?.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
    #expect((run["results"] as? [Any])?.count == 16)
  }

  @Test(arguments: [("junit", "</testsuites>\n"), ("github", "did you mean 'scaling'?\n")])
  func `a format for other programs ends without a summary`(format: String, end: String) throws {
    let outcome = try Workplace.run(["validate", "-f", format, broken])
    #expect(outcome.status == 1)
    #expect(outcome.output.hasSuffix(end))
  }

  @Test(arguments: ["sarif", "junit", "github"])
  func `the same findings print the same bytes`(format: String) throws {
    let first = try Workplace.run(["validate", "-f", format, broken]).output
    #expect(try Workplace.run(["validate", "-f", format, broken]).output == first)
  }

  @Test func `other commands print the formats to standard error`() throws {
    let outcome = try Workplace.run(["translate", "--diagnostics", "github", broken])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("::error file="))
  }
}
