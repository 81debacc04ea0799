package import Diagnostics

/// A YAML document as a flat table of nodes; a node knows its children by index, in source order.
///
/// Aliases are nodes of their own that point at their target; all access looks through them. Merge keys are
/// resolved while parsing: a mapping lists the pairs that `<<` brought after its own.
package struct YAMLTree: Sendable {
  /// A node of the tree.
  package struct Index: Hashable, Sendable {
    let offset: Int32

    init(_ offset: Int) {
      self.offset = Int32(offset)
    }
  }

  package enum Kind: UInt8, Sendable {
    case scalar, sequence, mapping
  }

  /// How a scalar was written; only a plain one may be something else than a string.
  package enum Style: UInt8, Sendable {
    case plain, quoted, block
  }

  struct Node {
    var kind: Kind
    var style: Style = .plain
    var isAlias = false
    /// Whether the value is written in brackets or braces.
    var isFlow = false
    var start: SourceLocation
    var end: SourceLocation
    /// The text of a scalar, as a range of ``YAMLTree/text``.
    var textStart: Int32 = 0
    var textCount: Int32 = 0
    /// The next sibling, or -1.
    var next: Int32 = -1
    /// The first child, or the target of an alias, or -1.
    var first: Int32 = -1
  }

  /// The file that findings about the tree point into.
  package let file: SourceFile.ID
  /// The document's root; nil for an empty file and for one that is not YAML.
  package internal(set) var root: Index?
  var nodes: ContiguousArray<Node> = []
  var text: ContiguousArray<UInt8> = []

  init(file: SourceFile.ID) {
    self.file = file
  }
}

extension YAMLTree {
  @inline(__always)
  func node(_ index: Index) -> Node {
    let node = nodes[Int(index.offset)]
    return node.isAlias && node.first >= 0 ? nodes[Int(node.first)] : node
  }

  package func kind(_ index: Index) -> Kind {
    node(index).kind
  }

  /// The place where the node is written; for an alias the place of the alias.
  package func range(_ index: Index) -> SourceRange {
    let node = nodes[Int(index.offset)]
    return SourceRange(file: file, start: node.start, end: node.end)
  }

  /// The text of a scalar, whatever its type; nil for a list or a map.
  package func text(_ index: Index) -> String? {
    let node = node(index)
    guard node.kind == .scalar else { return nil }
    let start = Int(node.textStart)
    return String(decoding: text[start..<start + Int(node.textCount)], as: UTF8.self)
  }

  /// The type and value of a scalar; nil for a list or a map.
  package func scalar(_ index: Index) -> YAMLScalar? {
    guard let text = text(index) else { return nil }
    return node(index).style == .plain ? YAMLScalar(plain: text) : .string(text)
  }

  /// Whether the node stands for another one that is written elsewhere.
  package func isAlias(_ index: Index) -> Bool {
    nodes[Int(index.offset)].isAlias
  }

  /// Whether the node is written as nothing, `~` or `null`.
  package func isNull(_ index: Index) -> Bool {
    scalar(index) == .null
  }

  /// The items of a sequence; empty for anything else.
  package func items(_ index: Index) -> Children {
    let node = node(index)
    return Children(nodes: nodes, position: node.kind == .sequence ? node.first : -1)
  }

  /// The pairs of a mapping in source order, those of merge keys last; empty for anything else.
  package func pairs(_ index: Index) -> Pairs {
    let node = node(index)
    return Pairs(nodes: nodes, position: node.kind == .mapping ? node.first : -1)
  }

  /// The value of a key of a mapping.
  package func value(_ index: Index, _ key: String) -> Index? {
    for (name, value) in pairs(index) where has(name, text: key) {
      return value
    }
    return nil
  }

  /// Whether a scalar reads `expected`, without making a string of it.
  package func has(_ index: Index, text expected: String) -> Bool {
    let node = node(index)
    guard node.kind == .scalar, Int(node.textCount) == expected.utf8.count else { return false }
    let start = Int(node.textStart)
    return text[start..<start + Int(node.textCount)].elementsEqual(expected.utf8)
  }

  /// The children of a node, one after the other.
  package struct Children: Sequence, IteratorProtocol {
    let nodes: ContiguousArray<Node>
    var position: Int32

    package mutating func next() -> Index? {
      guard position >= 0 else { return nil }
      defer { position = nodes[Int(position)].next }
      return Index(Int(position))
    }
  }

  /// The keys and values of a mapping, one pair after the other.
  package struct Pairs: Sequence, IteratorProtocol {
    let nodes: ContiguousArray<Node>
    var position: Int32

    package mutating func next() -> (key: Index, value: Index)? {
      guard position >= 0 else { return nil }
      let key = position
      let value = nodes[Int(key)].next
      position = nodes[Int(value)].next
      return (Index(Int(key)), Index(Int(value)))
    }
  }
}

extension YAMLTree {
  /// Where in the document a place is, such as `topology_template.node_templates.CP1.requirements[0].virtualLink`.
  package func path(at place: SourceLocation) -> String {
    var path = ""
    var current = root
    while let container = current {
      current = nil
      if kind(container) == .mapping {
        for (key, value) in pairs(container) where isWritten(key, before: place, until: value) {
          path += (path.isEmpty ? "" : ".") + (text(key) ?? "")
          current = isWritten(value, before: place, until: value) ? value : nil
          break
        }
      } else {
        for (position, item) in items(container).enumerated()
        where isWritten(item, before: place, until: item) {
          path += "[\(position)]"
          current = item
          break
        }
      }
    }
    return path
  }

  private func isWritten(_ first: Index, before place: SourceLocation, until last: Index) -> Bool {
    nodes[Int(first.offset)].start <= place
      && (place < nodes[Int(last.offset)].end || place == nodes[Int(first.offset)].start)
  }
}
