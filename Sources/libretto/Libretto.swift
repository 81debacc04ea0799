import ArgumentParser
import Glibc

/// The program: its subcommands, one file each.
@main
struct Libretto: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    // Names are stated, here and in the subcommands: to make them of the types costs a millisecond at each start.
    commandName: "libretto",
    abstract: "Check TOSCA NFV templates, translate them to Heat and Senlin, and deploy them.",
    version: "0.1.0",
    subcommands: [
      Validate.self,
      Translate.self,
      Graph.self,
      Rules.self,
      Explain.self,
      Deploy.self,
      List.self,
      Show.self,
      Events.self,
      Outputs.self,
      Scale.self,
      Delete.self,
      Serve.self,
    ])

  /// Runs a subcommand and turns what it throws into one message and the exit status.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      switch failure {
      case .findings: break
      case .usage(let message), .trouble(let message): printError(message)
      }
      Glibc.exit(failure.exitCode)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let isHelp = exitCode(for: error) == .success
      write(fullMessage(for: error) + "\n", to: isHelp ? STDOUT_FILENO : STDERR_FILENO)
      Glibc.exit(isHelp ? 0 : 2)
    }
  }
}
