package import Diagnostics
package import YAML

/// Checks a file with a HOT template or a Senlin spec; each finding stands where the file has what it is about.
package func checkHeat(_ tree: YAMLTree, reporting log: inout DiagnosticLog) {
  guard let root = tree.root else { return }
  let value = Value(tree, root)
  let isTemplate = value["heat_template_version"] != nil
  var places = YAMLPlaces(tree, root)
  for problem in isTemplate ? heatProblems(in: value) : senlinProblems(in: value) {
    log.report(problem.diagnostic(at: places.range(of: problem)))
  }
}

/// Where the parts of a value are written.
private struct YAMLPlaces {
  private let tree: YAMLTree
  private let root: YAMLTree.Index
  /// The members of large maps, so that many problems do not each look through them.
  private var members: [YAMLTree.Index: [String: Pair]] = [:]

  private typealias Pair = (key: YAMLTree.Index, value: YAMLTree.Index)

  init(_ tree: YAMLTree, _ root: YAMLTree.Index) {
    self.tree = tree
    self.root = root
  }

  /// The key or the value that a problem is about; of a list or map that is missing something the key that it has.
  mutating func range(of problem: HeatProblem) -> SourceRange {
    var (key, value): (YAMLTree.Index?, YAMLTree.Index) = (nil, root)
    for step in problem.path {
      switch step {
      case .key(let name):
        guard let pair = pair(name, of: value) else { return tree.range(key ?? value) }
        (key, value) = (pair.key, pair.value)
      case .index(let index):
        guard let item = item(index, of: value) else { return tree.range(key ?? value) }
        (key, value) = (nil, item)
      }
    }
    if problem.isAboutKey || tree.kind(value) != .scalar, let key { return tree.range(key) }
    guard tree.kind(value) != .scalar else { return tree.range(value) }
    return start(of: value)
  }

  /// The place where a list or map begins, which may go on for many lines.
  private func start(of index: YAMLTree.Index) -> SourceRange {
    var range = tree.range(index)
    if range.end.line != range.start.line { range.end = range.start }
    return range
  }

  private mutating func pair(_ name: String, of map: YAMLTree.Index) -> Pair? {
    if let known = members[map] { return known[name] }
    var count = 0
    for (key, value) in tree.pairs(map) {
      if tree.has(key, text: name) { return (key, value) }
      count += 1
      if count > 100 { break }
    }
    guard count > 100 else { return nil }
    var table: [String: Pair] = [:]
    for (key, value) in tree.pairs(map) {
      if let name = tree.text(key), table[name] == nil { table[name] = (key, value) }
    }
    members[map] = table
    return table[name]
  }

  private func item(_ index: Int, of list: YAMLTree.Index) -> YAMLTree.Index? {
    var items = tree.items(list)
    for _ in 0..<index { _ = items.next() }
    return items.next()
  }
}
