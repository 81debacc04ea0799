import OpenStack
import TOSCA

/// How one TOSCA node type becomes Heat resources.
package struct NodeMapping: Sendable {
  /// The value of a TOSCA attribute of a node as HOT has it, mostly a `get_attr`; nil for one without a counterpart.
  typealias Attribute =
    @Sendable (_ name: String, _ node: NodeTemplate.ID, _ template: inout TemplateBuilder) -> OpenStack.Value?

  typealias ResourceName = @Sendable (_ node: NodeTemplate.ID, _ template: TemplateBuilder) -> String?

  /// The TOSCA type; a node of a derived type uses the nearest mapping up its ancestors.
  package let type: String
  /// The nodes that a node is there for: where all of them are multiplied, it is multiplied with them.
  let owners: @Sendable (_ node: NodeTemplate.ID, _ topology: Topology) -> [NodeTemplate.ID]
  /// The same from the other side, where the node that is there for another does not name it: the volume of an
  /// attachment.
  let brought: @Sendable (_ node: NodeTemplate.ID, _ topology: Topology) -> [NodeTemplate.ID]
  let attribute: Attribute
  /// The resource that others wait for when they depend on a node, made where the node is; nil where nothing is made.
  let resourceName: ResourceName
  /// Adds the resources of a node to a template.
  let translate: @Sendable (_ node: NodeTemplate.ID, _ template: inout TemplateBuilder) -> Void

  init(
    _ type: String,
    owners: @escaping @Sendable (_ node: NodeTemplate.ID, _ topology: Topology) -> [NodeTemplate.ID] = {
      _, _ in []
    },
    brought: @escaping @Sendable (_ node: NodeTemplate.ID, _ topology: Topology) -> [NodeTemplate.ID] = {
      _, _ in []
    },
    attribute: @escaping Attribute = { _, _, _ in nil },
    resourceName: @escaping ResourceName = { $1.topology[$0].name.text },
    translate: @escaping @Sendable (_ node: NodeTemplate.ID, _ template: inout TemplateBuilder) -> Void
  ) {
    self.type = type
    self.owners = owners
    self.brought = brought
    self.attribute = attribute
    self.resourceName = resourceName
    self.translate = translate
  }

  /// The mapping of the type, or of the nearest of its ancestors that has one.
  static func mapping(of type: ResolvedType) -> NodeMapping? {
    for ancestor in type.ancestors {
      if let mapping = byType[ancestor] { return mapping }
    }
    return nil
  }

  /// The mapping of a node: that of its type, or that of software for what is hosted and has something to be run.
  static func mapping(of node: NodeTemplate.ID, in topology: Topology) -> NodeMapping? {
    mapping(of: topology.type(of: node)) ?? (topology.isSoftware(node) ? .softwareComponent : nil)
  }

  private static let byType = Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })
}
