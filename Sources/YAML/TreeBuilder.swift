import CYAML
import Diagnostics

/// The state of one parse: the tree so far and the containers that are open.
struct TreeBuilder {
  struct Open {
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
  let limits: YAMLLimits
  private var open: [Open] = []
  /// nil while the anchored node is still open.
  private var anchors: [String: Anchor?] = [:]
  var aliasedNodes = 0
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
      // A long text behind many aliases costs as much as many nodes do.
      let weight = 1 + Int(node.textCount) / 64
      let index = append(node, weight: weight, height: 0)
      unsafe close(anchorName(scalar.anchor), Anchor(node: index, weight: weight, height: 0))
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

  static func aliasBudget(
    _ name: String, _ range: SourceRange, _ limits: YAMLLimits
  ) -> Diagnostic {
    let limit = "\(limits.aliasedNodes) values or \(limits.depth) levels"
    return Diagnostic(
      .error, "yaml-alias-budget", "with '\(name)' the aliases of this file stand for over \(limit)",
      at: range)
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
