import ArgumentParser
import Diagnostics
import Glibc
import Loading
import TOSCA
import Translation

extension TranslationPlan.Driver: ExpressibleByArgument {}

/// What `translate` and `deploy` have in common: the template and how it is read.
struct TemplateOptions: ParsableArguments {
  @Argument(help: "The template file or package; '-' is standard input.")
  var path: String

  @Option(help: "Who runs what scales; overrides the template's own choice.")
  var driver: TranslationPlan.Driver?

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
    let topology: Topology?
    do throws(LoadingError) {
      topology = try readTopology(at: path, within: loading.bounds, inputs: inputs, reporting: &log)
    } catch {
      throw Failure.trouble(error.message)
    }
    let translation = topology.flatMap { translate($0, driver: driver, reporting: &log) }
    if let topology, translation != nil {
      log.reportUnusedSuppressions()
      log.fillPaths(in: topology.document.tree)
    }
    let logs = review.configurationLogs + [log]
    let isColored = color.isOn(for: STDERR_FILENO)
    let text =
      diagnostics == .pretty
      ? logs.map { $0.pretty([.error, .warning], isColored: isColored) }.joined()
      : try diagnostics.text(of: logs)
    write(text, to: STDERR_FILENO)
    guard let translation, !logs.contains(where: \.hasErrors) else {
      if !logs.contains(where: \.hasErrors) { printError("there is nothing in '\(path)' to translate") }
      throw Failure.findings
    }
    return translation
  }
}
