/// The suppressions of one file, found by rule and place without looking at each.
struct SuppressionTable: Sendable {
  private struct Line: Hashable {
    let rule: String
    let number: Int32
  }

  private struct Element {
    let start: SourceLocation
    let end: SourceLocation
    /// Its place among the suppressions.
    let suppression: Int
    /// The place of the element around it among those of the rule, or -1.
    let parent: Int

    /// The end counts too, for an empty value there, unless a new line begins with it.
    func contains(_ place: SourceLocation) -> Bool {
      start <= place && (place < end || (place == end && end.column > 1))
    }
  }

  private let suppressions: [Suppression]
  private var isUsed: [Bool]
  private var lines: [Line: Int] = [:]
  /// The elements by rule, in the order in which they begin.
  private var elements: [String: [Element]] = [:]

  init(_ suppressions: [Suppression]) {
    self.suppressions = suppressions
    isUsed = Array(repeating: false, count: suppressions.count)
    var offsets: [String: [(start: SourceLocation, end: SourceLocation, offset: Int)]] = [:]
    for (offset, suppression) in suppressions.enumerated() {
      switch suppression.scope {
      case .line(let number):
        let line = Line(rule: suppression.rule, number: number)
        lines[line] = lines[line] ?? offset
      case .element(let start, let end):
        offsets[suppression.rule, default: []].append((start, end, offset))
      }
    }
    elements = offsets.mapValues { found in
      Self.nested(found.sorted { ($0.start, $1.end, $0.offset) < ($1.start, $0.end, $1.offset) })
    }
  }

  /// Links each element to the one around it; one that stands twice is kept once.
  private static func nested(
    _ sorted: [(start: SourceLocation, end: SourceLocation, offset: Int)]
  ) -> [Element] {
    var elements: [Element] = []
    for (start, end, offset) in sorted {
      if let last = elements.last, last.start == start, last.end == end { continue }
      var parent = elements.count - 1
      while parent >= 0, elements[parent].end < end { parent = elements[parent].parent }
      elements.append(Element(start: start, end: end, suppression: offset, parent: parent))
    }
    return elements
  }

  /// Whether a rule says nothing about a place; the innermost suppression that makes it so counts as used.
  mutating func suppresses(_ rule: String, at place: SourceLocation) -> Bool {
    guard let offset = lines[Line(rule: rule, number: place.line)] ?? element(rule, at: place) else {
      return false
    }
    // Written only when it changes: a log that shares the table is not copied for it.
    if !isUsed[offset] { isUsed[offset] = true }
    return true
  }

  private func element(_ rule: String, at place: SourceLocation) -> Int? {
    guard let elements = elements[rule] else { return nil }
    // The last element that begins before the place, or one around it.
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if elements[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    var candidate = low - 1
    while candidate >= 0, !elements[candidate].contains(place) { candidate = elements[candidate].parent }
    return candidate >= 0 ? elements[candidate].suppression : nil
  }

  /// The suppressions that no finding has needed.
  var unused: [Suppression] {
    suppressions.indices.filter { !isUsed[$0] }.map { suppressions[$0] }
  }
}
