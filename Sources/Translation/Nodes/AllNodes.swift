extension NodeMapping {
  /// Every node type that is translated.
  package static let all: [NodeMapping] = [
    .compute,
    .forwardingPath,
    .network,
    .port,
    .tackerAttachment,
    .tackerPath,
    .tackerPathV2,
    .tackerStorage,
    .vdu,
  ]
}
