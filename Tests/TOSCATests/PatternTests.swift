import Diagnostics
import Support
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    ("a*", "aaa"), ("a*", "''"), ("^a+$", "a"), ("[A-Za-z0-9_-]{1,8}", "web-1"), (#"\d+"#, "'42'"),
    (#"(?=.*\d)(?=.*[a-z]).{4,}"#, "abc1"), (#"(a|ab)"#, "ab"), (#"\w+@\w+\.org"#, "me@here.org"),
    (#"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"#, "10.0.0.1"), (#"(.)\1"#, "aa"), (#"\u0061b?"#, "a"), ("[äö]+", "äö"),
    ("a?b|c", "c"),
  ])
  func `a whole text matches`(pattern: String, value: String) {
    expectValue(value, of: "{type: string, constraints: [{pattern: '\(pattern)'}]}", nil)
  }

  @Test(arguments: [
    ("a", "ab"), ("b", "ab"), ("a*", "b"), (#"\d"#, "'42'"), (#"\d"#, "'٣'"), ("a$", "\"a\\n\""),
    ("a|b", "ab"),
    ("(?!x).*", "xy"),
  ])
  func `a text does not match, or only in part`(pattern: String, value: String) {
    expectValue(value, of: "{type: string, constraints: [{pattern: '\(pattern)'}]}", "error constraint")
  }

  @Test(arguments: ["[a-z", "*a", "(a", "a)", "a{2,1}", #"\"#])
  func `a pattern is a regular expression`(pattern: String) {
    let before = "  Text: {derived_from: string, constraints: [{pattern: "
    let mark =
      "#" + String(repeating: " ", count: before.count - 1) + String(repeating: "^", count: pattern.count + 2)
    expectFindings(
      """
      data_types:
      \(before)'\(pattern)'}]}
      \(mark) error constraint-pattern
      topology_template:
        inputs:
          input: {type: Text, default: a}
      """, .simple)
  }

  @Test(arguments: ["(((a{1,500}){1,500}){1,500})", "(?<=a+)b"])
  func `a pattern that no engine takes is not held against values`(pattern: String) {
    let before = "    input: {type: string, default: x, constraints: [{pattern: "
    let mark =
      "#" + String(repeating: " ", count: before.count - 1) + String(repeating: "^", count: pattern.count + 2)
    expectFindings(
      """
      topology_template:
        inputs:
      \(before)'\(pattern)'}]}
      \(mark) info pattern-not-checked
      """, .simple)
  }

  @Test func `a match that would take for ever is given up`() {
    let text = String(repeating: "a", count: 5000)
    let values = (1...500).map { "\n    i\($0): {type: Text, default: \(text)\($0)}" }.joined()
    expectFindings(
      """
      data_types:
        Text: {derived_from: string, constraints: [{pattern: '(.|a)*(.|b)*x'}]}
      #                                                      ^^^^^^^^^^^^^^^ info pattern-not-checked
      topology_template:
        inputs:\(values)
      """, .simple)
  }

  @Test func `a match that was given up is not tried again`() {
    let text = String(repeating: "a", count: 5000)
    let values = (1...500).map { number in
      "\n    i\(number): {type: string, default: \(text), constraints: [{pattern: '(.|a)*(.|b)*\(number)'}]}"
    }
    let log = ReadTemplate("topology_template:\n  inputs:\(values.joined())", .simple).log
    #expect(log.findings.count == 500)
    #expect(log.findings.allSatisfy { $0.code == "pattern-not-checked" })
  }
}
