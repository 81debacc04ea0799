import Testing

@testable import Diagnostics

@Suite struct WordingTests {
  @Test(arguments: [("a-b_c.d~1", "a-b_c.d~1"), ("a b/ü", "a%20b%2F%C3%BC"), ("²", "%C2%B2"), ("", "")])
  func `a part of a URL is encoded`(text: String, encoded: String) {
    #expect(percentEncoded(text) == encoded)
  }
}
