extension NodeMapping {
  /// Every node type that is translated.
  package static let all: [NodeMapping] = [
    .blockStorage,
    .compute,
    .floatingIP,
    .network,
    .objectStorage,
    .port,
    .storageBlockStorage,
    .storageObjectStorage,
    .vdu,
  ]
}
