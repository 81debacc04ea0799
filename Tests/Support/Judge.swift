import Foundation

/// A tool beside the checkout that compares or checks templates.
package struct Judge: Sendable {
  package let path: String

  private static let tools = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/tools")

  /// Compares two templates by meaning.
  package static let hotdiff = Judge(path: tools.appending(path: "hotdiff").path)
  /// Heat's and Senlin's own code.
  package static let heatValidate = Judge(path: tools.appending(path: "heat-validate").path)

  package var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Whether the judge's environment is there: it ends with 2 when it cannot run.
  package var isReady: Bool {
    guard isThere else { return false }
    let template = FileManager.default.temporaryDirectory.appending(path: "judged-\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(at: template) }
    try? Data("heat_template_version: 2016-04-08\n".utf8).write(to: template)
    return (try? judge([template.path]).status) == 0
  }

  package func judge(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}

/// What Heat's and Senlin's own code says about a template.
package struct HeatProblem: Decodable, CustomStringConvertible {
  package let file: String
  package let level: String
  package let message: String
  package let resource: String?
  package let property: String?

  private struct Report: Decodable {
    let problems: [HeatProblem]
  }

  package var description: String { "\(file): \(resource ?? "").\(property ?? ""): \(message)" }

  package static func found(in files: [String]) throws -> [HeatProblem] {
    let report = try Judge.heatValidate.judge(["--senlin", "--json"] + files).output
    return try JSONDecoder().decode(Report.self, from: Data(report.utf8)).problems
  }
}
