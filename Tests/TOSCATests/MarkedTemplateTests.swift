import Support
import Testing

@Suite struct MarkedTemplateTests {
  @Test func `carets mark the line above them`() {
    let template = MarkedTemplate(
      """
      first: 1
      ^^^^^ error one
      # a comment that stays
      second: 2
      #       ^ warning two -> 3
      # ^^ info three
      third: 3
      """)
    #expect(template.text == "first: 1\n# a comment that stays\nsecond: 2\nthird: 3")
    #expect(
      template.marks.map(\.description) == [
        "line 1, columns 1..<6: error one", "line 3, columns 9..<10: warning two -> 3",
        "line 3, columns 3..<5: info three",
      ])
  }

  @Test(arguments: ["key: 5^2", "# see ^ above", "  ^ error indented"])
  func `other lines with carets stay`(line: String) {
    #expect(MarkedTemplate(line).text == line)
    #expect(MarkedTemplate(line).marks.isEmpty)
  }
}
