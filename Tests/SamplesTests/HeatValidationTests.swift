import Foundation
import Testing

/// Heat's and Senlin's own code as judge of what the samples become.
///
/// The tool lies beside the checkout and brings its own environment; without it these tests are skipped.
@Suite(.enabled(if: HeatJudge.isReady, "no heat-validate with its environment lies beside the checkout"))
struct HeatValidationTests {
  @Test(arguments: HeatJudge.outputs)
  func `Heat and Senlin find no error in a translation`(folder: String) throws {
    let verdict = try HeatJudge.judge(folder)
    #expect(verdict.status == 0, "\(verdict.output)")
  }
}

private enum HeatJudge {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let tool = root.deletingLastPathComponent().appending(path: "shared/tools/heat-validate").path

  /// The folders of `hot-output` that have templates.
  static let outputs: [String] = {
    let folder = root.appending(path: "hot-output")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { name in
      FileManager.default.fileExists(atPath: folder.appending(path: "\(name)/stack.yaml").path)
    }
  }()

  /// The tool ends with 2 when it cannot run.
  static let isReady: Bool = {
    guard FileManager.default.isExecutableFile(atPath: tool), let first = outputs.first else { return false }
    return (try? judge(first).status != 2) ?? false
  }()

  static func judge(_ name: String) throws -> (status: Int32, output: String) {
    let folder = root.appending(path: "hot-output/\(name)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      // A playbook in a folder of its own is no template.
      .filter { $0.hasSuffix(".yaml") && (!$0.contains("/") || $0.hasPrefix("senlin/")) }.map {
        folder.appending(path: $0).path
      }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: tool)
    process.arguments = ["--senlin"] + files
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
