extension NodeMapping {
  /// Every node type that is translated.
  package static let all: [NodeMapping] = [
    .compute,
    .database,
    .network,
    .port,
    .softwareComponent,
    .vdu,
    .webApplication,
  ]
}
