extension PolicyMapping {
  /// The levels that a VNF can begin with: read where the plan is made.
  static let instantiationLevels = PolicyMapping("tosca.policies.nfv.InstantiationLevels") { _, _ in }
  /// How many servers a step of an aspect adds: read where the plan is made.
  static let vduScalingAspectDeltas = PolicyMapping("tosca.policies.nfv.VduScalingAspectDeltas") { _, _ in }
  /// Where the VNF itself can be asked: for who manages its life cycle.
  static let supportedVnfInterface = PolicyMapping("tosca.policies.nfv.SupportedVnfInterface") { _, _ in }
  /// What a change of package does: for who manages the life cycle.
  static let vnfPackageChange = PolicyMapping("tosca.policies.nfv.VnfPackageChange") { _, _ in }
  /// What is agreed on with the VNF in an operation: for who manages its life cycle.
  static let lcmCoordinationAction = PolicyMapping("tosca.policies.nfv.LcmCoordinationAction") { _, _ in }
  /// In which operations that is agreed on: for who manages the life cycle.
  static let lcmCoordinations = PolicyMapping(
    "tosca.policies.nfv.LcmCoordinationsForLcmOperation"
  ) { _, _ in }
}
