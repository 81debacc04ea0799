import Diagnostics

extension ValidationRule {
  /// The numbers of instances that policies ask for lie within a VDU's profile and agree with each other
  /// (SOL 001, 6.2.31 and 6.10).
  static let instanceBounds = ValidationRule("instance-bounds", "level-mismatch") { topology, log in
    guard let sizes = DeploymentSizes.ofVNF(topology) else { return }
    let scaled = ScaledVDUs(sizes, topology)
    for sized in sizes.sizedPolicies
    where sized.policy.type.isKind(of: "tosca.policies.nfv.VduInstantiationLevels") {
      for node in sized.policy.targetNodes {
        for level in sized.levels {
          guard let value = level.value["number_of_instances"], let number = value.integer else {
            continue
          }
          check(Double(number), "level '\(level.key)'", at: value, topology[node], &log)
          if let expected = instances(of: node, at: level.key, scaled, sizes), expected != Double(number) {
            log.report(.levelMismatch(value, number, expected, topology[node], level))
          }
        }
      }
    }
    for node in scaled.initial.keys.sorted(by: { $0.offset < $1.offset }) {
      guard let (number, value) = scaled.initial[node] else { continue }
      check(Double(number), "scale level 0", at: value, topology[node], &log)
      guard let growth = scaled.growth[node], !scaled.unreadable.contains(node) else { continue }
      let most = growth.reduce(Double(number)) { $0 + $1.instances(after: $1.maximum) }
      check(most, "its greatest scale level", at: value, topology[node], &log)
    }
  }

  private static func check(
    _ number: Double, _ where: String, at value: PropertyValue, _ node: NodeTemplate,
    _ log: inout DiagnosticLog
  ) {
    let profile = node[property: "vdu_profile"]
    if let least = profile?["min_number_of_instances"], let bound = least.integer, number < Double(bound) {
      log.report(.instanceBounds(value, number, `where`, node, "min_number_of_instances", bound, least))
    }
    if let most = profile?["max_number_of_instances"], let bound = most.integer, number > Double(bound) {
      log.report(.instanceBounds(value, number, `where`, node, "max_number_of_instances", bound, most))
    }
  }

  /// The instances that a VDU has at an instantiation level by its scaling aspects; nil when they do not say.
  private static func instances(
    of node: NodeTemplate.ID, at level: String, _ scaled: ScaledVDUs, _ sizes: DeploymentSizes
  ) -> Double? {
    guard !scaled.unreadable.contains(node), let initial = scaled.initial[node],
      let growth = scaled.growth[node], let info = sizes.levels?[level]?.value["scale_info"]
    else { return nil }
    var total = Double(initial.number)
    for growth in growth {
      guard let number = info[growth.aspect.key]?["scale_level"]?.integer, number >= 0 else {
        return nil
      }
      total += growth.instances(after: number)
    }
    return total
  }
}

extension Diagnostic {
  fileprivate static func instanceBounds(
    _ value: PropertyValue, _ number: Double, _ place: String, _ node: NodeTemplate, _ name: String,
    _ bound: Int, _ limit: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .warning, "instance-bounds",
      "'\(node.name.text)' has \(shown(number)) instances at \(place), but its '\(name)' is \(bound)",
      at: value.range, notes: [Note("the bound", at: limit.range)])
  }

  fileprivate static func levelMismatch(
    _ value: PropertyValue, _ number: Int, _ expected: Double, _ node: NodeTemplate,
    _ level: PropertyValue.Entry
  ) -> Diagnostic {
    Diagnostic(
      .warning, "level-mismatch",
      "'\(node.name.text)' has \(number) instances at level '\(level.key)', but the scale levels there make "
        + "\(shown(expected))", at: value.range)
  }

  private static func shown(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
