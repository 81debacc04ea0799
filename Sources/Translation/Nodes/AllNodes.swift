extension NodeMapping {
  /// Every node type that is translated.
  package static let all: [NodeMapping] = [
    .blockStorage,
    .compute,
    .floatingIP,
    .forwardingPath,
    .loadBalancer,
    .network,
    .objectStorage,
    .port,
    .storageBlockStorage,
    .storageObjectStorage,
    .tackerAttachment,
    .tackerPath,
    .tackerPathV2,
    .tackerStorage,
    .vdu,
    .vduCompute,
    .vduCp,
    .virtualBlockStorage,
    .virtualFileStorage,
    .virtualObjectStorage,
    .vnf,
    .vnfExtCp,
    .vnfVirtualLink,
  ]
}
