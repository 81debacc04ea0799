import ArgumentParser
import Deployment
import Glibc
import OpenStack

/// `libretto outputs`: what a stack tells about itself.
struct Outputs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outputs",
    abstract: "Print the outputs of a deployed template.",
    discussion: "`libretto outputs vnf1 -f value -c output_value` prints the bare values.")

  @Argument(help: "The name that the deployment was given, or the stack's id.", transform: stated)
  var name: String

  @OptionGroup var engine: EngineOptions
  @OptionGroup var listing: ListingOptions

  func run() async throws {
    let outputs = try await engine.withTarget { target in
      let stack = try await target.stack(name)
      return try await target.heat.outputs(of: stack)
    }
    write(try outputs.listing.text(listing), to: STDOUT_FILENO)
  }
}

extension [StackOutput] {
  /// The outputs as rows; one that could not be made says why.
  var listing: Listing {
    Listing(
      columns: ["output_key", "output_value", "description"],
      rows: map { output in
        [
          .string(output.key), output.error.map { .string("error: \($0)") } ?? output.value,
          .string(output.description),
        ]
      })
  }
}

extension Target {
  /// A stack by name or id, with a failure that says what to do.
  func stack(_ name: String) async throws(Failure) -> Stack {
    do throws(DeploymentError) {
      return try await heat.stack(name)
    } catch  where error.status == 404 {
      throw .trouble("nothing is deployed under the name '\(name)'; 'libretto list' shows what is")
    } catch {
      throw Failure(error)
    }
  }
}
