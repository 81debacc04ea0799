import ArgumentParser
import Deployment
import FoundationEssentials
import Glibc
import OpenStack
import TOSCA
import Translation

/// `libretto deploy`: makes a template run.
struct Deploy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deploy",
    abstract: "Translate a TOSCA template and make it run.",
    discussion: """
      The template runs in the built-in engine, whose data lie in one folder, or in the engine that a running \
      'libretto serve' has. One line per change of a resource, then the outputs. When something fails, the reasons of \
      the failed resources are printed and the exit status is 3.
      """)

  @OptionGroup var template: TemplateOptions

  @Option(help: "The name of the deployment.", transform: stated)
  var name: String

  @Option(help: ArgumentHelp("How long the creation may take.", valueName: "minutes"))
  var timeout = 60

  @Flag(help: "Remove everything again when something fails.")
  var rollback = false

  @Option(
    help: ArgumentHelp("A value for one of the template's inputs; can be given again.", valueName: "k=v"))
  var input: [String] = []

  @OptionGroup var engine: EngineOptions
  @OptionGroup var flags: SimulationFlags

  func validate() throws {
    try checkTimeout(timeout)
    if let wrong = input.first(where: { !$0.dropFirst().contains("=") }) {
      throw ValidationError("'\(wrong)' is not of the form name=value")
    }
  }

  func run() async throws {
    let outcome = try template.outcome(inputs: sources, setsDefaults: false, readingFiles: true)
    let creation = StackCreation(
      name: name, template: outcome.translation.mainValue,
      files: ValueMap(texts(of: outcome.translation.nestedFiles + outcome.files)),
      parameters: ValueMap(parameters), disablesRollback: !rollback, timeoutMinutes: timeout)
    try await engine.withTarget(flags.simulation) { target in
      try await target.requireFree(name)
      let stack = try await target.deploy(creation, within: .seconds(timeout * 60 + 60))
      if !stack.outputs.isEmpty { write(stack.outputs.listing.table, to: STDOUT_FILENO) }
    }
  }

  /// The values of --input as the translation takes them, which chooses by them.
  private var sources: [InputSource] {
    parameters.map { name, value in
      let text = value.string ?? ""
      let isOptional = Translation.optionalInputs.contains(name)
      return isOptional ? .optional(name: name, text: text) : .value(name: name, text: text)
    }
  }

  /// The values of --input; Heat reads their texts by the types of its parameters.
  private var parameters: [(String, Value)] {
    input.map { option in
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), .string(parts.count > 1 ? String(parts[1]) : ""))
    }
  }
}

/// Files as the Orchestration API takes them.
private func texts(of files: [(name: String, bytes: [UInt8])]) -> [(String, Value)] {
  files.map { ($0.name, .string(String(decoding: $0.bytes, as: UTF8.self))) }
}

extension Target {
  fileprivate func requireFree(_ name: String) async throws(Failure) {
    do throws(DeploymentError) {
      let stack = try await heat.stack(name)
      throw DeploymentError.unreadable(
        "'\(name)' is deployed already (\(stack.status)); 'libretto delete \(name)' removes it")
    } catch  where error.status == 404 {
      return
    } catch {
      throw Failure(error)
    }
  }

  fileprivate func deploy(_ creation: StackCreation, within limit: Duration) async throws(Failure) -> Stack {
    let columns = ProgressColumns(creation.template)
    do throws(DeploymentError) {
      let deployment = StackDeployment(heat, patience: patience)
      return try await deployment.create(creation, within: limit) { printLine(columns.line($0)) }
    } catch .stackFailed(let failure) {
      let reasons = failure.resources.map { "\n  '\($0.name)' of type '\($0.type)': \($0.reason)" }
      throw .trouble(failure.message + reasons.joined())
    } catch {
      throw Failure(error)
    }
  }
}

/// How wide the columns of the progress are, so that they stand one below the other.
struct ProgressColumns: Sendable {
  private let name: Int
  private let type: Int

  init(_ template: Value) {
    let resources = template["resources"]?.map ?? [:]
    name = resources.reduce(0) { max($0, $1.key.count) }
    type = resources.reduce(0) { max($0, $1.value.text("type").count) }
  }

  func line(_ event: StackEvent) -> String {
    let start = padded(event.resourceName, name) + "  " + padded(event.resourceType ?? "", type)
    let line = "\(start)  \(event.status)"
    return event.status.hasSuffix("_FAILED") && !event.reason.isEmpty ? "\(line)  \(event.reason)" : line
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
