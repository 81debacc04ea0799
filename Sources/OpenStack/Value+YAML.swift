import Diagnostics
package import YAML

extension Value {
  /// Reads YAML or JSON text, as Heat reads a template that comes as text.
  ///
  /// - Throws: one sentence that names the line and column of the first thing that is wrong.
  package init(readingYAML text: String) throws(YAMLTextError) {
    var log = DiagnosticLog()
    let bytes = Array(text.utf8)
    let file = log.add(SourceFile(name: "<text>", bytes: []))
    let tree = YAMLTree(parsing: bytes, file: file, reporting: &log)
    if let finding = log.sorted.first(where: { $0.severity == .error }) {
      let place = finding.range.start
      throw YAMLTextError(message: "\(finding.message), in line \(place.line), column \(place.column)")
    }
    self = tree.root.map { Value(tree, $0) } ?? .null
  }

  /// The value of a node; its depth is bounded by the limits of the parse.
  package init(_ tree: YAMLTree, _ index: YAMLTree.Index) {
    switch tree.kind(index) {
    case .sequence:
      self = .list(tree.items(index).map { Value(tree, $0) })
    case .mapping:
      self = .map(
        ValueMap(distinct: tree.pairs(index).map { (tree.text($0) ?? "", Value(tree, $1)) }))
    case .scalar:
      self =
        switch tree.scalar(index) {
        case nil, .null?: .null
        case .bool(let flag)?: .bool(flag)
        case .integer(let number)?: .integer(number)
        case .number(let number)?: .number(number)
        case .string(let text)?: .string(text)
        }
    }
  }

  /// The value as a YAML document, the same bytes each time.
  package var yaml: [UInt8] {
    var writer = YAMLWriter()
    write(to: &writer)
    return writer.finish()
  }

  /// Writes the value; a map that is a short HOT function call stands in braces on one line.
  private func write(to writer: inout YAMLWriter, isFlow: Bool = false) {
    switch self {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .integer(let number): writer.integer(number)
    case .number(let number): writer.number(number)
    case .string(let text): writer.string(text)
    case .list(let items):
      writer.beginList(isFlow: isFlow || items.isEmpty)
      for item in items {
        item.write(to: &writer, isFlow: isFlow)
      }
      writer.endList()
    case .map(let map):
      let isFlow = isFlow || map.isEmpty || isShortCall
      writer.beginMap(isFlow: isFlow)
      for (key, value) in map {
        writer.string(key)
        value.write(to: &writer, isFlow: isFlow)
      }
      writer.endMap()
    }
  }

  private var isShortCall: Bool {
    guard let map, map.count == 1, let (name, argument) = map.first else { return false }
    switch name {
    case "get_resource", "get_param", "get_file", "get_attr":
      return argument.string != nil
        || argument.list?.allSatisfy { $0.string != nil || $0.integer != nil } == true
    default:
      return false
    }
  }
}

/// Why a text is not YAML.
package struct YAMLTextError: Error, Hashable, Sendable {
  package let message: String
}
