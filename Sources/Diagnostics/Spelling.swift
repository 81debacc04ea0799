/// The candidate that a misspelt word most likely meant, or nil when none is close.
///
/// A candidate that differs only in case wins; else the nearest by edit distance, within a third of the word's
/// length; a word of one letter is like no other. Ties go to the first in order of name. Of very many candidates only
/// the first of like length are looked at, so that a large template full of mistakes costs no more than it should.
package func nearestSpelling(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.utf8)
  guard (1...200).contains(letters.count) else { return nil }
  let lowered = word.lowercased()
  let limit = letters.count == 1 ? 0 : max(1, letters.count / 3)
  var best: (distance: Int, name: String)?
  var remaining = 1000
  for candidate in candidates {
    let length = candidate.utf8.count
    guard abs(length - letters.count) <= limit, candidate != word else { continue }
    remaining -= 1
    guard remaining >= 0 else { break }
    let isSame = length == letters.count && candidate.lowercased() == lowered
    let distance = isSame ? 0 : editDistance(letters, Array(candidate.utf8), limit: limit)
    guard let distance else { continue }
    if let best, (best.distance, best.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// Names in quotes with commas between them, the first of them where there are more than `limit`.
package func listed(_ names: some Collection<String>, limit: Int = 5) -> String {
  names.prefix(limit).map { "'\($0)'" }.joined(separator: ", ") + (names.count > limit ? ", ..." : "")
}

/// The Damerau-Levenshtein distance (neighbours may be swapped), or nil when it is over `limit`.
private func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
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
