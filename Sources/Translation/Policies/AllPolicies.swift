extension PolicyMapping {
  /// Every policy type that is translated.
  package static let all: [PolicyMapping] = [
    .affinityRule,
    .alarming,
    .antiAffinityRule,
    .instantiationLevels,
    .lcmCoordinationAction,
    .lcmCoordinations,
    .placement,
    .reservation,
    .scaling,
    .scalingAspects,
    .securityGroupRule,
    .supportedVnfInterface,
    .vduInitialDelta,
    .vduInstantiationLevels,
    .vduScalingAspectDeltas,
    .virtualLinkBitrateInitialDelta,
    .virtualLinkBitrateScalingAspectDeltas,
    .virtualLinkInstantiationLevels,
    .vnfPackageChange,
  ]
}
