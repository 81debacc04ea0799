package import Diagnostics
package import YAML

/// A service template as it is written: its sections with their places, before any name is looked up
/// (TOSCA Simple Profile 1.3, 3.10).
package struct TOSCADocument: Sendable {
  /// The tree that the document was read from.
  package let tree: YAMLTree
  /// The value of `tosca_definitions_version` with its place.
  package let version: Word
  package var description: String?
  var imports: [ImportSyntax] = []
  var repositories: [RepositorySyntax] = []
  /// The text values of `metadata`.
  package var metadata: [(name: Word, value: String)] = []
  /// The type definitions, each still a node of ``tree``.
  var types: [TypeKind: [(name: Word, definition: YAMLTree.Index)]] = [:]
  var inputs: [(name: Word, definition: PropertyDefinition)] = []
  var nodeTemplates: [NodeTemplateSyntax] = []
  var relationshipTemplates: [RelationshipTemplateSyntax] = []
  var groups: [GroupSyntax] = []
  var policies: [PolicySyntax] = []
  var workflows: [WorkflowSyntax] = []
  var substitution: SubstitutionMappingsSyntax?
  var outputs: [Output] = []
  /// The key of the topology; nil where there is none, as in a file of types.
  var topologySection: Word?
  /// Sections that are valid TOSCA but that nothing reads yet.
  package var unreadSections: [Word] = []

  /// A word of the document and its place.
  package struct Word: Hashable, Sendable {
    package let text: String
    package let range: SourceRange

    package init(text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  /// An entry of `outputs` (3.6.15).
  package struct Output: Sendable {
    package let name: Word
    package let description: String?
    /// nil for one that only says where it is kept (3.6.15.2, `mapping`).
    package let value: PropertyValue?
  }
}

/// The kinds of types a template can define, named as the section that holds them.
package enum TypeKind: String, Sendable, CaseIterable {
  case node = "node_types"
  case relationship = "relationship_types"
  case capability = "capability_types"
  case data = "data_types"
  case interface = "interface_types"
  case artifact = "artifact_types"
  case group = "group_types"
  case policy = "policy_types"

  /// The kind in words, for a message.
  var noun: String {
    rawValue.replacing("_types", with: " type")
  }
}

/// A property assignment (3.8.1).
package struct Assignment: Sendable {
  package let name: TOSCADocument.Word
  package var value: PropertyValue
}
