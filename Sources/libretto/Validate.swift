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
    abstract: "Say what is wrong with TOSCA and HOT templates.",
    discussion: """
      All findings of a template come in one run, each with its line and column and a rule. The exit status is 0 when \
      there is no error, 1 when there is one, 3 when a file cannot be read. A file with 'heat_template_version' is held \
      against the resource types of Heat, one with the 'type', 'version' and 'properties' of a Senlin spec against those \
      of Senlin.
      """)

  @Argument(help: "Template files, packages, or folders of them; '-' is standard input.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "How findings are printed.")
  var format = FindingFormat.pretty

  @Option(help: "Whether findings for a person are coloured.")
  var color = ColorChoice.auto

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @OptionGroup var loading: LoadingFlags

  @OptionGroup var inputs: InputOptions
  @OptionGroup var review: ReviewOptions
  @OptionGroup var baseline: BaselineOptions

  func run() throws {
    let inputs = try inputs.sources()
    var review = Review(review)
    var baselines = Baselines(baseline)
    var logs: [DiagnosticLog] = []
    var unreadable: [LoadingError] = []
    for path in paths {
      let templates: [TemplateSource]
      do throws(LoadingError) {
        templates = try TemplateSource.all(at: path, within: loading.bounds, withOpenStack: true)
      } catch {
        unreadable.append(error)
        continue
      }
      let known = try review.configuration(for: path).baseline
      for template in templates {
        var log = DiagnosticLog(policy: try review.policy(for: path))
        if let file = template.openStackFile {
          checkHeat(file, reporting: &log)
          try baselines.hideFindings(of: &log, knownTo: known)
          baselines.finish(log, knownTo: known)
          logs.append(log)
          continue
        }
        let topology = template.readTopology(inputs: inputs, reporting: &log)
        try baselines.hideFindings(of: &log, knownTo: known)
        let isSound = !log.hasErrors
        if let topology, isSound { Self.reportUntranslatable(topology, &log) }
        do throws(LoadingError) {
          for file in try template.heatTemplates { checkHeat(file, reporting: &log) }
        } catch {
          unreadable.append(error)
        }
        if let topology, isSound {
          if !log.hasErrors { log.reportUnusedSuppressions() }
          log.fillPaths(in: topology.document.tree)
          try baselines.hideFindings(of: &log, knownTo: known)
          baselines.finish(log, knownTo: known)
        }
        logs.append(log)
      }
    }
    logs = review.configurationLogs + logs
    try write(format.text(of: logs, isColored: color.isOn(for: STDOUT_FILENO)), to: STDOUT_FILENO)
    let remarks = try baselines.finish()
    let isWritten = baseline.writeBaseline != nil
    if format == .pretty, !logs.isEmpty, !isWritten { write(Self.closing(logs) + "\n", to: STDOUT_FILENO) }
    for remark in remarks { write(remark + "\n", to: format == .pretty ? STDOUT_FILENO : STDERR_FILENO) }
    if let first = unreadable.first {
      for error in unreadable.dropFirst() { printError(error.message) }
      throw Failure.trouble(first.message)
    }
    let isBad = logs.contains { $0.hasErrors || (strict && $0.count(.warning) > 0) }
    if isBad { throw ExitCode(1) }
  }

  /// Adds what only shows when a valid template is translated: what stops the translation, not what it leaves out.
  ///
  /// It is TOSCA all the same, so these are warnings here.
  private static func reportUntranslatable(_ topology: Topology, _ log: inout DiagnosticLog) {
    let count = log.findings.count
    _ = translate(topology, reporting: &log)
    log.removeFindings(after: count) { $0.severity != .error }
    log.soften(after: count)
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
