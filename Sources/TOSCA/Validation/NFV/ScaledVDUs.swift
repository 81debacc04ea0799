/// How many instances of each VDU the policies of a SOL 001 deployment flavour ask for.
package struct ScaledVDUs {
  /// What an aspect adds to a VDU with each of its steps.
  package struct Growth {
    package let aspect: PropertyValue.Entry
    package let maximum: Int
    /// One number for all steps, or one for each.
    package let steps: [Int]

    package init(aspect: PropertyValue.Entry, maximum: Int, steps: [Int]) {
      (self.aspect, self.maximum, self.steps) = (aspect, maximum, steps)
    }

    /// The instances that a number of steps adds; a stranger may write any number.
    package func instances(after level: Int) -> Double {
      let level = min(level, maximum)
      guard steps.count != 1 else { return Double(steps[0]) * Double(level) }
      return steps.prefix(level).reduce(0) { $0 + Double($1) }
    }
  }

  /// The numbers of instances at scale level 0, each with its policy's value.
  package private(set) var initial: [NodeTemplate.ID: (number: Int, value: PropertyValue)] = [:]
  package private(set) var growth: [NodeTemplate.ID: [Growth]] = [:]
  /// The VDUs of which not everything can be read.
  private(set) var unreadable: Set<NodeTemplate.ID> = []

  package init(_ sizes: DeploymentSizes, _ topology: Topology) {
    for policy in topology.policies(ofKind: "tosca.policies.nfv.VduInitialDelta") {
      let value = policy[property: "initial_delta"]?["number_of_instances"]
      for node in policy.targetNodes where initial[node] == nil {
        if let value, let number = value.integer {
          initial[node] = (number, value)
        } else {
          unreadable.insert(node)
        }
      }
    }
    for policy in sizes.aspectUsers
    where policy.type.isKind(of: "tosca.policies.nfv.VduScalingAspectDeltas") {
      let grown = Self.growth(policy, sizes)
      for node in policy.targetNodes {
        if let grown {
          growth[node, default: []].append(grown)
        } else {
          unreadable.insert(node)
        }
      }
    }
  }

  private static func growth(_ policy: Policy, _ sizes: DeploymentSizes) -> Growth? {
    guard let name = policy[property: "aspect"]?.text, let aspect = sizes.aspects?[name],
      let maximum = aspect.value["max_scale_level"]?.integer, maximum >= 0,
      let deltas = policy[property: "deltas"]?.entries
    else { return nil }
    let names =
      aspect.value["step_deltas"]?.items?.compactMap(\.text) ?? deltas.prefix(1).map(\.key)
    let byName = Dictionary(deltas.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let steps = names.compactMap { byName[$0]?["number_of_instances"]?.integer }
    guard !steps.isEmpty, steps.count == names.count else { return nil }
    return Growth(aspect: aspect, maximum: maximum, steps: steps)
  }
}
