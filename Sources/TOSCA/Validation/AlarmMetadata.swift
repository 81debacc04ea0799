import Diagnostics

extension ValidationRule {
  /// A trigger's metadata is what the measures are selected by: it must stand on a VDU too.
  static let alarmMetadata = ValidationRule("metering-key", "metadata-not-matched") { topology, log in
    var groups: [String] = []
    for node in topology.nodes {
      guard let entry = node.meteringEntry else { continue }
      groups += entry.value.text.map { [$0] } ?? []
      if entry.key != NodeTemplate.meteringKeys[0] {
        log.report(.oldMeteringKey(entry))
      }
    }
    for trigger in topology.policies.flatMap(\.triggers) {
      guard let metadata = trigger.metadata, !groups.contains(metadata.text) else { continue }
      log.report(.metadataNotMatched(metadata, groups))
    }
  }
}

extension NodeTemplate {
  /// The keys of a VDU's metadata that name its metering group, the present one first.
  static let meteringKeys = ["metering.server_group", "metering.vnf"]

  /// The entry of the node's metadata that names its metering group.
  var meteringEntry: PropertyValue.Entry? {
    assigned("metadata")?.entries?.first { Self.meteringKeys.contains($0.key) }
  }

  /// The group by which alarms select the measures of the node's servers.
  package var meteringGroup: PropertyValue? {
    meteringEntry?.value
  }

  /// The node's metadata with the metering group under its present key.
  package var serverMetadata: [PropertyValue.Entry] {
    (assigned("metadata")?.entries ?? []).map { entry in
      guard Self.meteringKeys.contains(entry.key) else { return entry }
      return PropertyValue.Entry(key: Self.meteringKeys[0], keyRange: entry.keyRange, value: entry.value)
    }
  }
}

extension Diagnostic {
  fileprivate static func oldMeteringKey(_ entry: PropertyValue.Entry) -> Diagnostic {
    let key = NodeTemplate.meteringKeys[0]
    return Diagnostic(
      .warning, "metering-key",
      "'\(entry.key)' is an old name; alarms look for '\(key)', as which it is read",
      at: entry.keyRange, suggestion: key)
  }

  fileprivate static func metadataNotMatched(_ word: TOSCADocument.Word, _ groups: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "metadata-not-matched",
      "no VDU has '\(NodeTemplate.meteringKeys[0]): \(word.text)' in its metadata, so the alarm would match no server",
      at: word.range, suggestion: nearestSpelling(to: word.text, among: groups))
  }
}
