import ArgumentParser
import Deployment
import Glibc
import OpenStack

/// `libretto list`: the stacks of an engine.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what is deployed.",
    discussion: "One row per stack, newest first, as `openstack stack list` has it.")

  @OptionGroup var engine: EngineOptions
  @OptionGroup var listing: ListingOptions

  func run() async throws {
    let stacks = try await engine.withTarget { target in
      try await target.heat.stacks()
    }
    let found = Listing(
      columns: ["ID", "Stack Name", "Stack Status", "Creation Time", "Updated Time"],
      rows: stacks.map { stack -> [Value] in
        let updated: Value = stack.updatedTime.map { .string($0) } ?? .null
        return [
          .string(stack.id), .string(stack.name), .string(stack.status), .string(stack.creationTime), updated,
        ]
      })
    write(try found.text(listing), to: STDOUT_FILENO)
  }
}
