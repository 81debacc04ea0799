import ArgumentParser
import Diagnostics

/// How findings are printed.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  /// With the line of the file and the place marked.
  case pretty
  /// One line each.
  case concise
  /// For scripts, see ``FindingReport``.
  case json
  /// For code scanning, see ``SARIFLog``.
  case sarif
  /// The test report of continuous integration servers.
  case junit
  /// Commands of GitHub Actions, which show the findings beside the changed lines.
  case github

  /// The findings of several files; all of them in every format.
  func text(of logs: [DiagnosticLog], isColored: Bool = false) throws -> String {
    switch self {
    case .pretty: logs.map { $0.pretty(isColored: isColored) }.joined()
    case .concise: logs.map { $0.concise() }.joined()
    case .json: try jsonText(FindingReport(logs)) + "\n"
    case .sarif: try jsonText(SARIFLog(logs, toolVersion: Libretto.configuration.version)) + "\n"
    case .junit: junitReport(logs)
    case .github: githubCommands(logs)
    }
  }
}
