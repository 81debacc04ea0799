import YAML

extension PropertyValue {
  /// The functions that a map with one key may call.
  static let functions: Set<String> = [
    "get_input", "get_property", "get_attribute", "get_operation_output", "get_nodes_of_type", "get_artifact",
    "concat", "join", "token",
  ]

  /// The value of a node of the tree; its depth is bounded by the limits of the parse.
  init(_ tree: YAMLTree, _ index: YAMLTree.Index) {
    let range = tree.range(index)
    switch tree.kind(index) {
    case .scalar:
      let content: Content =
        switch tree.scalar(index) {
        case nil, .null?: .null
        case .bool(let flag)?: .bool(flag)
        case .integer(let number)?: .integer(number)
        case .number(let number)?: .number(number)
        case .string(let text)?: .string(text)
        }
      self.init(content, at: range)
    case .sequence:
      self.init(.list(tree.items(index).map { PropertyValue(tree, $0) }), at: range)
    case .mapping:
      let entries = tree.pairs(index).map { key, value in
        Entry(
          key: tree.text(key) ?? "", keyRange: tree.range(key), value: PropertyValue(tree, value))
      }
      guard entries.count == 1, Self.functions.contains(entries[0].key) else {
        self.init(.map(entries), at: range)
        return
      }
      let argument = entries[0].value
      self.init(
        .function(Function(name: entries[0].key, arguments: argument.items ?? [argument])), at: range)
    }
  }
}
