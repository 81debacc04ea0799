import Diagnostics
import Foundation
import Loading
import Support
import Testing

/// The template that the project began with; it stands beside the checkout, not in it.
private let seed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "shared/corpus/seed/tosca-senlin-vnfd.yaml").standardizedFileURL.path

private func seedFindings() throws -> [String] {
  var log = DiagnosticLog()
  _ = try readTopology(at: seed, reporting: &log)
  return log.sorted.map {
    "\($0.range.start.line):\($0.range.start.column) \($0.severity.rawValue) \($0.code.name)"
  }
}

@Suite(.enabled(if: FileManager.default.fileExists(atPath: seed), "the corpus is not beside this checkout"))
struct SeedTests {
  /// The row of part A of the corpus's README beside the finding that answers it.
  static let answers: [(row: Int, finding: String)] = [
    (1, "46:7 error policy-not-nested"),
    (2, "47:13 error unknown-type"),
    (3, "49:7 warning policy-driver-key"),
    (3, "49:15 warning driver-spelling"),
    (4, "50:17 warning scaling-targets-property"),
    (5, "46:7 warning scaling-cooldown-default"),
    (6, "64:19 warning deprecated-name"),
    (6, "68:23 warning deprecated-name"),
    (6, "70:23 warning deprecated-name"),
    (6, "70:31 warning deprecated-name"),
    (6, "73:19 warning deprecated-name"),
    (7, "17:20 warning metering-key"),
    (8, "73:29 warning scaling-one-way"),
    (9, "1:28 info implicit-profile"),
    (10, "62:29 info event-type"),
    (10, "63:39 warning event-implementation"),
    (11, "67:35 info redundant-constraint"),
  ]

  @Test(arguments: answers)
  func `a mistake of the seed is named where it stands`(row: Int, finding: String) throws {
    #expect(try seedFindings().contains(finding), "row \(row)")
  }

  @Test func `the seed has no other findings`() throws {
    #expect(Set(try seedFindings()) == Set(Self.answers.map(\.finding)))
    #expect(try seedFindings().count == Self.answers.count)
  }
}
