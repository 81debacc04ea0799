extension ValidationRule {
  /// Every rule; the order does not matter, findings are sorted by place.
  package static let all: [ValidationRule] = [
    .alarmAction,
    .alarmCondition,
    .alarmConstraint,
    .alarmEvent,
    .alarmMetadata,
    .implicitProfile,
    .networkAddresses,
    .scalingBounds,
    .scalingCooldown,
    .scalingDirections,
    .scalingTargets,
  ]
}
