extension PolicyMapping {
  /// Every policy type that is translated.
  package static let all: [PolicyMapping] = [
    .alarming,
    .placement,
    .reservation,
    .scaling,
  ]
}
