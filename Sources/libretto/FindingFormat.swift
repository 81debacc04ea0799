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

  /// The findings of several files; all of them in every format.
  func text(of logs: [DiagnosticLog]) throws -> String {
    switch self {
    case .pretty: logs.map { $0.pretty() }.joined()
    case .concise: logs.map { $0.concise() }.joined()
    case .json: try jsonText(FindingReport(logs)) + "\n"
    }
  }
}
