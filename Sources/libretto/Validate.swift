import ArgumentParser
import Diagnostics
import Glibc
import Loading
import TOSCA
import Translation

/// `libretto validate`: says what is wrong with templates.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Say what is wrong with TOSCA templates.",
    discussion: """
      All findings of a template come in one run, each with its line and column and a rule. The exit status is 0 when \
      there is no error, 1 when there is one, 3 when a file cannot be read.
      """)

  @Argument(help: "Template files, packages, or folders of them; '-' is standard input.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "How findings are printed.")
  var format = FindingFormat.pretty

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @OptionGroup var loading: LoadingFlags

  func run() throws {
    var logs: [DiagnosticLog] = []
    var unreadable: [LoadingError] = []
    for path in paths {
      do throws(LoadingError) {
        for template in try TemplateSource.all(at: path, within: loading.bounds) {
          var log = DiagnosticLog()
          let topology = template.readTopology(reporting: &log)
          topology.map { Self.reportUntranslatable($0, &log) }
          logs.append(log)
        }
      } catch {
        unreadable.append(error)
      }
    }
    try write(format.text(of: logs), to: STDOUT_FILENO)
    if format == .pretty, !logs.isEmpty { write(Self.closing(logs) + "\n", to: STDOUT_FILENO) }
    if let first = unreadable.first {
      for error in unreadable.dropFirst() { printError(error.message) }
      throw Failure.trouble(first.message)
    }
    let isBad = logs.contains { $0.hasErrors || (strict && $0.count(.warning) > 0) }
    if isBad { throw ExitCode(1) }
  }

  /// Adds what only shows when a valid template is translated: errors, not what the translation leaves out.
  private static func reportUntranslatable(_ topology: Topology, _ log: inout DiagnosticLog) {
    guard !log.hasErrors else { return }
    var translated = log
    _ = translate(topology, reporting: &translated)
    for finding in translated.findings.dropFirst(log.findings.count) where finding.severity == .error {
      log.report(finding)
    }
  }

  /// The last line for a person: how many findings there were.
  private static func closing(_ logs: [DiagnosticLog]) -> String {
    func total(_ severity: Diagnostic.Severity) -> Int {
      logs.reduce(0) { $0 + $1.count(severity) }
    }
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let (errors, warnings, infos) = (total(.error), total(.warning), total(.info))
    let files = counted(logs.count, "file")
    guard errors + warnings + infos > 0 else { return "\(files) checked: no findings" }
    let kinds =
      [counted(errors, "error"), counted(warnings, "warning")] + (infos > 0 ? ["\(infos) info"] : [])
    return "\(files) checked: \(kinds.joined(separator: ", "))"
  }
}
