import Diagnostics
import TOSCA

/// What the policies of a VNF descriptor say of the numbers of instances (ETSI GS NFV-SOL 001, 6.10.2 to 6.10.9).
struct VNFScaling {
  /// The numbers of a VDU.
  private struct Numbers: Hashable {
    var minimum: Int
    var maximum: Int
    var desired: Int
    /// nil where no step changes anything.
    var step: Int?
  }

  private let topology: Topology
  private let sizes: DeploymentSizes
  private let scaled: ScaledVDUs
  /// The instantiation level that is taken.
  private let level: PropertyValue.Entry?
  /// The numbers that the levels give to a VDU, by the names of the levels.
  private var levels: [NodeTemplate.ID: [String: Int]] = [:]
  /// The VDUs that each aspect scales, in the order of the template.
  private var nodesOfAspect: [String: [NodeTemplate.ID]] = [:]
  private var growth: [NodeTemplate.ID: ScaledVDUs.Growth] = [:]
  /// The first policy that gives a VDU a size.
  private var sizePolicies: [NodeTemplate.ID: Int] = [:]

  /// nil for a template that has no such policies.
  init?(_ topology: Topology, reporting log: inout DiagnosticLog) {
    guard let sizes = DeploymentSizes.ofVNF(topology) else { return nil }
    self.topology = topology
    self.sizes = sizes
    scaled = ScaledVDUs(sizes, topology)
    let stated = sizes.levelPolicies.lazy.compactMap { topology.settled($0[property: "default_level"])?.text }
      .first
    level = stated.flatMap { sizes.levels?[$0] } ?? sizes.levels?.entries.first
    for sized in sizes.sizedPolicies
    where sized.policy.type.isKind(of: "tosca.policies.nfv.VduInstantiationLevels") {
      let numbers = sized.levels.compactMap { entry in
        topology.settled(entry.value["number_of_instances"])?.integer.map { (entry.key, $0) }
      }
      for node in sized.policy.targetNodes where levels[node] == nil {
        levels[node] = Dictionary(numbers) { first, _ in first }
      }
    }
    for policy in sizes.aspectUsers
    where policy.type.isKind(of: "tosca.policies.nfv.VduScalingAspectDeltas") {
      readDeltas(policy, reporting: &log)
    }
    for (offset, policy) in topology.policies.enumerated() where Self.isSize(policy) {
      for node in policy.targetNodes where sizePolicies[node] == nil { sizePolicies[node] = offset }
    }
  }

  private static func isSize(_ policy: Policy) -> Bool {
    policy.type.isKind(of: "tosca.policies.nfv.VduInitialDelta")
      || policy.type.isKind(of: "tosca.policies.nfv.VduInstantiationLevels")
  }

  /// Finds what an aspect adds to its VDUs; one that grows with two aspects has the first.
  private mutating func readDeltas(_ policy: Policy, reporting log: inout DiagnosticLog) {
    guard let name = topology.settled(policy[property: "aspect"])?.text, let aspect = sizes.aspects?[name]
    else { return }
    for node in policy.targetNodes where topology[node].type.isKind(of: "tosca.nodes.nfv.Vdu.Compute") {
      let known = scaled.growth[node]?.first { $0.aspect.key == name }
      guard let grown = known ?? Self.guess(policy, aspect), grown.instances(after: grown.maximum) > 0
      else { continue }
      if let first = growth[node] {
        if first.aspect.key != name { log.report(.secondAspect(topology[node], first.aspect.key, policy)) }
        continue
      }
      growth[node] = grown
      nodesOfAspect[name, default: []].append(node)
    }
  }

  /// What an aspect adds whose steps name no delta of the policy, which was reported: the first delta that there is.
  private static func guess(_ policy: Policy, _ aspect: PropertyValue.Entry) -> ScaledVDUs.Growth? {
    guard let maximum = aspect.value["max_scale_level"]?.integer, maximum >= 0,
      let step = policy[property: "deltas"]?.entries?.first?.value["number_of_instances"]?.integer
    else { return nil }
    return ScaledVDUs.Growth(aspect: aspect, maximum: maximum, steps: [step])
  }

  /// What the policy at an offset asks for.
  func requests(at offset: Int, reporting log: inout DiagnosticLog) -> [ScalingRequest] {
    let policy = topology.policies[offset]
    if policy.type.isKind(of: "tosca.policies.nfv.ScalingAspects") {
      return (policy[property: "aspects"]?.entries ?? []).flatMap { aspect -> [ScalingRequest] in
        guard let nodes = nodesOfAspect[aspect.key] else {
          log.report(.aspectLeftOut(aspect))
          return []
        }
        return requests(of: aspect, nodes, at: offset, reporting: &log)
      }
    }
    guard Self.isSize(policy) else { return [] }
    return policy.targetNodes.compactMap { fixedRequest(of: $0, at: offset) }
  }

