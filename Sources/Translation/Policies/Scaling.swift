import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// `tosca.policies.Scaling` with bounds, and so Tacker's, becomes what its driver runs.
  static let scaling = PolicyMapping("tosca.policies.Scaling") { policy, template in
    guard template.topology.policies[policy].isScaling else {
      template.report(.policyLeftOut(template.topology.policies[policy]))
      return
    }
    var read: Set = [
      "min_instances", "max_instances", "default_instances", "increment", "cooldown", "targets", "driver",
    ]
    if template.plan.scalings(of: policy).contains(where: { template.plan.groups[$0.group].driver == .senlin }
    ) {
      read.insert("receiver")
    }
    template.addGroups(of: policy)
    for trigger in template.topology.policies[policy].triggers {
      template.addAlarm(trigger, of: policy)
    }
    template.reportLeftovers(ofPolicy: policy, read: read)
  }
}

extension TemplateBuilder {
  /// Adds what a policy's groups become under their drivers.
  mutating func addGroups(of policy: Int) {
    for (group, scaling) in plan.scalings(of: policy) {
      switch plan.groups[group].driver {
      case .heat: addAutoScalingGroup(group, scaling)
      case .senlin: addCluster(group, scaling)
      }
    }
  }

  /// A number of a group, which a template may also take from an input.
  mutating func amount(_ amount: ScalingRequest.Amount?) -> OpenStack.Value? {
    switch amount {
    case .stated(let stated): value(stated)
    case .number(let number): .integer(number)
    case nil: nil
    }
  }

  /// Reports the properties of a policy that no mapping reads.
  mutating func reportLeftovers(ofPolicy policy: Int, read: Set<String>) {
    let policy = topology.policies[policy]
    for assignment in policy.properties where !read.contains(assignment.name.text) {
      guard policy.type.property(assignment.name.text) != nil else { continue }
      report(.policyPropertyLeftOut(assignment.name, policy))
    }
    for key in policy.unreadKeys where !read.contains(key.text) {
      report(.policyPropertyLeftOut(key, policy))
    }
  }
}

extension Diagnostic {
  /// A policy that has no mapping.
  static func policyLeftOut(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "policy '\(policy.name.text)' of type '\(policy.type.name)' is not translated and is left out",
      at: policy.name.range)
  }

  fileprivate static func policyPropertyLeftOut(_ name: TOSCADocument.Word, _ policy: Policy) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(name.text)' of policy '\(policy.name.text)' is not translated and is left out",
      at: name.range)
  }
}
