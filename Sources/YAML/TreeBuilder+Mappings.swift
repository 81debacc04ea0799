import Diagnostics

extension TreeBuilder {
  /// Reports the keys that are no scalars and those that come twice; the first of two stands.
  mutating func checkKeys(of mapping: Open, reporting log: inout DiagnosticLog) {
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
          let firstValue = tree.nodes[Int(first)].next
          let isEmpty = isEmpty(firstValue)
          log.report(.duplicateKey(tree, key: key, first: first, isFirstEmpty: isEmpty))
          isDropped = true
          if isEmpty {
            // The first key takes the second one's value.
            tree.nodes[Int(value)].next = tree.nodes[Int(firstValue)].next
            tree.nodes[Int(first)].next = value
            if previousValue == firstValue { previousValue = value }
          }
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

  /// Whether nothing is written for a value.
  private func isEmpty(_ value: Int32) -> Bool {
    let node = tree.node(YAMLTree.Index(Int(value)))
    return node.kind == .scalar && node.textCount == 0 && node.style == .plain
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
  mutating func merge(into mapping: Int32, reporting log: inout DiagnosticLog) {
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
  fileprivate static func complexKey(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "yaml-complex-key", "a list or a map as a key is not read; its pair is left out", at: range)
  }

  /// The same key with the same plain value, or with none at first, is untidy; with another value nobody knows which
  /// is meant.
  fileprivate static func duplicateKey(
    _ tree: YAMLTree, key: Int32, first: Int32, isFirstEmpty: Bool
  ) -> Diagnostic {
    let index = YAMLTree.Index(Int(key))
    let (value, firstValue) = (tree.nodes[Int(key)].next, tree.nodes[Int(first)].next)
    let text = tree.text(YAMLTree.Index(Int(value)))
    let isHarmless = text != nil && text == tree.text(YAMLTree.Index(Int(firstValue)))
    return Diagnostic(
      isHarmless || isFirstEmpty ? .warning : .error, "duplicate-key",
      "key '\(tree.text(index) ?? "")' stands here a second time; "
        + (isFirstEmpty ? "the first one is empty, so this one is used" : "the first one is used"),
      at: tree.range(index),
      notes: [Note("the first one is here", at: tree.range(YAMLTree.Index(Int(first))))])
  }

  fileprivate static func mergeOfNoMap(_ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "yaml-merge", "'<<' merges a map or a list of maps; this is neither", at: range)
  }
}
