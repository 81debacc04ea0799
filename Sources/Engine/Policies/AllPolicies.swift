extension PolicyType {
  /// Every policy type that a cluster can be attached to.
  static let all: [PolicyType] = [
    .affinity,
    .batch,
    .deletion,
    .health,
    .loadBalance,
    .regionPlacement,
    .scaling,
    .zonePlacement,
  ]
}
