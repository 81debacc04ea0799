package import Diagnostics

/// A comment that begins with a certain word.
package struct YAMLComment: Hashable, Sendable {
  /// What follows the word, to the end of the line or to the next `#`.
  package let text: String
  /// Where the text stands.
  package let range: SourceRange
  /// The line that the comment is about: its own, or for a comment that stands alone the next one with something in it.
  package internal(set) var subject: Int32?
}

extension YAMLTree {
  /// The comments of the text `bytes`, which the tree was made of, that begin with a word such as `tool:`.
  ///
  /// libyaml passes over comments, so they are looked for in the text; what stands inside a scalar is none.
  package func comments(beginningWith word: String, in bytes: [UInt8]) -> [YAMLComment] {
    guard var hit = firstOffset(of: word, in: bytes) else { return [] }
    let scalars = nodes.filter { $0.kind == .scalar && !$0.isAlias && $0.style != .plain }
    var comments: [YAMLComment] = []
    var waiting: [Int] = []
    for var line in SourceLines(bytes) {
      if line.hasContent {
        for offset in waiting { comments[offset].subject = line.number }
        waiting.removeAll(keepingCapacity: true)
      }
      while hit < line.end {
        let textStart = hit + word.utf8.count
        if let sign = line.commentSign(before: hit), !isInside(scalars, line.location(of: sign)) {
          let end = line.commentEnd(after: textStart)
          if line.isComment { waiting.append(comments.count) }
          comments.append(
            YAMLComment(
              text: String(decoding: bytes[textStart..<end], as: UTF8.self),
              range: SourceRange(
                file: file, start: line.location(of: textStart), end: line.location(of: end)),
              subject: line.isComment ? nil : line.number))
        }
        guard let next = firstOffset(of: word, in: bytes, from: textStart) else {
          hit = bytes.count
          break
        }
        hit = next
      }
      if hit >= bytes.count, waiting.isEmpty { break }
    }
    return comments
  }

  /// Whether a place lies in the text of one of the scalars, which are in the order of the source.
  private func isInside(_ scalars: [Node], _ place: SourceLocation) -> Bool {
    var (low, high) = (0, scalars.count)
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    let scalar = scalars[low - 1]
    // The text of a block scalar begins after the line with its sign.
    return place < scalar.end && !(scalar.style == .block && scalar.start.line == place.line)
  }
}
