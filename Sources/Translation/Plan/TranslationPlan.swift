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
    let size: ScalingRequest.Size
    /// Whether nothing changes the size.
    var isFixed = false
    /// Whether the URLs that change it are outputs.
    var hasURLOutputs = true
  }

  /// The names of what a group becomes.
  package struct Names: Sendable {
    /// What the names begin with.
    package let prefix: String
    /// The file of the nested template.
    package let file: String
    /// The Heat group.
    package let group: String

    init(prefix: String, file: String, group: String? = nil) {
      self.prefix = prefix
      self.file = file
      self.group = group ?? "\(prefix)_group"
    }

    package var profile: String { "\(prefix)_profile" }
    package var cluster: String { "\(prefix)_cluster" }
    package var scaleOut: String { "\(prefix)_scale_out" }
    package var scaleIn: String { "\(prefix)_scale_in" }
    package var health: String { "\(prefix)_health" }
    package var scaleOutReceiver: String { "\(scaleOut)_receiver" }
    package var scaleInReceiver: String { "\(scaleIn)_receiver" }
  }

  package private(set) var groups: [Group] = []
  /// The group of each node that is in one.
  private var groupOfNode: [NodeTemplate.ID: Int] = [:]
  private let ownership: Ownership
  /// The nodes with requirements that are met outside of the template.
  private let openNodes: Set<NodeTemplate.ID>
  /// What is said of single nodes of a VNF.
  let rules: NodeRules
  /// The nodes that each server takes the load of.
  let balancing: Balancing
  let sizeInputs: SizeInputs
  /// The policies that place each node, by their places in ``Topology/policies``.
  private var placementsOfNode: [NodeTemplate.ID: [Int]] = [:]

  /// Plans the translation of a topology; `driver` overrides what the template chooses.
  package init(_ topology: Topology, driver: Driver?, reporting log: inout DiagnosticLog) {
    ownership = Ownership(topology)
    openNodes = Set(topology.substitution?.requirements.map(\.node) ?? [])
    rules = NodeRules(topology)
    balancing = Balancing(topology)
    sizeInputs = SizeInputs(topology, reporting: &log)
    for (offset, policy) in topology.policies.enumerated() where policy.isPlacement {
      for node in policy.targetNodes { placementsOfNode[node, default: []].append(offset) }
    }
    for request in ScalingRequest.all(of: topology, reporting: &log) {
      let targets = request.targets.filter { target in
        guard groupOfNode[target.node] == nil else {
          log.report(.scaledTwice(target.name))
          return false
        }
        groupOfNode[target.node] = -1
        return true
      }.map(\.node)
      let driver = driver ?? request.driver ?? .heat
      let parts = driver == .senlin ? targets.map { [$0] } : targets.isEmpty ? [] : [targets]
      for part in parts {
        add(part, request, driver, topology)
      }
    }
  }

  /// The group that a node is multiplied with; nil for one that exists once.
  package func group(of node: NodeTemplate.ID) -> Int? {
    groupOfNode[node]
  }

  /// The ports that are bound to a server, in the order of the template.
  func ports(of server: NodeTemplate.ID) -> [NodeTemplate.ID] {
    ownership.ports(of: server)
  }

  /// The nodes that a node is there for, such as the server of a port.
  func owners(of node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    ownership.owners(of: node)
  }

  /// Whether what a node requires is met outside of the template, by what the template is a part of.
  func isOpen(_ node: NodeTemplate.ID) -> Bool {
    openNodes.contains(node)
  }

  /// The policies that say together with which others, or apart from which, a node runs.
  func placements(of node: NodeTemplate.ID) -> [Int] {
    placementsOfNode[node] ?? []
  }

  private mutating func add(
    _ targets: [NodeTemplate.ID], _ request: ScalingRequest, _ driver: Driver, _ topology: Topology
  ) {
    let names = request.names(driver, topology[targets[0]].name.text)
    let members = ownership.members(around: targets)
    for node in members { groupOfNode[node] = groups.count }
    groups.append(
      Group(
        policy: request.policy, driver: driver, targets: targets, members: members, names: names,
        size: request.size, isFixed: request.isFixed, hasURLOutputs: request.hasURLOutputs))
  }
}

extension Diagnostic {
  /// A value that decides what the translation makes, so that it cannot be left to the stack.
  static func notAPlainValue(_ what: String, _ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .error, "plain-value", "\(what) must be a plain value: the translation itself depends on it",
      at: value.range)
  }

  fileprivate static func scaledTwice(_ target: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "scaled-twice", "'\(target.text)' is already scaled by an earlier policy",
      at: target.range)
  }
}
