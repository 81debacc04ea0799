extension ResourceType {
  /// Every type that the engine runs.
  static let all: [String: ResourceType] = Dictionary(
    uniqueKeysWithValues: [
      ResourceType.alarm,
      .autoScalingGroup,
      .cluster,
      .clusterPolicy,
      .network,
      .port,
      .profile,
      .receiver,
      .scalingPolicy,
      .server,
      .subnet,
    ].map { ($0.name, $0) })
}
