import OpenStack
import TOSCA

/// How one TOSCA node type becomes Heat resources.
package struct NodeMapping: Sendable {
  /// The TOSCA type; a node of a derived type uses the nearest mapping up its ancestors.
  package let type: String
  /// The path behind `get_attr` for each TOSCA attribute that has a counterpart.
  let attributes: [String: [OpenStack.Value]]
  /// Adds the resources of a node to a template.
  let translate: @Sendable (_ node: NodeTemplate.ID, _ template: inout TemplateBuilder) -> Void

  init(
    _ type: String, attributes: [String: [OpenStack.Value]] = [:],
    translate: @escaping @Sendable (_ node: NodeTemplate.ID, _ template: inout TemplateBuilder) -> Void
  ) {
    self.type = type
    self.attributes = attributes
    self.translate = translate
  }

  /// The mapping of the type, or of the nearest of its ancestors that has one.
  static func mapping(of type: ResolvedType) -> NodeMapping? {
    for ancestor in type.ancestors {
      if let mapping = byType[ancestor] { return mapping }
    }
    return nil
  }

  private static let byType = Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })
}
