import Diagnostics
import YAML

/// What of a topology stands for the members of a node type (TOSCA Simple Profile 1.3, 3.8.13).
struct SubstitutionMappingsSyntax: Sendable {
  /// The place of the section.
  let range: SourceRange
  var nodeType: TOSCADocument.Word?
  var properties: [Mapping] = []
  var attributes: [Mapping] = []
  var capabilities: [Mapping] = []
  var requirements: [Mapping] = []
  var interfaces: [TOSCADocument.Word] = []
  var filter: NodeFilter?
  /// The nodes and requirements that are mapped, joined by a zero; the second part is empty for all of a node.
  private var mappedRequirements: Set<String> = []

  /// Whether a requirement of a node is met outside.
  func maps(requirement: String, of node: String) -> Bool {
    mappedRequirements.contains("\(node)\u{0}\(requirement)") || mappedRequirements.contains("\(node)\u{0}")
  }

  /// A member of the node type, and the way to what stands for it: an input, or a node and one of its members.
  struct Mapping: Sendable {
    let name: TOSCADocument.Word
    var path: [TOSCADocument.Word] = []
    /// A value that is given outright; SOL001 templates name their flavour so.
    var value: PropertyValue?
  }

  private static let keys = Keynames(
    ["node_type", "capabilities", "requirements", "description", "metadata"],
    since: [.simple1_2: ["properties", "interfaces"], .simple1_3: ["attributes", "substitution_filter"]])

  init(_ key: YAMLTree.Index, reading index: YAMLTree.Index, reader: inout SectionReader) {
    range = reader.tree.range(key)
    let what = "'substitution_mappings'"
    var hasType = false
    for (key, value) in reader.pairs(index, of: what) where reader.isKnown(key, of: what, Self.keys) {
      switch reader.tree.text(key) {
      case "node_type":
        nodeType = reader.word(value, of: "the node type of \(what)")
        hasType = true
      case "properties": properties = Self.mappings(value, of: "the properties of \(what)", &reader)
      case "attributes": attributes = Self.mappings(value, of: "the attributes of \(what)", &reader)
      case "capabilities": capabilities = Self.mappings(value, of: "the capabilities of \(what)", &reader)
      case "requirements": requirements = Self.mappings(value, of: "the requirements of \(what)", &reader)
      case "interfaces":
        interfaces = reader.pairs(value, of: "the interfaces of \(what)").map { reader.word($0.key) }
      case "substitution_filter": filter = NodeFilter(reading: value, reader: &reader)
      default: break
      }
    }
    mappedRequirements = Set(
      requirements.compactMap { mapping in
        mapping.path.first.map { "\($0.text)\u{0}\(mapping.path.dropFirst().first?.text ?? "")" }
      })
    if !hasType, reader.lacks("node_type", index, known: Self.keys) {
      reader.log.report(.missingKeyname("node_type", of: what, range))
    }
  }

  /// The mappings of a section: a map, or a list of maps.
  private static func mappings(
    _ index: YAMLTree.Index, of what: String, _ reader: inout SectionReader
  ) -> [Mapping] {
    let tree = reader.tree
    let maps = tree.kind(index) == .sequence ? Array(tree.items(index)) : [index]
    var mappings: [Mapping] = []
    for map in maps {
      for (key, value) in reader.pairs(map, of: what) {
        mappings.append(mapping(reader.word(key), value, &reader))
      }
    }
    return mappings
  }

  private static func mapping(
    _ name: TOSCADocument.Word, _ index: YAMLTree.Index, _ reader: inout SectionReader
  ) -> Mapping {
    let tree = reader.tree
    if tree.kind(index) == .mapping, let inner = tree.value(index, "mapping") {
      return mapping(name, inner, &reader)
    }
    let items = Array(tree.items(index))
    let words = items.compactMap { tree.kind($0) == .scalar && !tree.isNull($0) ? reader.word($0) : nil }
    guard tree.kind(index) == .sequence, words.count == items.count, !words.isEmpty else {
      return Mapping(name: name, value: PropertyValue(tree, index))
    }
    return Mapping(name: name, path: words)
  }
}
