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
    package let driver: Driver
    /// The VDUs that the policy is for: one under `senlin`, all targets under `heat`.
    package let targets: [NodeTemplate.ID]
    /// The targets and what belongs to them alone, in the order of the template.
    package let members: [NodeTemplate.ID]
    /// The policy that the group is there for.
    package let scaling: Scaling
    /// Other policies that scale the same group, between the same bounds.
    package fileprivate(set) var further: [Scaling] = []
    /// The places of other policies that a cluster gets, in ``Topology/policies``.
    package fileprivate(set) var policies: [Int] = []
    /// The requirements by which load balancers send to a cluster, one of each balancer.
    fileprivate(set) var routes: [Requirement] = []
    /// Whether a policy is for nodes that are servers, not stacks.
    fileprivate(set) var needsServers = false
    /// Servers, or stacks, that exist and are to become nodes of a cluster.
    package let adoptions: [Adoption]

    /// All policies that scale the group.
    package var scalings: [Scaling] { [scaling] + further }

    /// One of the policies that scale the group, the first having the place 0.
    package func scaling(at place: Int) -> Scaling { place == 0 ? scaling : further[place - 1] }

    /// The scaling policy's place in ``Topology/policies``.
    package var policy: Int { scaling.policy }
    package var names: Names { scaling.names }
    var size: ScalingRequest.Size { scaling.size }
  }

  /// One policy that scales a group.
  package struct Scaling: Sendable {
    /// The policy's place in ``Topology/policies``.
    package let policy: Int
    package let names: Names
    let size: ScalingRequest.Size
    /// Whether nothing changes the size.
    let isFixed: Bool
    /// Whether the URLs that change it are outputs.
    let hasURLOutputs: Bool

    init(_ request: ScalingRequest, _ names: Names) {
      policy = request.policy
      self.names = names
      size = request.size
      isFixed = request.isFixed
      hasURLOutputs = request.hasURLOutputs
    }
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
  private var scalingsOfPolicy: [Int: [(group: Int, scaling: Int)]] = [:]
  /// The nodes that policies scale, without what belongs to them.
  private var scaled: Set<NodeTemplate.ID> = []
  /// The clusters of each load balancer that serves nothing else.
  private var clustersOfBalancer: [NodeTemplate.ID: [Int]] = [:]
  /// The capabilities of nodes that a balancer of a cluster reads.
  private var balanced: [NodeTemplate.ID: String] = [:]
  private let ownership: Ownership
  /// The nodes with requirements that are met outside of the template.
  private let openNodes: Set<NodeTemplate.ID>
  /// What is said of single nodes of a VNF.
  let rules: NodeRules
  /// The nodes that each server takes the load of.
  let balancing: Balancing
  let sizeInputs: SizeInputs
  /// The inputs whose values Heat is not to show.
  let secretInputs: Set<String>
  private var policiesByName: [String: [Int]] = [:]
  /// The place of the first policy that reserves something.
  let firstReservation: Int?
  /// What runs on the servers.
  private(set) var software = SoftwarePlan()

  /// Plans the translation of a topology; `driver` overrides what the template chooses.
  package init(
    _ topology: Topology, driver: Driver?, lifecycle: TranslationOptions.Lifecycle = .component,
    reporting log: inout DiagnosticLog
  ) {
    ownership = Ownership(topology)
    openNodes = Set(topology.substitution?.requirements.map(\.node) ?? [])
    rules = NodeRules(topology)
    balancing = Balancing(topology)
    sizeInputs = SizeInputs(topology, reporting: &log)
    secretInputs = topology.secretInputs
    firstReservation = topology.policies.firstIndex { $0.reservation != nil }
    for (offset, policy) in topology.policies.enumerated() {
      policiesByName[policy.name.text, default: []].append(offset)
    }
    for request in ScalingRequest.all(of: topology, reporting: &log) {
      let driver = driver ?? request.driver ?? .heat
      let targets = open(request, driver, topology, reporting: &log)
      let parts = driver == .senlin ? targets.map { [$0] } : targets.isEmpty ? [] : [targets]
      for part in parts {
        add(part, request, driver, topology, reporting: &log)
      }
    }
    software = SoftwarePlan(topology, lifecycle, groups: groupOfNode, reporting: &log)
    addClusterPolicies(topology)
    addBalancers(topology)
    reportAdoptionsOutsideOfClusters(topology, reporting: &log)
  }

  /// The group that a node is multiplied with; nil for one that exists once.
  package func group(of node: NodeTemplate.ID) -> Int? {
    groupOfNode[node]
  }

  /// What a scaling policy scales: places in ``groups``, and in the scalings of each.
  func scalings(of policy: Int) -> [(group: Int, scaling: Int)] {
    scalingsOfPolicy[policy] ?? []
  }

  /// The places of the policies of a name, in ``Topology/policies``.
  func policies(named name: String) -> [Int] {
    policiesByName[name] ?? []
  }

  /// The cluster that a policy for a node is about; nil for a node that none scales.
  func cluster(of node: NodeTemplate.ID) -> Int? {
    guard scaled.contains(node), let group = groupOfNode[node], groups[group].driver == .senlin else {
      return nil
    }
    return group
  }

  /// The clusters that a load balancer serves; empty for one that serves other servers too.
  func clusters(of balancer: NodeTemplate.ID) -> [Int] {
    clustersOfBalancer[balancer] ?? []
  }

  /// The capability of a node that says where a balancer finds the nodes of its cluster; nil for one without a balancer.
  func balancedEndpoint(of node: NodeTemplate.ID) -> String? {
    balanced[node]
  }

  /// The ports that are bound to a server, in the order of the template.
  func ports(of server: NodeTemplate.ID) -> [NodeTemplate.ID] {
    ownership.ports(of: server)
  }

  /// The nodes that a node is there for, such as the server of a port.
  func owners(of node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    ownership.owners(of: node)
  }
}

