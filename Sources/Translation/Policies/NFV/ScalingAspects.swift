import Diagnostics
import TOSCA

extension PolicyMapping {
  /// `tosca.policies.nfv.ScalingAspects` becomes a group for each aspect, and a policy for each direction
  /// (ETSI GS NFV-SOL 001, 6.10.5).
  static let scalingAspects = PolicyMapping("tosca.policies.nfv.ScalingAspects") { policy, template in
    template.addGroups(of: policy)
  }

  /// The number of instances of a VDU without an aspect, where it is not one (ETSI GS NFV-SOL 001, 6.10.7).
  static let vduInitialDelta = PolicyMapping("tosca.policies.nfv.VduInitialDelta") { policy, template in
    template.addGroups(of: policy)
  }

  /// The same by instantiation level (ETSI GS NFV-SOL 001, 6.10.3).
  static let vduInstantiationLevels = PolicyMapping("tosca.policies.nfv.VduInstantiationLevels") {
    policy, template in
    template.addGroups(of: policy)
  }
}
