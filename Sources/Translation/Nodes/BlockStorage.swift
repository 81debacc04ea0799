import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.BlockStorage` becomes a Cinder volume, or nothing when it names an existing one by its `volume_id`.
  static let blockStorage = NodeMapping(
    "tosca.nodes.BlockStorage", owners: ownersOfVolume, attribute: volumeAttribute,
    resourceName: nameOfVolume, translate: addVolume)

  /// The same under the name that TOSCA 1.2 and later have for it.
  static let storageBlockStorage = NodeMapping(
    "tosca.nodes.Storage.BlockStorage", owners: ownersOfVolume, attribute: volumeAttribute,
    resourceName: nameOfVolume, translate: addVolume)

  private static let ownersOfVolume: @Sendable (NodeTemplate.ID, Topology) -> [NodeTemplate.ID] = {
    node, topology in
    topology.requirements(leadingTo: node).filter(\.isAttachment).map(\.source)
  }

  private static let volumeAttribute: Attribute = { name, node, template in
    ["volume_id", "id"].contains(name) ? template.volumeReference(node) : nil
  }

  private static let nameOfVolume: ResourceName = {
    $1.topology[$0].isExistingVolume ? nil : $1.topology[$0].name.text
  }

  private static let addVolume: @Sendable (NodeTemplate.ID, inout TemplateBuilder) -> Void = {
    node, template in
    guard !template.topology[node].isExistingVolume else {
      template.ignore(["name", "size", "volume_id"], of: node)
      return
    }
    let name = template.topology[node].name
    var volume = HeatResource(type: "OS::Cinder::Volume")
    for property in ["name", "description", "availability_zone", "volume_type", "image", "metadata"] {
      volume[property] = template.take(property, of: node)
    }
    volume["snapshot_id"] = template.take("snapshot_id", of: node)
    volume["size"] = template.volumeSize(of: node, hasSource: volume["snapshot_id"] != nil)
    template.add(name.text, volume, for: name)
  }
}

extension NodeTemplate {
  /// Whether the node stands for a volume that is there already.
  var isExistingVolume: Bool {
    type.isVolume && assigned("volume_id") != nil
  }
}

extension ResolvedType {
  /// Whether its nodes are volumes of the Simple Profile, under its newer or its older name for them.
  var isVolume: Bool {
    isKind(of: "tosca.nodes.BlockStorage") || isKind(of: "tosca.nodes.Storage.BlockStorage")
  }
}

extension Requirement {
  /// Whether it asks for a volume that is attached to the node.
  var isAttachment: Bool {
    relationship?.isKind(of: "tosca.relationships.AttachesTo") == true
  }
}

extension TemplateBuilder {
  /// What attaches a volume: the id of its resource, or of the existing one.
  mutating func volumeReference(_ volume: NodeTemplate.ID) -> OpenStack.Value? {
    guard topology[volume].isExistingVolume else { return reference(to: volume) }
    // The id may be got from the attribute that asks for it.
    propertyDepth += 1
    followedProperties += 1
    defer {
      propertyDepth -= 1
      if propertyDepth == 0 { followedProperties = 0 }
    }
    guard propertyDepth <= 50, followedProperties <= 10_000 else { return nil }
    return take("volume_id", of: volume)
  }

  /// Attaches to a server the volumes that it requires (TOSCA Simple Profile 1.3, 5.7.5).
  mutating func addAttachments(of server: NodeTemplate.ID) {
    for requirement in topology.requirements(of: server) where requirement.isAttachment {
      guard let volume = requirement.target, topology[volume].type.isVolume else { continue }
      attachmentCount += 1
      let type = requirement.relationshipName?.text.lowercased() ?? "attachesto"
      var attachment = HeatResource(type: "OS::Cinder::VolumeAttachment")
      attachment["instance_uuid"] = reference(to: server)
      attachment["volume_id"] = volumeReference(volume)
      attachment["mountpoint"] = mountPoint(requirement)
      if group != nil, plan.group(of: volume) != group {
        report(.sharedVolume(topology[volume], topology[server], requirement))
      }
      add("\(type)_\(attachmentCount)", attachment, for: topology[server].name)
    }
  }

  /// Where a server sees a volume.
  ///
  /// Nova takes a device; the location of TOSCA is the nearest there is without one.
  private mutating func mountPoint(_ requirement: Requirement) -> OpenStack.Value? {
    for assignment in requirement.properties where !["device", "location"].contains(assignment.name.text) {
      report(.attachmentPropertyLeftOut(assignment.name, requirement))
    }
    if let device = requirement[property: "device"] {
      if let location = requirement.properties.first(where: { $0.name.text == "location" }) {
        let isSame = location.value.text != nil && location.value.text == device.text
        if !isSame { report(.attachmentPropertyLeftOut(location.name, requirement)) }
      }
      return value(device)
    }
    guard let location = requirement[property: "location"] else { return nil }
    if let path = topology.settled(location)?.text, !path.hasPrefix("/dev/") {
      let stated = requirement.properties.first { $0.name.text == "location" }
      report(.locationIsNoDevice(path, at: stated?.value.range ?? requirement.name.range))
    }
    return value(location)
  }

  /// The size of a volume in GiB, rounded up; nil where it follows from what the volume is made from.
  fileprivate mutating func volumeSize(of node: NodeTemplate.ID, hasSource: Bool) -> OpenStack.Value? {
    guard let stated = takeValue("size", of: node), let size = value(stated) else {
      if !hasSource { report(.noVolumeSize(topology[node])) }
      return hasSource ? nil : 1
    }
    let text: String
    switch size {
    case .string(let string): text = string
    case .integer(let number): text = String(number)
    case .number(let number): text = "\(number)"
    default: return size
    }
    guard let gibibytes = self.size(text, of: "a volume", in: .gibibyte, .bytes, at: stated) else {
      return nil
    }
    guard gibibytes == 0 else { return .integer(gibibytes) }
    // The type of TOSCA 1.3 has no way to say that there is no size but this default.
    if !hasSource { report(.noVolumeSize(topology[node])) }
    return hasSource ? nil : 1
  }
}

extension Diagnostic {
  fileprivate static func attachmentPropertyLeftOut(_ name: TOSCADocument.Word, _ requirement: Requirement)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "not-translated",
      "'\(name.text)' of requirement '\(requirement.name.text)' has no counterpart in a volume attachment and is left out",
      at: name.range)
  }

  fileprivate static func locationIsNoDevice(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "mount-path",
      "'\(path)' is a path in the file system, but Nova attaches a volume as a device; 'device: /dev/vdb' names one",
      at: range)
  }

  fileprivate static func sharedVolume(
    _ volume: NodeTemplate, _ server: NodeTemplate, _ requirement: Requirement
  ) -> Diagnostic {
    Diagnostic(
      .warning, "shared-volume",
      "'\(server.name.text)' is scaled, but there is one volume '\(volume.name.text)' for all its instances; most kinds "
        + "of volume can be attached once only", at: requirement.name.range)
  }

  fileprivate static func noVolumeSize(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "default-volume-size",
      "volume '\(node.name.text)' has neither a 'size' nor a 'snapshot_id'; it is made with 1 GiB",
      at: node.name.range)
  }
}
