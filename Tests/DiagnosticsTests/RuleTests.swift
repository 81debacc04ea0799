import Testing

@testable import Diagnostics

@Suite struct RuleTests {
  private static let page = """
    # some-rule

    Severity: warning. Category: nodes.

    Something is
    wrong.

    Why it is.

    ## Wrong

    Only shown: it is too large.

    ```yaml
    a: 1

    b: 2
    ```

    ```yaml types.yaml
    c: 3
    ```

    ## Right

    ```yaml
    a: 2
    ```

    """

  @Test func `the head of a page says what the rule is`() throws {
    let rule = try #require(Rule(page: Self.page))
    #expect(rule.id == "some-rule")
    #expect(rule.severity == .warning)
    #expect(rule.category == .nodes)
    #expect(rule.summary == "Something is wrong.")
    #expect(rule.page == Self.page)
  }

  @Test func `an example has a template and its files`() throws {
    let rule = try #require(Rule(page: Self.page))
    #expect(rule.wrong.template == RuleExample.File(name: "template.yaml", text: "a: 1\n\nb: 2\n"))
    #expect(rule.wrong.others == [RuleExample.File(name: "types.yaml", text: "c: 3\n")])
    #expect(rule.wrong.shownBecause == "it is too large.")
    #expect(rule.right.template.text == "a: 2\n")
    #expect(rule.right.others == [])
    #expect(rule.right.shownBecause == nil)
  }

  @Test(arguments: [
    "", "\n", "# a", "# a\n\nSeverity: bad. Category: nodes.\n\nText.\n",
    "# a\n\nSeverity: error.\n\nText.\n",
    "# a\n\nSeverity: error. Category: cats.\n\nText.\n",
    "# a\n\nSeverity: error. Category: nodes.\n\nText\n",
    "a\n\nSeverity: error. Category: nodes.\n\nText.\n",
  ])
  func `a page of another form is none`(page: String) {
    #expect(Rule(page: page) == nil)
  }

  @Test func `a person at a terminal sees the page without its marks`() throws {
    let rule = try #require(Rule(page: Self.page))
    #expect(
      rule.terminalText() == """
        some-rule (warning, nodes)

        Something is
        wrong.

        Why it is.

        Wrong:

        Only shown: it is too large.

            a: 1

            b: 2

            # types.yaml
            c: 3

        Right:

            a: 2

        """)
  }

  @Test(arguments: [[], ["text"], ["```yaml", "a: 1"]])
  func `a section without a whole block has no example`(lines: [String]) {
    #expect(RuleExample(lines.map { $0[...] }) == nil)
  }

  @Test func `the pages in the program are in order of name, each rule once`() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
    #expect(Rule.named("unknown-node")?.severity == .error)
    #expect(Rule.named("no-rule") == nil)
  }
}
