import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.ObjectStorage` becomes a Swift container with its largest size as a quota, for its owner's eyes only.
  static let objectStorage = NodeMapping("tosca.nodes.ObjectStorage", translate: addContainer)

  /// The same under the name that TOSCA 1.2 and later have for it.
  static let storageObjectStorage = NodeMapping(
    "tosca.nodes.Storage.ObjectStorage", translate: addContainer)

  private static let addContainer: @Sendable (NodeTemplate.ID, inout TemplateBuilder) -> Void = {
    node, template in
    let name = template.topology[node].name
    var container = HeatResource(type: "OS::Swift::Container")
    container["name"] = template.take("name", of: node)
    let largest = template.takeValue("maxsize", of: node)
    let size = template.takeValue("size", of: node)
    container["X-Container-Meta"] = template.quota(largest ?? size, of: node)
    template.add(name.text, container, for: name)
  }
}

extension TemplateBuilder {
  /// The quota of a container in bytes, in the form in which Swift takes it; nil where there is none.
  mutating func quota(_ size: PropertyValue?, of node: NodeTemplate.ID) -> OpenStack.Value? {
    guard let bytes = plainSize(size, of: "a container", for: node, in: .byte, .bytes), bytes > 0 else {
      return nil
    }
    return ["Quota-Bytes": .integer(bytes)]
  }
}
