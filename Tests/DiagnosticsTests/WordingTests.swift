import Testing

@testable import Diagnostics

@Suite struct WordingTests {
  @Test(arguments: [("a-b_c.d~1", "a-b_c.d~1"), ("a b/ü", "a%20b%2F%C3%BC"), ("²", "%C2%B2"), ("", "")])
  func `a part of a URL is encoded`(text: String, encoded: String) {
    #expect(percentEncoded(text) == encoded)
  }

  @Test(arguments: [(["a"], "'a'"), (["a", "b"], "'a', 'b'"), (["a", "b", "c"], "'a', 'b', ..."), ([], "")])
  func `a list of names ends where it would be too long`(names: [String], list: String) {
    #expect(listed(names, limit: 2) == list)
  }
}
