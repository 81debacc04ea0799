import Diagnostics

extension ValidationRule {
  /// The lower bounds of a profile are not over its upper ones: numbers of instances and bitrates.
  static let profileBounds = ValidationRule("profile-bounds") { topology, log in
    for (kind, property) in profiles {
      for node in topology.nodes(ofKind: kind) {
        guard let profile = topology[node][property: property] else { continue }
        check(profile["min_number_of_instances"], profile["max_number_of_instances"], &log)
        let least = profile["min_bitrate_requirements"]
        let most = profile["max_bitrate_requirements"]
        for end in ["root", "leaf"] { check(least?[end], most?[end], &log) }
      }
    }
  }

  private static let profiles = [
    ("tosca.nodes.nfv.Vdu.Compute", "vdu_profile"),
    ("tosca.nodes.nfv.Vdu.OsContainerDeployableUnit", "vdu_profile"),
    ("tosca.nodes.nfv.VNF", "vnf_profile"), ("tosca.nodes.nfv.NS", "ns_profile"),
    ("tosca.nodes.nfv.VnfVirtualLink", "vl_profile"), ("tosca.nodes.nfv.NsVirtualLink", "vl_profile"),
  ]

  private static func check(
    _ least: PropertyValue?, _ most: PropertyValue?, _ log: inout DiagnosticLog
  ) {
    guard let least, let most, let lower = least.integer, let upper = most.integer, lower > upper else {
      return
    }
    log.report(.profileBounds(least, lower, most, upper))
  }
}

extension Diagnostic {
  fileprivate static func profileBounds(
    _ least: PropertyValue, _ lower: Int, _ most: PropertyValue, _ upper: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, "profile-bounds", "the least number is over the greatest (\(lower) > \(upper))",
      at: least.range, notes: [Note("the greatest", at: most.range)])
  }
}
