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

  @Test(arguments: [(["--color", "always"], true), (["--color", "auto"], false), ([], false)])
  func `colour is for terminals and who asks for it`(options: [String], isColored: Bool) throws {
    let outcome = try Workplace.run(["validate", broken] + options)
    #expect(outcome.output.contains("\u{1B}[1;31merror:") == isColored)
    #expect(outcome.output.hasSuffix("1 file checked: 15 errors, 1 warning\n"))
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs the program 'script'"),
    arguments: [("", true), ("NO_COLOR=1", false), ("NO_COLOR=", true), ("TERM=dumb", false)])
  func `a terminal has colour unless its user wants none`(setting: String, isColored: Bool) throws {
    let program = try #require(Running.program)
    let terminal = Process()
    let output = Pipe()
    terminal.executableURL = URL(filePath: "/usr/bin/env")
    // `script` runs a command on a terminal of its own.
    terminal.arguments = [
      "sh", "-c",
      "env -u NO_COLOR TERM=xterm \(setting) script -qec '\(program) validate \(broken)' /dev/null </dev/null",
    ]
    terminal.standardOutput = output
    try terminal.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    terminal.waitUntilExit()
    #expect(text.contains("[unknown-type]"))
    #expect(text.contains("\u{1B}[1;31merror:") == isColored)
  }
}
