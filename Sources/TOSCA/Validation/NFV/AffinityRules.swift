import Diagnostics

extension ValidationRule {
  /// Affinity is of several, and does not ask for the contrary of anti-affinity (SOL 001, 6.10.10 and 6.10.11).
  static let affinityRules = ValidationRule("affinity-of-one", "affinity-conflict") { topology, log in
    let rules = topology.policies.compactMap { Placement($0, topology) }
    guard !rules.isEmpty else { return }
    let scaled = Set(
      topology.policies(ofKind: "tosca.policies.Scaling").flatMap { $0.targets.compactMap(\.node) })
    for rule in rules where rule.isOfOne(topology, scaled: scaled) {
      log.report(.affinityOfOne(rule.policy, isAffine: rule.isAffine))
    }
    var affine: [NodeTemplate.ID: [Int]] = [:]
    for (offset, rule) in rules.enumerated() where rule.isAffine {
      for node in rule.nodes { affine[node, default: []].append(offset) }
    }
    // Rules of strangers may all name all nodes.
    var budget = 200_000
    for rule in rules where !rule.isAffine && !affine.isEmpty {
      var shared: [Int: [NodeTemplate.ID]] = [:]
      for node in rule.nodes.sorted(by: { $0.offset < $1.offset }) {
        for offset in affine[node] ?? [] where budget > 0 {
          budget -= 1
          shared[offset, default: []].append(node)
        }
      }
      for (offset, nodes) in shared.sorted(by: { $0.key < $1.key })
      where nodes.count > 1 && rule.contradicts(rules[offset]) {
        log.report(
          .affinityConflict(rule.policy, rules[offset].policy, topology[nodes[0]], topology[nodes[1]]))
      }
    }
  }
}

/// A policy that keeps nodes together or apart.
private struct Placement {
  let policy: Policy
  let isAffine: Bool
  /// How far apart or close; nil when the policy does not say.
  let scope: String?
  let nodes: Set<NodeTemplate.ID>

  /// The scopes of which each lies within the next.
  private static let widening = ["nfvi_node", "zone", "zone_group", "nfvi_pop"]

  init?(_ policy: Policy, _ topology: Topology) {
    guard policy.type.isKind(of: "tosca.policies.Placement") else { return nil }
    if policy.type.ancestors.contains(where: { $0.hasSuffix("AntiAffinityRule") }) {
      isAffine = false
    } else if policy.type.ancestors.contains(where: { $0.hasSuffix("AffinityRule") }) {
      isAffine = true
    } else if let word = policy[property: "policy"]?.text, ["affinity", "anti-affinity"].contains(word) {
      isAffine = word == "affinity"
    } else {
      return nil
    }
    self.policy = policy
    scope = policy[property: "scope"]?.text
    // Of a target that does not exist nothing is known.
    let isKnown = policy.targets.allSatisfy { target in
      target.node != nil || topology.groupsByName[target.name.text] != nil
    }
    nodes = isKnown ? Set(policy.targetNodes) : []
  }

  /// Whether there is one node only, which has one instance.
  func isOfOne(_ topology: Topology, scaled: Set<NodeTemplate.ID>) -> Bool {
    guard let node = nodes.first, nodes.count == 1 else { return false }
    let most = topology[node][property: "vdu_profile"]?["max_number_of_instances"]
    guard most == nil || most?.integer != nil, (most?.integer ?? 1) <= 1 else { return false }
    return !scaled.contains(node)
  }

  /// Whether this anti-affinity cannot hold together with an affinity: what is in one place is in one wider place.
  func contradicts(_ affinity: Placement) -> Bool {
    guard let own = scope, let other = affinity.scope else { return scope == affinity.scope }
    guard let outer = Self.widening.firstIndex(of: own), let inner = Self.widening.firstIndex(of: other)
    else {
      return own == other
    }
    return outer >= inner
  }
}

extension Diagnostic {
  fileprivate static func affinityOfOne(_ policy: Policy, isAffine: Bool) -> Diagnostic {
    Diagnostic(
      .warning, "affinity-of-one",
      "policy '\(policy.name.text)' keeps \(isAffine ? "together" : "apart") one node that has a single instance, "
        + "so it does nothing", at: policy.name.range)
  }

  fileprivate static func affinityConflict(
    _ policy: Policy, _ other: Policy, _ first: NodeTemplate, _ second: NodeTemplate
  ) -> Diagnostic {
    Diagnostic(
      .error, "affinity-conflict",
      "policy '\(policy.name.text)' keeps '\(first.name.text)' and '\(second.name.text)' apart, but policy "
        + "'\(other.name.text)' keeps them together", at: policy.name.range,
      notes: [Note("the other policy", at: other.name.range)])
  }
}
