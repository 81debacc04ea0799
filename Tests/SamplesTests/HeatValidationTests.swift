import Foundation
import Support
import Testing

/// Heat's and Senlin's own code as judge of what the samples become.
///
/// The tool lies beside the checkout and brings its own environment; without it this test is skipped.
@Suite(
  .enabled(if: Judge.heatValidate.isReady, "no heat-validate with its environment lies beside the checkout"))
struct HeatValidationTests {
  private static let outputs = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "hot-output").path

  @Test func `Heat and Senlin find no error in the translations of the samples`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.outputs).sorted().filter { file in
      // Nested templates are checked with the one that names them, which knows their parameters.
      file.hasSuffix("/stack.yaml") || file.contains("/senlin/") && file.hasSuffix(".yaml")
    }
    let problems = try HeatProblem.found(in: files.map { "\(Self.outputs)/\($0)" })
    #expect(problems.filter { $0.level == "error" }.map(\.description) == [])
    #expect(!files.isEmpty)
  }
}
