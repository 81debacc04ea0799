import YAML

extension PropertyValue {
  /// The functions that a map with one key may call.
  static let functions = Set(TOSCAFunction.allCases.map(\.rawValue))

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
      self.init(Self.call(entries).map(Content.function) ?? .map(entries), at: range)
    }
  }

  /// The call that a map with one known key is; nil for any other map.
  ///
  /// A `token` with a mere word is the one of a `tosca.datatypes.Credential`: the function has three arguments.
  private static func call(_ entries: [Entry]) -> Function? {
    guard entries.count == 1, let entry = entries.first, functions.contains(entry.key) else { return nil }
    let items = entry.value.items
    if entry.key == "token", items == nil { return nil }
    return Function(
      name: entry.key, arguments: items ?? [entry.value], nameRange: entry.keyRange, isList: items != nil)
  }
}
