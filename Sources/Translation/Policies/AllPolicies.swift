extension PolicyMapping {
  /// Every policy type that is translated.
  package static let all: [PolicyMapping] = [
    .affinity,
    .alarming,
    .batch,
    .deletion,
    .health,
    .loadBalancing,
    .monitoring,
    .regionPlacement,
    .scaling,
    .zonePlacement,
  ]
}
