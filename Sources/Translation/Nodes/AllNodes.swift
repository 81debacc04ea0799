extension NodeMapping {
  /// Every node type that is translated.
  package static let all: [NodeMapping] = [
    .blockStorage,
    .compute,
    .floatingIP,
    .loadBalancer,
    .network,
    .objectStorage,
    .port,
    .storageBlockStorage,
    .storageObjectStorage,
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
