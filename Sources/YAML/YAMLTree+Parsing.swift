import CYAML
package import Diagnostics

/// What a YAML document may cost at the most; a template comes from a stranger.
package struct YAMLLimits: Sendable {
  /// Levels of nesting, those behind aliases included.
  package var depth = 128
  /// Nodes that aliases and merge keys may stand for, all together.
  package var aliasedNodes = 1_000_000

  package init() {}
}

extension YAMLTree {
  /// Parses the first document of a file.
  ///
  /// - Returns: a tree whose ``root`` is nil when the text is empty or is not YAML; the log says why.
  package init(
    parsing bytes: [UInt8], file: SourceFile.ID, limits: YAMLLimits = YAMLLimits(),
    reporting log: inout DiagnosticLog
  ) {
    var builder = TreeBuilder(file: file, size: bytes.count, limits: limits)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var stream = unsafe EventStream(over: buffer)
      builder.run(&stream, bytes: bytes, reporting: &log)
    }
    self = builder.tree
  }
}

/// The state of one parse: the tree so far and the containers that are open.
private struct TreeBuilder {
  private struct Open {
    let node: Int32
    var last: Int32 = -1
    var count = 0
    /// How many nodes the container stands for, and how deep it is, with its aliases looked through.
    var weight = 1
    var height = 1
    var hasMerge = false
    let anchor: String?
  }

  private struct Anchor {
    let node: Int32
    let weight: Int
    let height: Int
  }

  var tree: YAMLTree
  private let limits: YAMLLimits
  private var open: [Open] = []
  /// nil while the anchored node is still open.
  private var anchors: [String: Anchor?] = [:]
  private var aliasedNodes = 0
  private var isFinished = false

  init(file: SourceFile.ID, size: Int, limits: YAMLLimits) {
    tree = YAMLTree(file: file)
    tree.nodes.reserveCapacity(size / 10)
    tree.text.reserveCapacity(size)
    self.limits = limits
  }

  mutating func run(_ stream: inout EventStream, bytes: [UInt8], reporting log: inout DiagnosticLog) {
    while !isFinished {
      let isRead: Void? = unsafe stream.next { unsafe take($0, reporting: &log) }
      guard isRead != nil else {
        tree.root = nil
        log.report(.syntax(stream.problem, bytes: bytes, file: tree.file))
        return
      }
    }
  }

