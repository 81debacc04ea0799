import ArgumentParser
import Deployment
import FoundationEssentials
import Glibc
import OpenStack

/// `libretto deploy`: makes a template run.
struct Deploy: AsyncParsableCommand {
  enum Driver: String, ExpressibleByArgument, CaseIterable {
    case heat, senlin
  }

  static let configuration = CommandConfiguration(
    abstract: "Translate a TOSCA template and make it run.",
    discussion: """
      The template runs in the built-in engine, whose data lie in one folder, or in the engine that a running \
      'libretto serve' has. One line per change of a resource, then the outputs. When something fails, the reasons of \
      the failed resources are printed and the exit status is 3.
      """)

  @Argument(help: "The TOSCA template.", completion: .file())
  var path: String

  @Option(help: "The name of the deployment.")
  var name: String

  @Option(help: "What scales: Heat's groups or Senlin's clusters; the template's own choice by default.")
  var driver: Driver?

  @Option(help: ArgumentHelp("How long the creation may take.", valueName: "minutes"))
  var timeout = 60

  @Flag(help: "Remove everything again when something fails.")
  var rollback = false

  @Option(
    help: ArgumentHelp("A value for one of the template's inputs; can be given again.", valueName: "k=v"))
  var input: [String] = []

  @OptionGroup var engine: EngineOptions
  @OptionGroup var simulation: SimulationFlags

  func validate() throws {
    guard (1...1 << 20).contains(timeout) else {
      throw ValidationError("--timeout is a number of minutes from 1 on")
    }
    if let wrong = input.first(where: { !$0.dropFirst().contains("=") }) {
      throw ValidationError("'\(wrong)' is not of the form name=value")
    }
  }

  func run() async throws {
    let template = try translateTemplate(at: path, driver: driver, inputs: input)
    let creation = StackCreation(
      name: name, template: template.main, files: template.files, parameters: template.parameters,
      disablesRollback: !rollback, timeoutMinutes: timeout)
    try await engine.withTarget(simulation) { target in
      try await target.requireFree(name)
      let stack = try await target.deploy(creation, within: .seconds(timeout * 60 + 60))
      if !stack.outputs.isEmpty { write(stack.outputs.listing.table, to: STDOUT_FILENO) }
    }
  }
}

/// A template ready for the Orchestration API.
struct TranslatedTemplate: Sendable {
  /// The HOT template as a map.
  var main: Value
  /// The texts that it names.
  var files: ValueMap
  var parameters: ValueMap = [:]
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
      let reasons = failure.resources.map { "\n  \($0.name) (\($0.type)): \($0.reason)" }.joined()
      throw .trouble(failure.message + reasons)
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
