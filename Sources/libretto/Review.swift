import ArgumentParser
import Diagnostics
import Loading
import TOSCA

extension ReviewProfile: ExpressibleByArgument {
  package init?(argument: String) {
    guard let profile = ReviewProfile.named(argument) else { return nil }
    self = profile
  }

  package static var allValueStrings: [String] { all.map(\.name) }
}

/// Which findings count.
struct ReviewOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A rule whose findings do not count; can be given again.", valueName: "rule"))
  var ignore: [String] = []

  @Option(help: "How severe rules are, for one kind of review.")
  var profile: ReviewProfile?

  @Option(
    help: ArgumentHelp(
      "The configuration of the review, else '.libretto.yaml' in the template's folder or above.",
      valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Read no configuration.")
  var readsNoConfiguration = false

  func validate() throws {
    if config != nil, readsNoConfiguration {
      throw ValidationError("--config and --no-config contradict each other; give one of them")
    }
    if let wrong = ignore.first(where: { !KnownRules.all.contains($0) }) {
      let hint = KnownRules.all.nearest(to: wrong).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("'\(wrong)' is not a rule\(hint)")
    }
  }
}

/// The decisions of a review about the templates of one command; each configuration is read once.
struct Review {
  private let options: ReviewOptions
  private var configurations: [String: ReviewConfiguration] = [:]
  /// The findings about configurations that have some.
  private(set) var configurationLogs: [DiagnosticLog] = []

  init(_ options: ReviewOptions) {
    self.options = options
  }

  /// What the configuration and the command line decide about the findings of a template.
  mutating func policy(for template: String) throws(Failure) -> FindingPolicy {
    try configuration(for: template).policy(profile: options.profile, ignoring: options.ignore)
  }

  /// The configuration that counts for a template.
  mutating func configuration(for template: String) throws(Failure) -> ReviewConfiguration {
    let path =
      options.readsNoConfiguration
      ? nil : options.config ?? ReviewConfiguration.path(forTemplate: template)
    guard let path else { return ReviewConfiguration() }
    if let known = configurations[path] { return known }
    var log = DiagnosticLog()
    do throws(LoadingError) {
      let configuration = try ReviewConfiguration(at: path, reporting: &log)
      configurations[path] = configuration
      if !log.findings.isEmpty { configurationLogs.append(log) }
      return configuration
    } catch {
      throw .trouble(error.message)
    }
  }
}
