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

  /// Reads, checks and translates the template; warnings and errors go to standard error.
  func translation() throws -> Translation {
    var log = DiagnosticLog()
    let translation: Translation?
    do throws(LoadingError) {
      let topology = try readTopology(at: path, within: loading.bounds, reporting: &log)
      translation = topology.flatMap { translate($0, driver: driver, reporting: &log) }
    } catch {
      throw Failure.trouble(error.message)
    }
    let text = diagnostics == .pretty ? log.pretty([.error, .warning]) : try diagnostics.text(of: [log])
    write(text, to: STDERR_FILENO)
    guard let translation else { throw Failure.findings }
    return translation
  }
}
