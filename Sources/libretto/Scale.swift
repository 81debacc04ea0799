import ArgumentParser
import Deployment
import OpenStack

/// `libretto scale`: changes the size of a cluster by hand.
struct Scale: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale",
    abstract: "Change the number of nodes of a deployment's cluster.",
    discussion: """
      --by goes through the cluster's scaling policies, with their bounds and their cooldown; --to sets the size \
      itself. A group that Heat scales knows its policies' own steps only. Prints the size before and after.
      """)

  @Argument(help: "The name that the deployment was given, or the stack's id.", transform: stated)
  var name: String

  @Argument(help: "The cluster or the group, when there are several.")
  var cluster: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many nodes more (+1) or less (-1).", valueName: "number"))
  var by: Int?

  @Option(help: ArgumentHelp("How many nodes there shall be.", valueName: "number"))
  var to: Int?

  @Option(help: ArgumentHelp("How long to wait.", valueName: "minutes"))
  var timeout = 60

  @OptionGroup var engine: EngineOptions

  func validate() throws {
    switch (by, to) {
    case (nil, nil), (.some, .some): throw ValidationError("give one of --by and --to")
    case (0, _): throw ValidationError("--by 0 changes nothing")
    case (let by?, _) where !(-1000...1000).contains(by):
      throw ValidationError("--by is a number from -1000 to 1000")
    case (_, let to?) where to < 0: throw ValidationError("--to cannot be less than 0")
    default: break
    }
    try checkTimeout(timeout)
  }

  func run() async throws {
    try await engine.withTarget { target in
      let stack = try await target.stack(name)
      let clusters = try await target.clusters(of: stack)
      let groups = try await target.groups(of: stack)
      let limit = Duration.seconds(timeout * 60)
      switch try choose(among: clusters, groups) {
      case .cluster(let cluster):
        printLine(try await ClusterScaling(target, cluster, within: limit).scale(by: by, to: to))
      case .group(let group):
        printLine(try await GroupScaling(target, stack, group, within: limit).scale(by: by, to: to))
      }
    }
  }

  private enum Scalable {
    case cluster(StackCluster)
    case group(ScalingGroup)
  }

  private func choose(among clusters: [StackCluster], _ groups: [ScalingGroup]) throws(Failure) -> Scalable {
    let all =
      clusters.map { ($0.name, [$0.name, $0.cluster.name, $0.cluster.id], Scalable.cluster($0)) }
      + groups.map { ($0.name, [$0.name], Scalable.group($0)) }
    let names = all.map { "'\($0.0)'" }.joined(separator: ", ")
    guard let cluster else {
      guard let only = all.first else { throw .trouble("deployment '\(name)' has nothing that scales") }
      guard all.count == 1 else { throw .usage("'\(name)' has several clusters, name one of them: \(names)") }
      return only.2
    }
    guard let found = all.first(where: { $0.1.contains(cluster) }) else {
      throw .trouble("'\(name)' has no cluster '\(cluster)'; it has \(names)")
    }
    return found.2
  }
}
