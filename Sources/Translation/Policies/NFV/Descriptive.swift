extension PolicyMapping {
  // What these say is read where the plan is made, or is for who manages the life cycle.
  static let instantiationLevels = PolicyMapping("tosca.policies.nfv.InstantiationLevels") { _, _ in }
  static let vduScalingAspectDeltas = PolicyMapping("tosca.policies.nfv.VduScalingAspectDeltas") { _, _ in }
  static let supportedVnfInterface = PolicyMapping("tosca.policies.nfv.SupportedVnfInterface") { _, _ in }
  static let vnfPackageChange = PolicyMapping("tosca.policies.nfv.VnfPackageChange") { _, _ in }
  static let lcmCoordinationAction = PolicyMapping("tosca.policies.nfv.LcmCoordinationAction") { _, _ in }
  static let lcmCoordinations = PolicyMapping(
    "tosca.policies.nfv.LcmCoordinationsForLcmOperation"
  ) { _, _ in }
}