  /// The groups of an aspect: one, if all its VDUs grow by the same numbers.
  private func requests(
    of aspect: PropertyValue.Entry, _ nodes: [NodeTemplate.ID], at offset: Int,
    reporting log: inout DiagnosticLog
  ) -> [ScalingRequest] {
    let numbers = nodes.map(numbers)
    if let steps = growth[nodes[0]]?.steps, Set(steps).count > 1 {
      log.report(.unevenSteps(aspect, numbers[0].step ?? 1))
    }
    let name = aspect.key
    guard Set(numbers).count > 1 else {
      return [
        request(nodes, numbers[0], at: offset) { driver, server in
          switch driver {
          case .heat: .init(prefix: name, file: "\(name).hot.yaml", group: name)
          case .senlin: .init(prefix: "\(name)_\(server)", file: "\(name)_\(server).hot.yaml")
          }
        }
      ]
    }
    log.report(.splitAspect(aspect, nodes.map { topology[$0].name.text }))
    return zip(nodes, numbers).map { node, numbers in
      request([node], numbers, at: offset) { driver, server in
        let own = "\(name)_\(server)"
        return TranslationPlan.Names(prefix: own, file: "\(own).hot.yaml", group: driver == .heat ? own : nil)
      }
    }
  }

  /// The group of a VDU that has several instances but no aspect.
  private func fixedRequest(of node: NodeTemplate.ID, at offset: Int) -> ScalingRequest? {
    guard growth[node] == nil, topology[node].type.isKind(of: "tosca.nodes.nfv.Vdu.Compute"),
      sizePolicies[node] == offset
    else { return nil }
    let numbers = numbers(of: node)
    guard numbers.desired != 1 else { return nil }
    return request([node], numbers, at: offset) { _, server in
      .init(prefix: server, file: "\(server).hot.yaml")
    }
  }

  private func request(
    _ nodes: [NodeTemplate.ID], _ numbers: Numbers, at offset: Int,
    names: @escaping @Sendable (TranslationPlan.Driver, String) -> TranslationPlan.Names
  ) -> ScalingRequest {
    ScalingRequest(
      policy: offset, targets: nodes.map { ($0, topology[$0].name) },
      size: ScalingRequest.Size(
        minimum: .number(numbers.minimum), maximum: .number(numbers.maximum),
        desired: .number(numbers.desired), step: numbers.step.map(ScalingRequest.Amount.number)),
      isFixed: numbers.step == nil, hasURLOutputs: false, names: names)
  }

  /// The numbers of a VDU: its initial delta, what all steps add to it, and the number at the level that is taken.
  private func numbers(of node: NodeTemplate.ID) -> Numbers {
    let profile = topology[node][property: "vdu_profile"]
    func bound(_ name: String) -> Int? { topology.settled(profile?[name])?.integer.map(Self.sane) }
    let initial = scaled.initial[node].map { Self.sane($0.number) }
    let start = initial ?? bound("min_number_of_instances") ?? 1
    let growth = growth[node]
    let added = growth.map { Self.sane($0.instances(after: $0.maximum)) } ?? 0
    let atLevel =
      level.flatMap { levels[node]?[$0.key] }.map(Self.sane)
      ?? growth.flatMap { growth -> Int? in
        let step = level?.value["scale_info"]?[growth.aspect.key]?["scale_level"]?.integer ?? 0
        return Self.sane(start + Self.sane(growth.instances(after: max(0, step))))
      }
    let desired = atLevel ?? start
    let least =
      growth == nil ? min(bound("min_number_of_instances") ?? desired, desired) : min(start, desired)
    let most = growth == nil ? bound("max_number_of_instances") ?? desired : start + added
    // A profile that is too small for a level of the VNF is the mistake, which was reported.
    let largest = growth == nil ? desired : levels[node]?.values.map(Self.sane).max() ?? desired
    return Numbers(
      minimum: least,
      maximum: max(
        min(most, bound("max_number_of_instances") ?? most), min(largest, most), desired, least),
      desired: desired, step: growth?.steps.first { $0 > 0 })
  }

  /// A number as Heat can have it; a stranger may write any.
  private static func sane(_ number: Int) -> Int { min(max(number, 0), 1_000_000_000) }

  private static func sane(_ number: Double) -> Int { number > 0 ? Int(min(number, 1e9)) : 0 }
}

extension DeploymentSizes {
  /// The names of the aspects with their places.
  static func aspectNames(of topology: Topology) -> [TOSCADocument.Word] {
    (ofVNF(topology)?.aspects?.entries ?? []).map(\.word)
  }
}

extension Diagnostic {
  fileprivate static func secondAspect(_ node: NodeTemplate, _ first: String, _ policy: Policy) -> Diagnostic
  {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' is scaled with aspect '\(first)'; what policy '\(policy.name.text)' adds to it is left out",
      at: policy.name.range)
  }

  fileprivate static func aspectLeftOut(_ aspect: PropertyValue.Entry) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated", "aspect '\(aspect.key)' adds to no VDU and is left out", at: aspect.keyRange
    )
  }

  fileprivate static func unevenSteps(_ aspect: PropertyValue.Entry, _ step: Int) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the steps of aspect '\(aspect.key)' differ, but a scaling policy has one for all; it adds \(step) each time",
      at: aspect.keyRange)
  }

  fileprivate static func splitAspect(_ aspect: PropertyValue.Entry, _ nodes: [String]) -> Diagnostic {
    Diagnostic(
      .info, "split-aspect",
      "aspect '\(aspect.key)' adds different numbers to \(listed(nodes)), so each of them is a group of its own",
      at: aspect.keyRange)
  }
}
