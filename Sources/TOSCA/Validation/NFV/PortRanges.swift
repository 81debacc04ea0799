import Diagnostics

extension ValidationRule {
  /// A security group rule lets a range of ports through (SOL 001, 6.10.12).
  static let portRanges = ValidationRule("port-range") { topology, log in
    for policy in topology.policies where policy.type.property("port_range_min") != nil {
      guard policy.type.ancestors.contains(where: { $0.hasSuffix("SecurityGroupRule") }),
        let least = policy[property: "port_range_min"], let lower = least.integer,
        let most = policy[property: "port_range_max"], let upper = most.integer, lower > upper
      else { continue }
      log.report(.portRange(policy, lower, upper))
    }
  }
}

extension Diagnostic {
  fileprivate static func portRange(_ policy: Policy, _ lower: Int, _ upper: Int) -> Diagnostic {
    let place = policy.assigned("port_range_min") ?? policy.assigned("port_range_max")
    return Diagnostic(
      .error, "port-range",
      "'port_range_min' is over 'port_range_max' in policy '\(policy.name.text)' (\(lower) > \(upper))",
      at: place?.range ?? policy.name.range)
  }
}
