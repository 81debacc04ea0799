import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.BlockStorage.Tacker` becomes a Cinder volume, unless it names one that exists.
  static let tackerStorage = NodeMapping(
    "tosca.nodes.BlockStorage.Tacker",
    resourceName: { $1.topology[$0].assigned("volume_id") == nil ? $1.topology[$0].name.text : nil }
  ) { node, template in
    guard template.topology[node].assigned("volume_id") == nil else {
      // Its attachments name it.
      template.ignore(["volume_id", "size"], of: node)
      return
    }
    let name = template.topology[node].name
    var volume = HeatResource(type: "OS::Cinder::Volume")
    volume["size"] = template.takeValue("size", of: node).flatMap {
      template.tackerSize($0, of: "a volume", in: .gibibyte)
    }
    volume["image"] = template.take("image", of: node)
    volume["snapshot_id"] = template.take("snapshot_id", of: node)
    if volume["size"] == nil, volume["snapshot_id"] == nil {
      template.report(.volumeWithoutSize(name))
    }
    template.add(name.text, volume, for: name)
  }

  /// `tosca.nodes.BlockStorageAttachment` becomes a Cinder attachment; it and its volume belong to the server.
  static let tackerAttachment = NodeMapping(
    "tosca.nodes.BlockStorageAttachment",
    owners: { $1.targets(of: $0, "virtualBinding") },
    brought: { $1.targets(of: $0, "virtualAttachment") },
    resourceName: { $1.topology.ends(ofAttachment: $0) == nil ? nil : $1.topology[$0].name.text }
  ) { node, template in
    let name = template.topology[node].name
    guard let (server, volume) = template.topology.ends(ofAttachment: node) else {
      template.leaveOut(.looseAttachment(name))
      return
    }
    var attachment = HeatResource(type: "OS::Cinder::VolumeAttachment")
    attachment["mountpoint"] = template.take("location", of: node)
    attachment["instance_uuid"] = template.reference(to: server)
    if let existing = template.topology[volume].assigned("volume_id") {
      if template.group != nil { template.report(.volumeOfMany(existing, template.topology[volume])) }
      attachment["volume_id"] = template.value(existing)
    } else {
      attachment["volume_id"] = template.reference(to: volume)
    }
    template.add(name.text, attachment, for: name)
  }
}

extension Topology {
  /// What an attachment joins; nil for one that does not lead from a volume to a server.
  fileprivate func ends(
    ofAttachment node: NodeTemplate.ID
  ) -> (server: NodeTemplate.ID, volume: NodeTemplate.ID)? {
    guard let server = targets(of: node, "virtualBinding").first,
      let volume = targets(of: node, "virtualAttachment").first, !self[server].isOfContainers
    else { return nil }
    return (server, volume)
  }
}

extension Diagnostic {
  fileprivate static func volumeWithoutSize(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .error, "volume-without-size",
      "volume '\(name.text)' needs a 'size', or the 'volume_id' of one that exists",
      at: name.range)
  }

  fileprivate static func looseAttachment(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "attachment '\(name.text)' does not lead from a volume to a server and is left out", at: name.range)
  }

  fileprivate static func volumeOfMany(_ id: PropertyValue, _ volume: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .error, "unique-in-group",
      "the servers of '\(volume.name.text)' are scaled, but only one of them can have this volume; leave 'volume_id' "
        + "out to make one for each", at: id.range)
  }
}
