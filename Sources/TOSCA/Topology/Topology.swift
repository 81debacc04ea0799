import Diagnostics

/// The typed graph of a template: node templates with their types, the requirements that link them, policies.
///
/// Nodes, policies and outputs keep the order of the template.
package struct Topology: Sendable {
  package let document: TOSCADocument
  package internal(set) var types: TypeCatalog
  package internal(set) var inputs: [PropertyDefinition] = []
  /// The values that were given for inputs, by their names.
  package internal(set) var inputValues: [String: PropertyValue] = [:]
  package internal(set) var nodes: ContiguousArray<NodeTemplate> = []
  package internal(set) var requirements: ContiguousArray<Requirement> = []
  package internal(set) var groups: ContiguousArray<Group> = []
  package internal(set) var policies: ContiguousArray<Policy> = []
  /// The topologies among the imports that can stand for a node (3.8.13).
  package internal(set) var substitutes: [Topology] = []
  /// Whether this is an imported topology that stands for a node, whose inputs are the node's properties.
  package internal(set) var isSubstitute = false
  package var outputs: [TOSCADocument.Output] { document.outputs }
  /// The nodes by their types, for what asks for the nodes of a kind.
  var kinds: [NodesOfType] = []
  /// The requirements by the nodes that meet them, for what asks who needs a node.
  var requirementsByTarget = RequirementsByTarget()
  var nodesByName: [String: NodeTemplate.ID] = [:]
  private var inputsByName: [String: Int] = [:]
  var groupsByName: [String: Int] = [:]
  /// The types of the relationship templates, by the templates' names.
  var relationshipTemplates: [String: ResolvedType] = [:]

  init(document: TOSCADocument, types: TypeCatalog) {
    self.document = document
    self.types = types
  }

  package subscript(node: NodeTemplate.ID) -> NodeTemplate {
    _read { yield nodes[Int(node.offset)] }
  }

  /// The properties of a node, for what needs nothing else of it: a whole node is much to copy.
  package func properties(of node: NodeTemplate.ID) -> [Assignment] {
    nodes[Int(node.offset)].properties
  }

  /// The type of a node, for what needs nothing else of it.
  package func type(of node: NodeTemplate.ID) -> ResolvedType {
    nodes[Int(node.offset)].type
  }

  package func node(named name: String) -> NodeTemplate.ID? {
    nodesByName[name]
  }

  package var nodeIDs: [NodeTemplate.ID] {
    nodes.indices.map { NodeTemplate.ID(offset: Int32($0)) }
  }

  /// The requirements that a node states, in the order of the template.
  package func requirements(of node: NodeTemplate.ID) -> ArraySlice<Requirement> {
    let range = self[node].requirements
    return ArraySlice(requirements[range])
  }

  /// The nodes that a requirement of a node names; also under the relationship types given.
  package func targets(of node: NodeTemplate.ID, _ names: String...) -> [NodeTemplate.ID] {
    requirements(of: node).compactMap { names.contains($0.name.text) ? $0.target : nil }
  }

  /// The requirements that a node meets, in the order of the template.
  package func requirements(leadingTo node: NodeTemplate.ID) -> some Sequence<Requirement> {
    requirementsByTarget.places(of: node).lazy.map { requirements[Int($0)] }
  }

  /// A name in the template, and the node that has it.
  package struct Reference: Sendable {
    package let name: TOSCADocument.Word
    /// nil for the name of a group, and for one that nothing has.
    package let node: NodeTemplate.ID?
  }

  package func input(_ name: String) -> PropertyDefinition? {
    inputsByName[name].map { inputs[$0] }
  }

  package func group(named name: String) -> Group? {
    groupsByName[name].map { groups[$0] }
  }

  mutating func add(_ input: PropertyDefinition) {
    if inputsByName[input.name.text] == nil { inputsByName[input.name.text] = inputs.count }
    inputs.append(input)
  }
}

extension Topology {
  /// The node template or group whose name is nearest to a word that is the name of neither.
  func nearestNodeOrGroup(to word: TOSCADocument.Word) -> String? {
    nearestSpelling(
      to: word.text, among: (document.nodeTemplates.map(\.name) + document.groups.map(\.name)).map(\.text))
  }
}