  private mutating func take(_ event: borrowing yaml_event_t, reporting log: inout DiagnosticLog) {
    let start = unsafe SourceLocation(event.start_mark)
    let end = unsafe SourceLocation(event.end_mark)
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT:
      isFinished = true
    case YAML_DOCUMENT_START_EVENT where tree.root != nil:
      log.report(.secondDocument(SourceRange(file: tree.file, start: start, end: end)))
      isFinished = true
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let textStart = tree.text.count
      unsafe tree.text.append(contentsOf: UnsafeBufferPointer(start: scalar.value, count: scalar.length))
      var node = YAMLTree.Node(kind: .scalar, start: start, end: end)
      node.textStart = Int32(textStart)
      node.textCount = Int32(tree.text.count - textStart)
      node.style =
        switch unsafe scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
      let isString = unsafe anchorName(scalar.tag) == "tag:yaml.org,2002:str"
      if isString { node.style = .quoted }
      let index = append(node, weight: 1, height: 0)
      unsafe close(anchorName(scalar.anchor), Anchor(node: index, weight: 1, height: 0))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      let isFlow = unsafe sequence.style == YAML_FLOW_SEQUENCE_STYLE
      unsafe begin(.sequence, isFlow: isFlow, anchor: anchorName(sequence.anchor), start, end)
      checkDepth(reporting: &log)
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      let isFlow = unsafe mapping.style == YAML_FLOW_MAPPING_STYLE
      unsafe begin(.mapping, isFlow: isFlow, anchor: anchorName(mapping.anchor), start, end)
      checkDepth(reporting: &log)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      finishContainer(end: end, reporting: &log)
    case YAML_ALIAS_EVENT:
      let name = unsafe String(cString: event.data.alias.anchor)
      alias(name, SourceRange(file: tree.file, start: start, end: end), reporting: &log)
    default:
      break
    }
  }

  @discardableResult
  private mutating func append(_ node: YAMLTree.Node, weight: Int, height: Int) -> Int32 {
    let index = Int32(tree.nodes.count)
    tree.nodes.append(node)
    guard !open.isEmpty else {
      tree.root = YAMLTree.Index(Int(index))
      return index
    }
    let parent = open.count - 1
    if open[parent].last < 0 {
      tree.nodes[Int(open[parent].node)].first = index
    } else {
      tree.nodes[Int(open[parent].last)].next = index
    }
    let isKey = open[parent].count.isMultiple(of: 2)
    if isKey, node.kind == .scalar, node.style == .plain, node.textCount == 2,
      tree.text[Int(node.textStart)...].starts(with: "<<".utf8)
    {
      open[parent].hasMerge = true
    }
    open[parent].last = index
    open[parent].count += 1
    open[parent].weight += weight
    open[parent].height = max(open[parent].height, height + 1)
    return index
  }

  private mutating func begin(
    _ kind: YAMLTree.Kind, isFlow: Bool, anchor: String?, _ start: SourceLocation, _ end: SourceLocation
  ) {
    var node = YAMLTree.Node(kind: kind, start: start, end: end)
    node.isFlow = isFlow
    let index = append(node, weight: 0, height: 0)
    open.append(Open(node: index, anchor: anchor))
    if let anchor { anchors.updateValue(nil, forKey: anchor) }
  }

  private mutating func close(_ name: String?, _ anchor: Anchor) {
    if let name { anchors.updateValue(anchor, forKey: name) }
  }

  private mutating func checkDepth(reporting log: inout DiagnosticLog) {
    guard open.count > limits.depth, let innermost = open.last else { return }
    log.report(.nesting(tree.range(YAMLTree.Index(Int(innermost.node))), limit: limits.depth))
    tree.root = nil
    isFinished = true
  }

  private mutating func finishContainer(end: SourceLocation, reporting log: inout DiagnosticLog) {
    let closed = open.removeLast()
    let index = Int(closed.node)
    // A block collection ends, for libyaml, where the next token begins; for a reader where its last child does.
    tree.nodes[index].end =
      tree.nodes[index].isFlow ? end : closed.last >= 0 ? tree.nodes[Int(closed.last)].end : end
    if tree.nodes[index].kind == .mapping {
      checkKeys(of: closed, reporting: &log)
      if closed.hasMerge { merge(into: closed.node, reporting: &log) }
    }
    if !open.isEmpty {
      open[open.count - 1].weight += closed.weight
      open[open.count - 1].height = max(open[open.count - 1].height, closed.height + 1)
    }
    close(closed.anchor, Anchor(node: closed.node, weight: closed.weight, height: closed.height))
  }

  private mutating func alias(_ name: String, _ range: SourceRange, reporting log: inout DiagnosticLog) {
    var node = YAMLTree.Node(kind: .scalar, start: range.start, end: range.end)
    guard let known = anchors[name] else {
      log.report(.unknownAnchor(name, range, nearestSpelling(to: name, among: anchors.keys)))
      append(node, weight: 1, height: 0)
      return
    }
    guard let anchor = known else {
      log.report(.recursiveAlias(name, range))
      append(node, weight: 1, height: 0)
      return
    }
    aliasedNodes += anchor.weight
    guard aliasedNodes <= limits.aliasedNodes, open.count + anchor.height <= limits.depth else {
      log.report(.aliasBudget(name, range, limits))
      tree.root = nil
      isFinished = true
      return
    }
    node.isAlias = true
    node.kind = tree.nodes[Int(anchor.node)].kind
    node.first = anchor.node
    append(node, weight: anchor.weight, height: anchor.height)
  }

  // MARK: Mappings

  /// Reports the keys that are no scalars and those that come twice; the first of two stands.
  private mutating func checkKeys(of mapping: Open, reporting log: inout DiagnosticLog) {
    var seen: [Int: [Int32]] = [:]
    var earlier: [Int32] = []
    let isLarge = mapping.count > 32
    if mapping.count == 2, tree.nodes[Int(tree.nodes[Int(mapping.node)].first)].kind == .scalar { return }
    var previousValue: Int32 = -1
    var key = tree.nodes[Int(mapping.node)].first
    while key >= 0 {
      let value = tree.nodes[Int(key)].next
      let next = tree.nodes[Int(value)].next
      var isDropped = false
      if tree.node(YAMLTree.Index(Int(key))).kind != .scalar {
        log.report(.complexKey(tree.range(YAMLTree.Index(Int(key)))))
        isDropped = true
      } else {
        let hash = isLarge ? hash(of: key) : 0
        let candidates = isLarge ? seen[hash, default: []] : earlier
        if let first = candidates.first(where: { isSame($0, key) }) {
          log.report(.duplicateKey(tree, key: key, first: first))
          isDropped = true
        } else if isLarge {
          seen[hash, default: []].append(key)
        } else {
          earlier.append(key)
        }
      }
      if isDropped {
        unlink(next, after: previousValue, in: mapping.node)
      } else {
        previousValue = value
      }
      key = next
    }
  }

  /// Whether two scalars have the same text.
  private func isSame(_ left: Int32, _ right: Int32) -> Bool {
    let (a, b) = (tree.node(YAMLTree.Index(Int(left))), tree.node(YAMLTree.Index(Int(right))))
    guard a.textCount == b.textCount else { return false }
    let (first, second) = (Int(a.textStart), Int(b.textStart))
    for offset in 0..<Int(a.textCount) where tree.text[first + offset] != tree.text[second + offset] {
      return false
    }
    return true
  }

  private func hash(of scalar: Int32) -> Int {
    let node = tree.node(YAMLTree.Index(Int(scalar)))
    var hasher = Hasher()
    for offset in Int(node.textStart)..<Int(node.textStart + node.textCount) {
      hasher.combine(tree.text[offset])
    }
    return hasher.finalize()
  }

  private mutating func unlink(_ next: Int32, after previous: Int32, in mapping: Int32) {
    if previous < 0 {
      tree.nodes[Int(mapping)].first = next
    } else {
      tree.nodes[Int(previous)].next = next
    }
  }

  /// Replaces the pair `<<: maps` by the pairs of these maps that the mapping does not have itself.
  private mutating func merge(into mapping: Int32, reporting log: inout DiagnosticLog) {
    var last: Int32 = -1
    var sources: [YAMLTree.Index] = []
    var names: Set<String> = []
    for (key, value) in tree.pairs(YAMLTree.Index(Int(mapping))) {
      guard tree.has(key, text: "<<"), tree.node(key).style == .plain else {
        names.insert(tree.text(key) ?? "")
        last = value.offset
        continue
      }
      unlink(tree.nodes[Int(value.offset)].next, after: last, in: mapping)
      let maps = tree.kind(value) == .sequence ? Array(tree.items(value)) : [value]
      for map in maps {
        guard tree.kind(map) == .mapping else {
          log.report(.mergeOfNoMap(tree.range(map)))
          continue
        }
        sources.append(map)
      }
    }
    for source in sources {
      for (key, value) in Array(tree.pairs(source)) where names.insert(tree.text(key) ?? "").inserted {
        aliasedNodes += 2
        guard aliasedNodes <= limits.aliasedNodes else {
          log.report(.aliasBudget("<<", tree.range(source), limits))
          return
        }
        last = link(reference(to: key), after: last, in: mapping)
        last = link(reference(to: value), after: last, in: mapping)
      }
    }
  }

  private func reference(to target: YAMLTree.Index) -> YAMLTree.Node {
    let written = tree.nodes[Int(target.offset)]
    var node = YAMLTree.Node(kind: written.kind, start: written.start, end: written.end)
    node.isAlias = true
    node.first = written.isAlias && written.first >= 0 ? written.first : target.offset
    return node
  }

  private mutating func link(_ node: YAMLTree.Node, after previous: Int32, in mapping: Int32) -> Int32 {
    let index = Int32(tree.nodes.count)
    tree.nodes.append(node)
    unlink(index, after: previous, in: mapping)
    return index
  }
}

