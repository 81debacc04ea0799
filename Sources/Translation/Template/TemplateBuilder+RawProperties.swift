import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// The key of a node's metadata, or the name of an artifact, that has properties of Heat's for the node's resource.
  static let rawKey = "hot.properties"

  /// Gives the resource of a node what its metadata or an artifact says in Heat's own words.
  ///
  /// The metadata has a map, or a text in YAML; an artifact has properties. What the translation has set is replaced.
  mutating func addRawProperties(of node: NodeTemplate.ID) {
    for entry in topology[node].metadata where entry.name.text == Self.rawKey {
      takesHeatCalls = true
      defer { takesHeatCalls = false }
      guard let properties = rawProperties(entry.value) else {
        report(.noRawProperties(entry.name))
        continue
      }
      for (name, value) in properties { addRaw(name, value, to: node, entry.name) }
    }
    for artifact in topology.artifacts(of: node) {
      guard let name = artifact.name, name.text == Self.rawKey else { continue }
      readSection("artifacts")
      for property in artifact.properties {
        takesHeatCalls = true
        defer { takesHeatCalls = false }
        guard let value = value(property.value) else { continue }
        addRaw(property.name.text, value, to: node, property.name)
      }
    }
  }

  private mutating func rawProperties(_ value: PropertyValue) -> ValueMap? {
    if case .string(let text) = value.content { return (try? OpenStack.Value(readingYAML: text))?.map }
    return self.value(value)?.map
  }

  /// A value whose files go with the templates, as all files do: from the template's folder, and from nowhere else.
  private mutating func attachingFiles(
    _ value: OpenStack.Value, _ place: TOSCADocument.Word
  ) -> OpenStack.Value {
    switch value {
    case .list(let items): return .list(items.map { attachingFiles($0, place) })
    case .map(let map):
      if map.count == 1, let path = map["get_file"]?.string { return .getFile(attach(path, at: place.range)) }
      return .map(ValueMap(distinct: map.map { ($0.key, attachingFiles($0.value, place)) }))
    default: return value
    }
  }

  private mutating func addRaw(
    _ name: String, _ value: OpenStack.Value, to node: NodeTemplate.ID, _ place: TOSCADocument.Word
  ) {
    let value = attachingFiles(value, place)
    let resource = topology[node].name.text
    guard let index = self.place(ofResource: resource) else {
      report(.noResource(place, topology[node]))
      return
    }
    if let set = template.resources[index].element[name], set != value {
      report(.rawReplaces(name, resource, place))
    }
    template.resources[index].element[name] = value
    rawPlaces[resource, default: [:]][name] = place.range
  }
}

extension Diagnostic {
  fileprivate static func noRawProperties(_ place: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "raw-properties",
      "'hot.properties' is a map of Heat's properties, or such a map as YAML text",
      at: place.range)
  }

  fileprivate static func noResource(_ place: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "raw-properties",
      "'\(node.name.text)' becomes no resource of its own, so its 'hot.properties' are left out",
      at: place.range)
  }

  fileprivate static func rawReplaces(
    _ name: String, _ resource: String, _ place: TOSCADocument.Word
  ) -> Diagnostic {
    Diagnostic(
      .warning, "raw-properties",
      "'hot.properties' replaces '\(name)' of resource '\(resource)', which the translation has set",
      at: place.range)
  }
}
