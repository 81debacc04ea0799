import Diagnostics

extension ValidationRule {
  /// The images of VDUs and volumes are described, are in the package, and fit what they are for
  /// (SOL 001, 6.2.27 and 6.5.1).
  static let softwareImages = ValidationRule(
    "image-without-data", "image-without-artifact", "second-image", "image-does-not-fit", "vdu-without-image"
  ) { topology, log in
    let computes = topology.nodes(ofKind: "tosca.nodes.nfv.Vdu.Compute")
    let volumes = topology.nodes(ofKind: "tosca.nodes.nfv.Vdu.VirtualBlockStorage")
    var bootable: Set<NodeTemplate.ID> = []
    for id in computes + volumes {
      let images = NodeImages(topology[id], topology)
      if images.isThere { bootable.insert(id) }
      check(images, &log)
    }
    for id in computes {
      let compute = topology[id].capability("virtual_compute")?.properties
      let memory = compute?.value(of: "virtual_memory")?["virtual_mem_size"]
      let disk = compute?.value(of: "virtual_local_storage")?.items?.first?["size_of_storage"]
      let attached = topology.targets(of: id, "virtual_storage")
      fit(NodeImages(topology[id], topology), disk: disk, memory: memory, &log)
      for volume in attached where bootable.contains(volume) {
        fit(NodeImages(topology[volume], topology), disk: nil, memory: memory, &log)
      }
      if !bootable.isEmpty, !bootable.contains(id), !attached.contains(where: bootable.contains) {
        log.report(.withoutImage(topology[id]))
      }
    }
    for id in volumes where bootable.contains(id) {
      let size = topology[id][property: "virtual_block_storage_data"]?["size_of_storage"]
      fit(NodeImages(topology[id], topology), disk: size, memory: nil, &log)
    }
  }

  private static func check(_ images: NodeImages, _ log: inout DiagnosticLog) {
    if images.artifacts.count > 1, let name = images.artifacts[1].name {
      log.report(.secondImage(name, images.node))
    }
    guard images.node.type.property("sw_image_data") != nil else { return }
    if images.data == nil, let artifact = images.artifacts.first, artifact.properties.isEmpty,
      let name = artifact.name
    {
      log.report(.withoutData(name, images.node))
    } else if let data = images.node.properties.first(where: { $0.name.text == "sw_image_data" }),
      !data.value.isNull, !images.hasArtifacts
    {
      log.report(.withoutArtifact(data.name, images.node))
    }
  }

  private static func fit(
    _ images: NodeImages, disk: PropertyValue?, memory: PropertyValue?, _ log: inout DiagnosticLog
  ) {
    for (name, given, what) in [("min_disk", disk, "storage"), ("min_ram", memory, "memory")] {
      guard let least = images.value(of: name), let given, let needed = least.size, let there = given.size,
        needed > there
      else { continue }
      log.report(.doesNotFit(least, what, given))
    }
  }
}

/// The images that a node has.
struct NodeImages {
  let node: NodeTemplate
  /// What the property says of the image.
  let data: PropertyValue?
  /// The artifacts that are images.
  let artifacts: [ArtifactSyntax]
  /// Whether there are artifacts at all; one without a type may be an image too.
  let hasArtifacts: Bool

  init(_ node: NodeTemplate, _ topology: Topology) {
    self.node = node
    data = node[property: "sw_image_data"]
    let own = Set(node.artifacts.compactMap(\.name?.text))
    let all = node.artifacts + node.type.artifacts.filter { !own.contains($0.name?.text ?? "") }
    hasArtifacts = !all.isEmpty
    artifacts = all.filter { artifact in
      guard let name = artifact.type else { return false }
      // Single-file descriptors for Tacker have images of a type that they do not import.
      return name.text == Self.type || topology.types.known(.artifact, name)?.isKind(of: Self.type) == true
    }
  }

  private static let type = "tosca.artifacts.nfv.SwImage"

  var isThere: Bool { data != nil || !artifacts.isEmpty }

  /// What is said of the image, by the property or by the artifact itself as of version 3.3.1.
  func value(of name: String) -> PropertyValue? {
    data?[name] ?? artifacts.first?.properties.value(of: name)
  }
}

extension [Assignment] {
  /// The value that is given to a name.
  func value(of name: String) -> PropertyValue? {
    first { $0.name.text == name }?.value
  }
}

extension PropertyValue {
  /// The bytes of a size with a unit.
  fileprivate var size: Double? {
    text.flatMap { ScalarUnit($0, .size)?.value }
  }
}

extension Diagnostic {
  fileprivate static func withoutData(_ name: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "image-without-data",
      "'\(node.name.text)' has the image '\(name.text)', but no 'sw_image_data' that describes it",
      at: name.range)
  }

  fileprivate static func withoutArtifact(_ name: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .info, "image-without-artifact",
      "'\(node.name.text)' describes an image, but has no artifact of type 'tosca.artifacts.nfv.SwImage'; the image "
        + "must be in the cloud already", at: name.range)
  }

  fileprivate static func secondImage(_ name: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "second-image", "'\(node.name.text)' can have one image; '\(name.text)' is a second one",
      at: name.range)
  }

  fileprivate static func doesNotFit(
    _ least: PropertyValue, _ what: String, _ given: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .warning, "image-does-not-fit",
      "the image needs \(what) of \(least.text ?? ""), but there is \(given.text ?? "")", at: least.range,
      notes: [Note("the \(what)", at: given.range)])
  }

  fileprivate static func withoutImage(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .info, "vdu-without-image",
      "'\(node.name.text)' has no image, and none of its volumes has one, so it has nothing to boot from",
      at: node.name.range)
  }
}
