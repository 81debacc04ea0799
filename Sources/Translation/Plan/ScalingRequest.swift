import Diagnostics
import TOSCA

/// What a template asks to be scaled: by which policy, which servers, between which bounds.
struct ScalingRequest {
  /// A number of the group: a value of the template, which may be a call, or one that follows from several.
  enum Amount: Sendable {
    case stated(PropertyValue)
    case number(Int)

    /// Whether two amounts are one number, or are written alike.
    func isSame(as other: Amount) -> Bool {
      if let mine = integer, let its = other.integer { return mine == its }
      guard case .stated(let mine) = self, case .stated(let its) = other else { return false }
      return mine.says(its)
    }

    /// The number where the template has one that needs no stack to know it.
    var integer: Int? {
      switch self {
      case .stated(let value): value.integer
      case .number(let number): number
      }
    }
  }

  /// How large a group is.
  struct Size: Sendable {
    var minimum: Amount?
    var maximum: Amount?
    var desired: Amount?
    /// How many members a step adds or removes; one where nothing is said.
    var step: Amount?
    /// The seconds after a step in which there is no other.
    var cooldown: Amount?

    /// Whether two policies can scale one group: neither says another size or other bounds than the other.
    func agrees(with other: Size) -> Bool {
      [(minimum, other.minimum), (maximum, other.maximum), (desired, other.desired)].allSatisfy { mine, its in
        guard let mine, let its else { return true }
        return mine.isSame(as: its)
      }
    }
  }

  /// The scaling policy's place in ``Topology/policies``.
  let policy: Int
  /// The driver that the template chooses.
  var driver: TranslationPlan.Driver?
  /// The servers, with the words that name them.
  let targets: [(node: NodeTemplate.ID, name: TOSCADocument.Word)]
  let size: Size
  /// Whether nothing changes the size.
  var isFixed = false
  /// Whether the URLs that change it are outputs, as users of Tacker know them.
  var hasURLOutputs = true
  /// The names of a group of the first of its servers.
  let names: @Sendable (_ driver: TranslationPlan.Driver, _ server: String) -> TranslationPlan.Names

  /// All that a template asks for, in the order of its policies.
  static func all(of topology: Topology, reporting log: inout DiagnosticLog) -> [ScalingRequest] {
    let scaling = VNFScaling(topology, reporting: &log)
    return topology.policies.indices.flatMap { offset -> [ScalingRequest] in
      let policy = topology.policies[offset]
      if policy.isScaling { return [ScalingRequest(policy, at: offset, topology, reporting: &log)] }
      return scaling?.requests(at: offset, reporting: &log) ?? []
    }
  }

  init(
    policy: Int, targets: [(node: NodeTemplate.ID, name: TOSCADocument.Word)], size: Size, isFixed: Bool,
    hasURLOutputs: Bool, names: @escaping @Sendable (TranslationPlan.Driver, String) -> TranslationPlan.Names
  ) {
    self.policy = policy
    self.targets = targets
    self.size = size
    self.isFixed = isFixed
    self.hasURLOutputs = hasURLOutputs
    self.names = names
  }

  /// What `tosca.policies.Scaling` with bounds asks for, and so Tacker's policy.
  private init(_ policy: Policy, at offset: Int, _ topology: Topology, reporting log: inout DiagnosticLog) {
    self.policy = offset
    let stated = policy[property: "driver"]
    if let stated, case .function = stated.content {
      log.report(.notAPlainValue("'driver'", stated))
    }
    driver = stated?.text.flatMap(TranslationPlan.Driver.init(rawValue:))
    if stated == nil, policy.isClusterScaling { driver = .senlin }
    targets = policy.targets.flatMap { target -> [(NodeTemplate.ID, TOSCADocument.Word)] in
      topology.nodes(of: target).compactMap { node in
        guard topology[node].type.isServer else {
          log.report(.targetIsNoServer(target, topology[node]))
          return nil
        }
        // That they are left out is reported with the node.
        guard !topology[node].isOfContainers else { return nil }
        return (node, target.name)
      }
    }
    func amount(_ name: String) -> Amount? { policy[property: name].map(Amount.stated) }
    size = Size(
      minimum: amount("min_instances"), maximum: amount("max_instances"),
      desired: amount("default_instances"), step: amount("increment"), cooldown: amount("cooldown"))
    let name = policy.name.text
    names = { driver, server in
      switch driver {
      case .senlin: .init(prefix: "\(name)_\(server)", file: "\(name)_\(server).yaml")
      case .heat: .init(prefix: name, file: "\(name)_res.yaml")
      }
    }
  }
}

extension Topology {
  /// The nodes that a target of a policy means: those of a group stand for it.
  func nodes(of target: Reference) -> [NodeTemplate.ID] {
    if let node = target.node { return [node] }
    return group(named: target.name.text)?.members.compactMap(\.node) ?? []
  }
}

extension Diagnostic {
  fileprivate static func targetIsNoServer(_ target: Topology.Reference, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "scaling-target", "'\(node.name.text)' is a '\(node.type.name)'; only servers are scaled",
      at: target.name.range)
  }
}
