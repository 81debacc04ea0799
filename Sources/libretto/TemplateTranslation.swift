import ArgumentParser
import Diagnostics
import Glibc
import Loading
import TOSCA
import Translation

extension TranslationPlan.Driver: ExpressibleByArgument {}

/// What `translate` and `deploy` have in common: the template and how it is read.
struct TemplateOptions: ParsableArguments {
  @Argument(help: "The template file; '-' is standard input.")
  var path: String

  @Option(help: "Who runs what scales; overrides the template's own choice.")
  var driver: TranslationPlan.Driver?

  @Flag(help: "Let imports leave the folder of the template.")
  var allowOutside = false

  @Option(help: "How findings are printed, on standard error.")
  var diagnostics = FindingFormat.pretty

  @Option(help: "Whether findings for a person are coloured.")
  var color = ColorChoice.auto

  /// Reads, checks and translates the template; warnings and errors go to standard error.
  func translation() throws -> Translation {
    var log = DiagnosticLog()
    let translation: Translation?
    do throws(LoadingError) {
      let topology = try readTopology(at: path, mayLeaveFolder: allowOutside, reporting: &log)
      translation = topology.flatMap { translate($0, driver: driver, reporting: &log) }
    } catch {
      throw Failure.trouble(error.message)
    }
    let isColored = color.isOn(for: STDERR_FILENO)
    let text =
      diagnostics == .pretty
      ? log.pretty([.error, .warning], isColored: isColored) : try diagnostics.text(of: [log])
    write(text, to: STDERR_FILENO)
    guard let translation else { throw Failure.findings }
    return translation
  }
}
