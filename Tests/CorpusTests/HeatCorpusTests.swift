import Diagnostics
import Foundation
import OpenStack
import Testing
import YAML

/// Heat's own code as judge of the checks of HOT templates: what it refuses is refused, and nothing else.
@Suite(
  .enabled(
    if: HeatCorpus.isPresent, "no corpus with heat-validate and its environment lies beside the checkout"))
struct HeatCorpusTests {
  @Test func `Heat and the program agree which templates have errors`() throws {
    let files = HeatCorpus.files
    let refused = try HeatCorpus.refused(files)
    let disagreements = files.filter { file in
      !HeatCorpus.exceptions.contains { file.contains($0) } && refused.contains(file) != hasErrors(file)
    }
    #expect(files.count > 300)
    #expect(disagreements == [])
  }

  private func hasErrors(_ file: String) -> Bool {
    let bytes = Array(FileManager.default.contents(atPath: file) ?? Data())
    var log = DiagnosticLog()
    let id = log.add(SourceFile(name: file, bytes: bytes))
    checkHeat(YAMLTree(parsing: bytes, file: id, reporting: &log), reporting: &log)
    return log.hasErrors
  }
}

private enum HeatCorpus {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let shared = root.deletingLastPathComponent().appending(path: "shared")
  private static let tool = shared.appending(path: "tools/heat-validate").path

  /// An image without a value stands beside a volume: Heat refuses it too, once the parameters have values.
  static let exceptions = ["h-etsi_nfv_vnf_vdu_cp_vl_blockstorage_with_scaling/worker_instance"]

  static let isPresent =
    FileManager.default.isExecutableFile(atPath: tool) && (try? run([])) != nil && !files.isEmpty

  /// The HOT templates that translators made or that belong to packages, and those of `hot-output`.
  static let files: [String] = {
    let corpus = shared.appending(path: "corpus")
    let all = [corpus, root.appending(path: "hot-output")].flatMap { folder in
      ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted()
        .map { folder.appending(path: $0).path }
    }
    return all.filter { file in
      guard file.hasSuffix(".yaml"),
        ["/expected/", "/emitted", "/BaseHOT/", "/hot-output/"].contains(where: file.contains)
      else { return false }
      let text = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return text.hasPrefix("heat_template_version") || text.contains("\nheat_template_version")
    }
  }()

  private struct Report: Decodable {
    struct Problem: Decodable {
      let file: String
      let level: String
      let message: String
    }
    let problems: [Problem]
  }

  /// The files that Heat refuses for another reason than that a file is missing.
  static func refused(_ files: [String]) throws -> Set<String> {
    let report = try JSONDecoder().decode(Report.self, from: try run(files))
    let errors = report.problems.filter { $0.level == "error" && !$0.message.hasPrefix("file not found") }
    return Set(errors.map { URL(filePath: $0.file, relativeTo: URL(filePath: "/")).standardized.path })
  }

  /// Runs the tool from `/`, so that it names all files in one way.
  private static func run(_ files: [String]) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: tool)
    process.arguments = files.isEmpty ? ["--help"] : ["--senlin", "--json"] + files
    process.currentDirectoryURL = URL(filePath: "/")
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 2 else { throw CocoaError(.executableLoad) }
    return data
  }
}
