import ArgumentParser
import Diagnostics
import Glibc
import Loading
import TOSCA
import Translation

extension TranslationPlan.Driver: ExpressibleByArgument {}
extension TranslationOptions.Lifecycle: ExpressibleByArgument {}

/// What `translate`, `graph` and `deploy` have in common: the template and how it is read.
struct TemplateOptions: ParsableArguments {
  @Argument(help: "The template file or package; '-' is standard input.")
  var path: String

  @Option(help: "Who runs what scales; overrides the template's own choice.")
  var driver: TranslationPlan.Driver?

  @Option(
    help:
      "How the life cycle of software is written: one component for each node, or pairs for each operation.")
  var lifecycle = TranslationOptions.Lifecycle.component

  @Flag(help: "Make the templates from the descriptor, also where a package has its own under BaseHOT.")
  var generated = false

  @OptionGroup var loading: LoadingFlags

  @Option(help: "How findings are printed, on standard error.")
  var diagnostics = FindingFormat.pretty

  @Option(help: "Whether findings for a person are coloured.")
  var color = ColorChoice.auto

  @OptionGroup var review: ReviewOptions

  /// Reads, checks and translates the template; warnings and errors go to standard error.
  func translation(inputs: [InputSource] = []) throws -> Translation {
    var review = Review(review)
    var log = DiagnosticLog(policy: try review.policy(for: path))
    let source = try self.source()
    let topology = source.readTopology(inputs: inputs, reporting: &log)
    var options = TranslationOptions()
    options.driver = driver
    options.lifecycle = lifecycle
    var translated = log
    var translation = topology.flatMap { translate($0, options, reporting: &translated) }
    let base = try generated ? nil : baseTemplates(of: source, translation?.flavour)
    if let base {
      // What a translation leaves out does not matter where it is not used.
      translation?.use(base.main, nested: base.nested, reporting: &log)
    } else {
      log = translated
    }
    if let topology, translation != nil {
      log.reportUnusedSuppressions()
      log.fillPaths(in: topology.document.tree)
    }
    let logs = review.configurationLogs + [log]
    try printFindings(of: logs)
    guard let translation, !logs.contains(where: \.hasErrors) else {
      if !logs.contains(where: \.hasErrors) { printError("there is nothing in '\(path)' to translate") }
      throw Failure.findings
    }
    return translation
  }

  /// Reads and checks the template, which may have errors; warnings and errors go to standard error.
  ///
  /// The graph comes as far as there is one, with the files that were read, and whether anything has errors.
  func topology(inputs: [InputSource]) throws -> (Topology, files: DiagnosticLog, hasErrors: Bool) {
    var review = Review(review)
    var log = DiagnosticLog(policy: try review.policy(for: path))
    let topology = try source().readTopology(inputs: inputs, reporting: &log)
    let logs = review.configurationLogs + [log]
    try printFindings(of: logs)
    guard let topology else { throw Failure.findings }
    return (topology, log, logs.contains(where: \.hasErrors))
  }

  private func source() throws -> TemplateSource {
    try failing { () throws(LoadingError) in try TemplateSource.one(at: path, within: loading.bounds) }
  }

  private func baseTemplates(of source: TemplateSource, _ flavour: String?) throws -> BaseTemplates? {
    guard let flavour else { return nil }
    return try failing { () throws(LoadingError) in try source.baseTemplates(ofFlavour: flavour) }
  }

  private func failing<Result>(_ work: () throws(LoadingError) -> Result) throws -> Result {
    do throws(LoadingError) {
      return try work()
    } catch {
      throw Failure.trouble(error.message)
    }
  }

  private func printFindings(of logs: [DiagnosticLog]) throws {
    let isColored = color.isOn(for: STDERR_FILENO)
    let text =
      diagnostics == .pretty
      ? logs.map { $0.pretty([.error, .warning], isColored: isColored) }.joined()
      : try diagnostics.text(of: logs)
    write(text, to: STDERR_FILENO)
  }
}