extension TranslationPlan {
  /// The servers of a request that no group has yet; to the groups that have the others the policy is added.
  private mutating func open(
    _ request: ScalingRequest, _ driver: Driver, _ topology: Topology, reporting log: inout DiagnosticLog
  ) -> [NodeTemplate.ID] {
    var seen: Set<NodeTemplate.ID> = []
    let targets = request.targets.filter { seen.insert($0.node).inserted }
    let known = targets.filter { groupOfNode[$0.node] != nil }
    guard !known.isEmpty else { return targets.map(\.node) }
    // A Heat group scales as a whole.
    let offsets = Set(known.map { groupOfNode[$0.node] })
    let isWhole =
      driver == .senlin || (known.count == targets.count && offsets.count == 1)
    for (node, name) in known {
      guard let offset = groupOfNode[node] else { continue }
      let group = groups[offset]
      guard group.driver == driver, scaled.contains(node), isWhole,
        driver == .senlin || group.targets.count == targets.count, group.size.agrees(with: request.size)
      else {
        log.report(.scaledTwice(name, topology.policies[group.policy]))
        continue
      }
      if driver == .senlin || node == known.first?.node {
        let names = request.names(driver, topology[node].name.text)
        groups[offset].further.append(Scaling(request, names))
        scalingsOfPolicy[request.policy, default: []].append((offset, groups[offset].further.count))
      }
    }
    return targets.map(\.node).filter { groupOfNode[$0] == nil }
  }

  /// Whether what a node requires is met outside of the template, by what the template is a part of.
  func isOpen(_ node: NodeTemplate.ID) -> Bool {
    openNodes.contains(node)
  }

  private mutating func add(
    _ targets: [NodeTemplate.ID], _ request: ScalingRequest, _ driver: Driver, _ topology: Topology,
    reporting log: inout DiagnosticLog
  ) {
    let names = request.names(driver, topology[targets[0]].name.text)
    let members = ownership.members(around: targets)
    for node in members { groupOfNode[node] = groups.count }
    scaled.formUnion(targets)
    scalingsOfPolicy[request.policy, default: []].append((groups.count, 0))
    let adoptions =
      driver == .senlin ? targets.flatMap { Adoption.all(of: topology[$0], reporting: &log) } : []
    groups.append(
      Group(
        driver: driver, targets: targets, members: members,
        scaling: Scaling(request, names), adoptions: adoptions))
  }

  /// Gives each cluster the policies that name its VDU.
  private mutating func addClusterPolicies(_ topology: Topology) {
    for (offset, policy) in topology.policies.enumerated() {
      guard let mapping = PolicyMapping.mapping(of: policy.type)?.clusterPolicy else { continue }
      for node in policy.targetNodes {
        guard let group = cluster(of: node) else { continue }
        groups[group].policies.append(offset)
        if mapping.needsServers(policy) { groups[group].needsServers = true }
      }
    }
  }

  /// Gives each cluster the load balancers that serve nothing but clusters.
  private mutating func addBalancers(_ topology: Topology) {
    for balancer in topology.nodes(ofKind: "tosca.nodes.LoadBalancer") {
      let routes = topology.requirements(of: balancer).filter { $0.name.text == "application" }
      let served = routes.map { route in
        (route.target.map { balancing.servers(ofApplication: $0) } ?? []).map { cluster(of: $0) }
      }
      guard !served.isEmpty, served.allSatisfy({ !$0.isEmpty && !$0.contains(nil) }) else { continue }
      clustersOfBalancer[balancer] = served.joined().compactMap { $0 }
      for (route, clusters) in zip(routes, served) {
        guard let target = route.target else { continue }
        balanced[target] = route.endpoint
        for group in clusters.compactMap({ $0 }) {
          if groups[group].routes.last?.source != balancer { groups[group].routes.append(route) }
          groups[group].needsServers = true
        }
      }
    }
  }

  private func reportAdoptionsOutsideOfClusters(_ topology: Topology, reporting log: inout DiagnosticLog) {
    for node in topology.nodeIDs where cluster(of: node) == nil {
      for entry in topology[node].metadata where entry.name.text == Adoption.key {
        log.report(.adoptionLeftOut(entry.name, topology[node]))
      }
    }
  }
}

extension Diagnostic {
  /// A value that decides what the translation makes, so that it cannot be left to the stack.
  static func notAPlainValue(_ what: String, _ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .error, "plain-value", "\(what) must be a plain value: the translation itself depends on it",
      at: value.range)
  }

  fileprivate static func scaledTwice(_ target: TOSCADocument.Word, _ first: Policy) -> Diagnostic {
    Diagnostic(
      .error, "scaled-twice",
      "'\(target.text)' is already scaled by policy '\(first.name.text)'; a second one needs the same driver, "
        + "targets and bounds", at: target.range, notes: [Note("the other policy", at: first.name.range)])
  }

  fileprivate static func adoptionLeftOut(_ key: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' is in no cluster of the senlin driver that could adopt a server, so '\(key.text)' is left out",
      at: key.range)
  }
}
