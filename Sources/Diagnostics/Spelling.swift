/// The candidate that a misspelt word most likely meant, or nil when none is close.
///
/// A candidate that differs only in case wins; else the nearest by edit distance, within a third of the word's
/// length. Ties go to the first in order of name.
package func nearestSpelling(to word: String, among candidates: some Sequence<String>) -> String? {
  guard !word.isEmpty, word.utf8.count <= 200 else { return nil }
  let lowered = word.lowercased()
  let limit = max(1, word.utf8.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != word {
    let distance = candidate.lowercased() == lowered ? 0 : editDistance(word, candidate, limit: limit)
    guard let distance else { continue }
    if let best, (best.distance, best.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// The Damerau-Levenshtein distance (neighbours may be swapped), or nil when it is over `limit`.
private func editDistance(_ left: String, _ right: String, limit: Int) -> Int? {
  let a = Array(left.utf8)
  let b = Array(right.utf8)
  guard abs(a.count - b.count) <= limit else { return nil }
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    current.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      current.append(cost)
    }
    if current.min() ?? 0 > limit { return nil }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count] <= limit ? previous[b.count] : nil
}