extension Diagnostic {
  fileprivate static func syntax(
    _ problem: EventStream.Problem, bytes: [UInt8], file: SourceFile.ID
  ) -> Diagnostic {
    guard !problem.isEncoding else {
      let place = SourceLocation(ofByte: problem.byteOffset, in: bytes)
      return Diagnostic(
        .error, "yaml-encoding", "this is not UTF-8 text: \(problem.message)",
        at: SourceRange(file: file, start: place, end: place))
    }
    let place = SourceRange(file: file, start: problem.place, end: problem.place)
    guard let context = problem.context else {
      return Diagnostic(.error, "yaml-syntax", "this is not YAML: \(problem.message)", at: place)
    }
    let contextPlace = SourceRange(file: file, start: problem.contextPlace, end: problem.contextPlace)
    return Diagnostic(
      .error, "yaml-syntax", "this is not YAML: \(problem.message) \(context)", at: place,
      notes: problem.contextPlace == problem.place ? [] : [Note("it began here", at: contextPlace)])
  }

  fileprivate static func secondDocument(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "yaml-second-document", "only the first document of a file is read; this one is not",
      at: range)
  }

  fileprivate static func nesting(_ range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "yaml-nesting", "the nesting is over \(limit) levels deep, which no template needs", at: range)
  }

  fileprivate static func unknownAnchor(_ name: String, _ range: SourceRange, _ near: String?) -> Diagnostic {
    Diagnostic(
      .error, "yaml-unknown-anchor", "no anchor '&\(name)' stands before this alias", at: range,
      suggestion: near.map { "*\($0)" })
  }

  fileprivate static func recursiveAlias(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "yaml-recursive-alias", "alias '*\(name)' stands inside the value that it repeats", at: range)
  }

  fileprivate static func aliasBudget(
    _ name: String, _ range: SourceRange, _ limits: YAMLLimits
  ) -> Diagnostic {
    let limit = "\(limits.aliasedNodes) values or \(limits.depth) levels"
    return Diagnostic(
      .error, "yaml-alias-budget", "with '\(name)' the aliases of this file stand for over \(limit)",
      at: range)
  }

  fileprivate static func complexKey(_ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "yaml-complex-key", "a list or a map cannot be a key here", at: range)
  }

  /// The same key with the same plain value is untidy; with another value nobody knows which is meant.
  fileprivate static func duplicateKey(_ tree: YAMLTree, key: Int32, first: Int32) -> Diagnostic {
    let index = YAMLTree.Index(Int(key))
    let (value, firstValue) = (tree.nodes[Int(key)].next, tree.nodes[Int(first)].next)
    let text = tree.text(YAMLTree.Index(Int(value)))
    let isHarmless = text != nil && text == tree.text(YAMLTree.Index(Int(firstValue)))
    return Diagnostic(
      isHarmless ? .warning : .error, "duplicate-key",
      "key '\(tree.text(index) ?? "")' stands here a second time; the first one is used",
      at: tree.range(index),
      notes: [Note("the first one is here", at: tree.range(YAMLTree.Index(Int(first))))])
  }

  fileprivate static func mergeOfNoMap(_ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "yaml-merge", "'<<' merges a map or a list of maps; this is neither", at: range)
  }
}

extension SourceLocation {
  /// The line and column of a byte; columns count characters, not the bytes that continue one.
  fileprivate init(ofByte offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") }
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 }
    self.init(line: line + 1, column: column + 1)
  }
}
