extension NodeMapping {
  /// Every node type that is translated.
  package static let all: [NodeMapping] = [
    .compute,
    .network,
    .port,
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
