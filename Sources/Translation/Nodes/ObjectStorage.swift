import Diagnostics
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
    if let quota = (largest ?? size).flatMap({ template.quota($0, of: node) }), quota > 0 {
      container["X-Container-Meta"] = ["Quota-Bytes": .integer(quota)]
    }
    template.add(name.text, container, for: name)
  }
}

extension TemplateBuilder {
  /// A size in bytes, rounded up.
  ///
  /// A container takes no unit, so what only the stack will know cannot be said.
  fileprivate mutating func quota(_ value: PropertyValue, of node: NodeTemplate.ID) -> Int? {
    guard let known = fixed(value), let text = known.text else {
      report(.openQuota(value, topology[node]))
      return nil
    }
    let bytes = ScalarUnit(text, .size)?.value ?? Double(text) ?? .nan
    guard (0...1e18).contains(bytes) else {
      report(.unusableSize(value, text))
      return nil
    }
    return Int(bytes.rounded(.up))
  }
}

extension Diagnostic {
  fileprivate static func openQuota(_ value: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the size of '\(node.name.text)' is not known before there is a stack, so the container has no quota",
      at: value.range)
  }

  fileprivate static func unusableSize(_ value: PropertyValue, _ text: String) -> Diagnostic {
    Diagnostic(
      .error, "unusable-size", "'\(text)' is no size that a container can have (such as '10 GB')",
      at: value.range)
  }
}
