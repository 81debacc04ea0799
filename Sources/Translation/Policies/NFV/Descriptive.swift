import Diagnostics
import TOSCA

extension PolicyMapping {
  /// The levels that a VNF can begin with: read where the plan is made.
  static let instantiationLevels = PolicyMapping("tosca.policies.nfv.InstantiationLevels") { _, _ in }
  /// How many servers a step of an aspect adds: read where the plan is made.
  static let vduScalingAspectDeltas = PolicyMapping("tosca.policies.nfv.VduScalingAspectDeltas") { _, _ in }

  /// Where the VNF itself can be asked.
  static let supportedVnfInterface = PolicyMapping(
    "tosca.policies.nfv.SupportedVnfInterface", translate: leaveToManager)
  /// What a change of package does.
  static let vnfPackageChange = PolicyMapping(
    "tosca.policies.nfv.VnfPackageChange", translate: leaveToManager)
  /// What is agreed on with the VNF in an operation.
  static let lcmCoordinationAction = PolicyMapping(
    "tosca.policies.nfv.LcmCoordinationAction", translate: leaveToManager)
  /// In which operations that is agreed on.
  static let lcmCoordinations = PolicyMapping(
    "tosca.policies.nfv.LcmCoordinationsForLcmOperation", translate: leaveToManager)

  private static let leaveToManager: @Sendable (Int, inout TemplateBuilder) -> Void = { policy, template in
    template.report(.leftToManager(template.topology.policies[policy]))
  }
}

extension Diagnostic {
  fileprivate static func leftToManager(_ policy: Policy) -> Diagnostic {
    Diagnostic(
      .info, "not-translated",
      "policy '\(policy.name.text)' of type '\(policy.type.name)' is for who manages the life cycle, and nothing to Heat",
      at: policy.name.range)
  }
}
