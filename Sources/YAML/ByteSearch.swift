/// Where a word of ASCII letters first stands in a text at or after `start` (Boyer, Moore and Horspool's way).
///
/// Looks at one byte of as many as the word has, so that a text without the word costs next to nothing.
package func firstOffset(of word: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
  let word = Array(word.utf8)
  guard let last = word.indices.last else { return nil }
  var steps = [Int](repeating: word.count, count: 256)
  for offset in 0..<last { steps[Int(word[offset])] = last - offset }
  let text = bytes.span
  var position = start + last
  while position < text.count {
    let byte = text[position]
    if byte == word[last] {
      var offset = last
      while offset > 0, text[position - last + offset - 1] == word[offset - 1] { offset -= 1 }
      if offset == 0 { return position - last }
    }
    position += steps[Int(byte)]
  }
  return nil
}
