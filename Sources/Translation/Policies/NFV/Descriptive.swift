extension PolicyMapping {
  // What these say is read where the plan is made.
  static let instantiationLevels = PolicyMapping("tosca.policies.nfv.InstantiationLevels") { _, _ in }
  static let vduScalingAspectDeltas = PolicyMapping("tosca.policies.nfv.VduScalingAspectDeltas") { _, _ in }

  // What these say is for who manages the life cycle.
  static let supportedVnfInterface = PolicyMapping(
    "tosca.policies.nfv.SupportedVnfInterface", translate: leaveOut)
  static let vnfPackageChange = PolicyMapping("tosca.policies.nfv.VnfPackageChange", translate: leaveOut)
  static let lcmCoordinationAction = PolicyMapping(
    "tosca.policies.nfv.LcmCoordinationAction", translate: leaveOut)
  static let lcmCoordinations = PolicyMapping(
    "tosca.policies.nfv.LcmCoordinationsForLcmOperation", translate: leaveOut)

  private static let leaveOut: @Sendable (Int, inout TemplateBuilder) -> Void = { policy, template in
    template.report(.policyLeftOut(template.topology.policies[policy]))
  }
}
