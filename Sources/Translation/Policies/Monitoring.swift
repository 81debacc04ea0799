import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// Tacker's monitoring policies say beside a VDU what its `monitoring_policy` says in it.
  static let monitoring = PolicyMapping(
    "tosca.policies.tacker.Monitoring", ofClusters: "health", reading: ["name", "parameters", "actions"]
  ) { policy, _, template in
    let policy = template.topology.policies[policy]
    guard !policy.type.isKind(of: "tosca.policies.tacker.Monitoring.NoOp") else { return nil }
    return template.healthSpec(
      Monitoring(
        name: policy[property: "name"]?.text, parameters: policy[property: "parameters"],
        actions: policy[property: "actions"], range: policy.name.range))
  }
}

/// What Tacker says of the monitoring of a VDU.
struct Monitoring {
  var name: String?
  var parameters: PropertyValue?
  var actions: PropertyValue?
  var range: SourceRange
}
