package import Diagnostics
package import TOSCA

/// What a template becomes, decided before any value is made: which nodes scale, under which driver, in which file.
package struct TranslationPlan: Sendable {
  /// What runs a scaled group.
  package enum Driver: String, Sendable, CaseIterable {
    /// `OS::Heat::AutoScalingGroup`.
    case heat
    /// A Senlin cluster.
    case senlin
  }

  /// A set of nodes that multiplies: one cluster of the `senlin` driver, one group of the `heat` driver.
  package struct Group: Sendable {
    /// The scaling policy's place in ``Topology/policies``.
    package let policy: Int
    package let driver: Driver
    /// The VDUs that the policy is for: one under `senlin`, all targets under `heat`.
    package let targets: [NodeTemplate.ID]
    /// The targets and what belongs to them alone, in the order of the template.
    package let members: [NodeTemplate.ID]
    package let names: Names
  }

  /// The names of what a group becomes.
  package struct Names: Sendable {
    /// What all the names begin with.
    package let prefix: String
    /// The file of the nested template.
    package let file: String

    package var profile: String { "\(prefix)_profile" }
    package var cluster: String { "\(prefix)_cluster" }
    package var group: String { "\(prefix)_group" }
    package var scaleOut: String { "\(prefix)_scale_out" }
    package var scaleIn: String { "\(prefix)_scale_in" }
    package var health: String { "\(prefix)_health" }
    package var scaleOutReceiver: String { "\(scaleOut)_receiver" }
    package var scaleInReceiver: String { "\(scaleIn)_receiver" }
  }

  package private(set) var groups: [Group] = []
  /// The group of each node that is in one.
  private var groupOfNode: [NodeTemplate.ID: Int] = [:]

  private var portsOfServer: [NodeTemplate.ID: [NodeTemplate.ID]] = [:]

  /// Plans the translation of a topology; `driver` overrides what the template chooses.
  package init(_ topology: Topology, driver: Driver?, reporting log: inout DiagnosticLog) {
    for node in topology.nodeIDs {
      for server in topology.owners(of: node) {
        portsOfServer[server, default: []].append(node)
      }
    }
    for (offset, policy) in topology.policies.enumerated() where policy.isScaling {
      let stated = policy[property: "driver"]
      if driver == nil, let stated, case .function = stated.content {
        log.report(.notAPlainValue("'driver'", stated))
      }
      let chosen = driver ?? stated?.text.flatMap(Driver.init(rawValue:)) ?? .heat
      let targets = policy.targets.compactMap { target -> NodeTemplate.ID? in
        guard let node = target.node else {
          log.report(.targetIsGroup(target))
          return nil
        }
        guard topology[node].type.isKind(of: "tosca.nodes.Compute") else {
          log.report(.targetIsNoServer(target, topology[node]))
          return nil
        }
        guard groupOfNode[node] == nil else {
          log.report(.scaledTwice(target))
          return nil
        }
        groupOfNode[node] = -1
        return node
      }
      let parts = chosen == .senlin ? targets.map { [$0] } : targets.isEmpty ? [] : [targets]
      for part in parts {
        add(part, policy: offset, chosen, topology)
      }
    }
  }

  /// The group that a node is multiplied with; nil for one that exists once.
  package func group(of node: NodeTemplate.ID) -> Int? {
    groupOfNode[node]
  }

  /// The ports that are bound to a server, in the order of the template.
  func ports(of server: NodeTemplate.ID) -> [NodeTemplate.ID] {
    portsOfServer[server] ?? []
  }

  private mutating func add(_ targets: [NodeTemplate.ID], policy: Int, _ driver: Driver, _ topology: Topology)
  {
    let policyName = topology.policies[policy].name.text
    let names =
      switch driver {
      case .senlin:
        Names(
          prefix: "\(policyName)_\(topology[targets[0]].name.text)",
          file: "\(policyName)_\(topology[targets[0]].name.text).yaml")
      case .heat: Names(prefix: policyName, file: "\(policyName)_res.yaml")
      }
    let members = Set(targets + targets.flatMap(ports)).sorted { $0.offset < $1.offset }
    for node in members { groupOfNode[node] = groups.count }
    groups.append(Group(policy: policy, driver: driver, targets: targets, members: members, names: names))
  }
}

extension Topology {
  /// The servers that a node exists for: those a port is bound to.
  func owners(of node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    self[node].type.isKind(of: "tosca.nodes.network.Port")
      ? targets(of: node, "virtualBinding", "binding") : []
  }
}

extension Diagnostic {
  fileprivate static func targetIsGroup(_ target: Topology.Reference) -> Diagnostic {
    Diagnostic(
      .warning, "scaling-target",
      "'\(target.name.text)' is a group; groups are not scaled yet, name its members",
      at: target.name.range)
  }

  /// A value that decides what the translation makes, so that it cannot be left to the stack.
  static func notAPlainValue(_ what: String, _ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .error, "plain-value", "\(what) must be a plain value: the translation itself depends on it",
      at: value.range)
  }

  fileprivate static func targetIsNoServer(_ target: Topology.Reference, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "scaling-target", "'\(target.name.text)' is a '\(node.type.name)'; only servers are scaled",
      at: target.name.range)
  }

  fileprivate static func scaledTwice(_ target: Topology.Reference) -> Diagnostic {
    Diagnostic(
      .error, "scaled-twice", "'\(target.name.text)' is already scaled by an earlier policy",
      at: target.name.range)
  }
}