/// A node template with its type and its property values.
package struct NodeTemplate: Sendable {
  /// A node's place in ``Topology/nodes``.
  package struct ID: Hashable, Sendable {
    package let offset: Int32
  }

  package let name: TOSCADocument.Word
  package let type: ResolvedType
  package let description: String?
  package let properties: [Assignment]
  package let capabilities: [CapabilityAssignment]
  package let directives: [TOSCADocument.Word]
  package let metadata: [Assignment]
  /// The values that the template itself gives to attributes (3.6.13).
  package let attributes: [Assignment]
  let artifacts: [ArtifactSyntax]
  let interfaces: [InterfaceSyntax]
  /// The place in ``Topology/substitutes`` of the topology that stands for the node.
  package internal(set) var substitute: Int?
  /// Keys of the template that nothing reads yet.
  package let unreadKeys: [TOSCADocument.Word]
  let requirements: Range<Int>

  /// The values that a template gives to the properties of a capability (3.8.1).
  package struct CapabilityAssignment: Sendable {
    package let name: TOSCADocument.Word
    package let properties: [Assignment]
  }

  /// The value of a property: the template's, else the type's default.
  package subscript(property name: String) -> PropertyValue? {
    assigned(name) ?? type.defaultValue(of: name)
  }

  /// The value that the template itself gives.
  package func assigned(_ name: String) -> PropertyValue? {
    properties.first { $0.name.text == name && !$0.value.isNull }?.value
  }

  package func capability(_ name: String) -> CapabilityAssignment? {
    capabilities.first { $0.name.text == name }
  }
}

/// A requirement of a node template with the node that meets it.
package struct Requirement: Sendable {
  package let name: TOSCADocument.Word
  package let source: NodeTemplate.ID
  /// The node template or the node type that the template itself names; nil when it names none.
  package let statedTarget: TOSCADocument.Word?
  /// The node that meets it; nil when the template names none that exists.
  package let target: NodeTemplate.ID?
  /// The capability of the target that is used, by its name or type; nil when the template names none.
  package let capability: String?
  /// The type of the relationship, as the template or the node type gives it.
  package let relationship: ResolvedType?
  /// The relationship type or relationship template that the requirement itself names.
  package let relationshipName: TOSCADocument.Word?
  /// What the requirement, or the relationship template that it names, says of the relationship.
  package let properties: [Assignment]
  let interfaces: [InterfaceSyntax]

  /// The value of a property of the relationship: the template's, else its type's default.
  package subscript(property name: String) -> PropertyValue? {
    properties.first { $0.name.text == name && !$0.value.isNull }?.value
      ?? relationship?.defaultValue(of: name)
  }
}

/// A group with its type and members (3.8.5).
package struct Group: Sendable {
  package let name: TOSCADocument.Word
  package let type: ResolvedType
  package let members: [Topology.Reference]
  package let properties: [Assignment]
  /// Whether the members could not be read, which was reported.
  let areMembersMalformed: Bool
}

/// A policy with its type and targets.
package struct Policy: Sendable {
  package let name: TOSCADocument.Word
  package let type: ResolvedType
  package let description: String?
  package let targets: [Topology.Reference]
  /// The nodes that the policy is for, each once; those of a group stand for it.
  package let targetNodes: [NodeTemplate.ID]
  package let properties: [Assignment]
  package let triggers: [Trigger]
  /// What a policy of Tacker's sets off at the start and the end of a lease.
  package let reservation: PropertyValue?
  package let unreadKeys: [TOSCADocument.Word]
  /// Whether the targets stand where TOSCA has them, beside the properties.
  let hasOwnTargets: Bool
  /// Whether the targets could not be read, which was reported.
  let areTargetsMalformed: Bool

  /// The value of a property: the policy's, else the type's default.
  package subscript(property name: String) -> PropertyValue? {
    assigned(name) ?? type.defaultValue(of: name)
  }

  /// The value that the policy itself gives.
  package func assigned(_ name: String) -> PropertyValue? {
    properties.first { $0.name.text == name && !$0.value.isNull }?.value
  }
}
