/// The patterns of one run, each compiled once.
package struct PatternCache {
  private var patterns: [String: Result<Pattern, Pattern.Trouble>] = [:]
  /// How many matches may still take long, all patterns together.
  private var retries = 100

  package init() {}

  /// The pattern of a text, or why it is none.
  package mutating func pattern(_ text: String) -> Result<Pattern, Pattern.Trouble> {
    if let known = patterns[text] { return known }
    let compiled = Pattern.compile(text)
    patterns[text] = compiled
    return compiled
  }

  /// Whether a pattern matches the whole of a text; nil when that cannot be said.
  package mutating func matches(_ pattern: String, _ text: String) -> Bool? {
    guard case .success(let pattern) = self.pattern(pattern) else { return nil }
    return pattern.matches(text, retries: &retries)
  }
}
