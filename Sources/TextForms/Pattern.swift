import CPattern

/// A regular expression of a constraint (TOSCA Simple Profile 1.3, 3.6.3.1), matched against the whole of a text.
///
/// Patterns and values come from strangers, and a pattern such as `(a|aa)*b` takes exponential time in any engine with
/// lookahead: a match is given up after a number of steps back.
package final class Pattern {
  /// Why a pattern cannot be used.
  package enum Trouble {
    /// It is no regular expression; the reason in words.
    case wrong(String)
    /// It is not held against values: too large, too complicated, or no engine is there.
    case unchecked(String)
  }

  /// The longest pattern that is compiled, in bytes.
  private static let longest = 4096
  /// Steps back of a match: for the first try, which all patterns that people write keep within, and for the second.
  private static let (fewSteps, manySteps): (UInt32, UInt32) = (2000, 200_000)

  private let compiled: OpaquePointer
  /// Set when a match was given up: no further value is tried.
  package private(set) var isGivenUp = false

  private init(_ compiled: OpaquePointer) {
    self.compiled = compiled
  }

  deinit {
    pattern_free(compiled)
  }

  /// Compiles a pattern.
  package static func compile(_ text: String) -> Result<Pattern, Trouble> {
    guard text.utf8.count <= longest else {
      return .failure(.unchecked("it is longer than \(longest) characters"))
    }
    var compiled: OpaquePointer?
    var message = [CChar](repeating: 0, count: 200)
    var offset = 0
    let verdict = pattern_compile(text, text.utf8.count, &compiled, &message, message.count, &offset)
    let reason = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    switch (verdict, compiled) {
    case (pattern_is_compiled, let compiled?): return .success(Pattern(compiled))
    case (pattern_is_wrong, _): return .failure(.wrong(reason))
    case (pattern_has_no_engine, _): return .failure(.unchecked("the library libpcre2-8.so.0 is not there"))
    default: return .failure(.unchecked(reason))
    }
  }

  /// Whether the whole text matches; nil when that takes too long.
  ///
  /// `retries` is how many more matches may take many steps, over all patterns of a run.
  package func matches(_ text: String, retries: inout Int) -> Bool? {
    guard !isGivenUp else { return nil }
    var text = text
    let result = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty buffer may have no address.
        guard let start = characters.baseAddress else {
          return pattern_matches(compiled, "", 0, Self.fewSteps)
        }
        let first = pattern_matches(compiled, start, characters.count, Self.fewSteps)
        guard first < 0, retries > 0 else { return first }
        retries -= 1
        return pattern_matches(compiled, start, characters.count, Self.manySteps)
      }
    }
    isGivenUp = result < 0
    return result < 0 ? nil : result == 1
  }
}

extension Pattern.Trouble: Error {}
