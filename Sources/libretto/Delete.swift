import ArgumentParser
import Deployment
import Glibc
import OpenStack

/// `libretto delete`: removes a stack and what it left behind.
struct Delete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Remove a deployment.",
    discussion: """
      Waits until all is gone. Scaling policies, which the stack itself must leave behind, are removed after it. What \
      could not be removed is named, and the exit status is 3 then.
      """)

  @Argument(help: "The name that the deployment was given, or the stack's id.", transform: stated)
  var name: String

  @Option(help: ArgumentHelp("How long to wait.", valueName: "minutes"))
  var timeout = 60

  @OptionGroup var engine: EngineOptions

  func validate() throws {
    try checkTimeout(timeout)
  }

  func run() async throws {
    try await engine.withTarget { target in
      let stack = try await target.stack(name)
      let policies = try await target.heat.resources(of: stack)
        .filter { $0.type == "OS::Senlin::Policy" && !$0.physicalID.isEmpty }
      let columns = ProgressColumns(try await target.heat.template(of: stack))
      let deployment = StackDeployment(target.heat, patience: target.patience)
      try await deployment.delete(stack, within: .seconds(timeout * 60)) { printLine(columns.line($0)) }
      let left = try await target.remove(policies)
      guard left.isEmpty else {
        throw Failure.trouble(
          "stack '\(stack.name)' is gone, but these policies are left: \(left.joined(separator: ", "))")
      }
      printLine("stack '\(stack.name)' is gone, nothing is left")
    }
  }
}

extension Target {
  /// Removes policies that their stack retained; returns those that resist, with the reason.
  fileprivate func remove(_ policies: [StackResource]) async throws(DeploymentError) -> [String] {
    var left: [String] = []
    for policy in policies {
      do throws(DeploymentError) {
        try await clustering.deletePolicy(policy.physicalID)
        printLine("\(policy.name)  removed")
      } catch  where error.status == 404 {
        continue
      } catch  where error.status != nil {
        left.append("\(policy.name) (\(error.message))")
      }
    }
    return left
  }
}
