import ArgumentParser
import Diagnostics
import Glibc
import Loading
import OpenStack
import TOSCA
import Translation
import YAML

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

  @Option(
    help: ArgumentHelp(
      "A file with the flavors and images to choose from, in YAML; without it they become parameters.",
      valueName: "file"),
    completion: .file())
  var catalog: String?

  @Option(
    help: ArgumentHelp(
      "Let alarms call URL/TRIGGER/ACTION for actions that have no counterpart in a stack.", valueName: "url")
  )
  var alarmURL: String?

  @Flag(help: "Make the templates from the descriptor, also where a package has its own under BaseHOT.")
  var generated = false

  @Flag(help: "Take warnings, such as what is not translated, for errors.")
  var strict = false

  @OptionGroup var loading: LoadingFlags

  @Option(help: "How findings are printed, on standard error.")
  var diagnostics = FindingFormat.pretty

  @Option(help: "Whether findings for a person are coloured.")
  var color = ColorChoice.auto

  @OptionGroup var review: ReviewOptions

  /// Reads, checks and translates the template; warnings and errors go to standard error.
  ///
  /// The values of the inputs become the defaults of the parameters.
  func translation(inputs: [InputSource] = []) throws -> Translation {
    try outcome(inputs: inputs).translation
  }

  /// What came of a template.
  struct Outcome {
    let translation: Translation
    /// The files that go with the templates, by their names there.
    let files: [(name: String, bytes: [UInt8])]
    let hasErrors: Bool
  }

  /// The translation with the files that go with it, one of which that cannot be read is a warning.
  ///
  /// The values of the inputs become the defaults of the parameters, unless the stack gets them itself. Where it
  /// `keepsGoing` a template with errors is translated too, as far as there is anything to translate.
  func outcome(
    inputs: [InputSource], setsDefaults: Bool = true, keepsGoing: Bool = false, readingFiles: Bool = false
  ) throws -> Outcome {
    var review = Review(review)
    var log = DiagnosticLog(policy: try review.policy(for: path))
    let source = try source()
    let topology = source.readTopology(inputs: inputs, reporting: &log)
    var options = TranslationOptions()
    options.driver = driver
    options.lifecycle = lifecycle
    options.keepsGoing = keepsGoing
    options.catalog = try catalog.map { try readCatalog($0, reporting: &log) }
    options.setsDefaults = setsDefaults
    if let alarmURL, !alarmURL.contains("://") {
      throw ValidationError("'\(alarmURL)' is no URL; alarms call what begins with 'https://' or 'http://'")
    }
    options.alarmURL = alarmURL
    var translated = log
    var translation = topology.flatMap { translate($0, options, reporting: &translated) }
    var files: [(name: String, bytes: [UInt8])] = []
    let base = try generated ? nil : baseTemplates(of: source, translation?.flavour)
    if let base {
      // What a translation leaves out does not matter where it is not used.
      translation?.use(base.main, nested: base.nested, reporting: &log)
      base.check(reporting: &log)
      if readingFiles { files = source.files(translation?.givenAttachments ?? [], reporting: &log) }
    } else {
      log = translated
      if readingFiles { files = source.files(translation?.attachments ?? [], reporting: &log) }
    }
    if let topology, translation != nil {
      log.reportUnusedSuppressions()
      log.fillPaths(in: topology.document.tree)
    }
    let logs = review.configurationLogs + [log]
    try printFindings(of: logs)
    let hasErrors = logs.contains { $0.hasErrors || strict && $0.count(.warning) > 0 }
    guard let translation else {
      if !hasErrors { printError("there is nothing in '\(path)' to translate") }
      throw Failure.findings
    }
    if hasErrors, !keepsGoing { throw Failure.findings }
    return Outcome(translation: translation, files: files, hasErrors: hasErrors)
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

  private func readCatalog(_ path: String, reporting log: inout DiagnosticLog) throws -> Catalog {
    let source = try failing { () throws(LoadingError) in try FileLoader.read(path) }
    let tree = YAMLTree(parsing: source.bytes, file: log.add(source), reporting: &log)
    return Catalog(reading: tree, reporting: &log)
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

extension TemplateSource {
  /// The bytes of the files that go with the templates; one that cannot be read is reported where it is named.
  fileprivate func files(
    _ attachments: [Attachment], reporting log: inout DiagnosticLog
  ) -> [(name: String, bytes: [UInt8])] {
    attachments.compactMap { attachment in
      do throws(LoadingError) {
        let bytes = try bytes(of: attachment.path, namedBy: log[file: attachment.range.file])
        return (attachment.name, bytes)
      } catch {
        log.report(.missingAttachment(attachment, error))
        return nil
      }
    }
  }
}

extension BaseTemplates {
  /// Holds the templates against Heat; these are warnings, since they go out as they are.
  fileprivate func check(reporting log: inout DiagnosticLog) {
    let count = log.findings.count
    guard !log.hasErrors else { return }
    for file in [main] + nested.map(\.file) { checkHeat(file, reporting: &log) }
    log.soften(after: count)
  }
}

extension Diagnostic {
  fileprivate static func missingAttachment(_ attachment: Attachment, _ error: LoadingError) -> Diagnostic {
    Diagnostic(
      .warning, "missing-file", "a template needs '\(attachment.name)' beside it: \(error.message)",
      at: attachment.range)
  }
}
