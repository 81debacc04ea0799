import Diagnostics
import Testing

@Suite struct DiagnosticLogTests {
  private func finding(
    _ code: Diagnostic.Code, _ line: Int, _ column: Int, message: String = "text", file: Int32 = 0
  ) -> Diagnostic {
    let place = SourceLocation(line: line, column: column)
    let range = SourceRange(file: SourceFile.ID(index: file), start: place, end: place)
    return Diagnostic(.error, code, message, at: range)
  }

  @Test func `findings are sorted by file, line, column, code and message`() {
    let sorted = [
      finding("b", 1, 2), finding("a", 2, 1), finding("b", 2, 1, message: "a"),
      finding("b", 2, 1, message: "b"),
      finding("a", 2, 10), finding("a", 10, 1), finding("a", 1, 1, file: 1),
    ]
    var log = DiagnosticLog()
    sorted.reversed().forEach { log.report($0) }
    #expect(log.sorted == sorted)
  }

  @Test func `the same finding counts once`() {
    var log = DiagnosticLog()
    log.report(finding("a", 1, 1))
    log.report(finding("a", 1, 1))
    log.report(finding("a", 1, 2))
    #expect(log.count(.error) == 2)
    #expect(log.count(.warning) == 0)
    #expect(log.hasErrors)
  }

  @Test func `a finding without a path is given the one of its place`() {
    var log = DiagnosticLog()
    log.report(finding("a", 1, 1))
    log.report(finding("a", 2, 1))
    log.fillPaths { $0.start.line == 1 ? "top.key" : "" }
    #expect(log.findings.map(\.path) == ["top.key", nil])
  }

  @Test func `a suggestion stands in the message once`() {
    let range = SourceRange(startOf: SourceFile.ID(index: 0))
    #expect(
      Diagnostic(.error, "a", "wrong", at: range, suggestion: "b").message == "wrong; did you mean 'b'?")
    #expect(Diagnostic(.error, "a", "is read as 'b'", at: range, suggestion: "b").message == "is read as 'b'")
  }

  @Test(arguments: [
    ("a\nb\n", 1, "a"), ("a\nb\n", 2, "b"), ("a\nb", 2, "b"), ("a\nb\n", 3, ""), ("a\nb\n", 4, ""),
    ("", 1, ""),
    ("a\r\nb\r\n", 1, "a"), ("a\r\nb", 2, "b"),
  ])
  func `a file gives its lines`(text: String, number: Int32, line: String) {
    #expect(SourceFile(name: "t", bytes: Array(text.utf8)).line(number) == line)
  }
}

@Suite struct SpellingTests {
  static let candidates = [
    "image", "flavor", "availability_zone", "name", "VDU1", "VDU2", "metadata", "méta",
  ]

  @Test(arguments: [
    ("imag", "image"), ("iamge", "image"), ("images", "image"), ("flavour", "flavor"), ("vdu1", "VDU1"),
    ("IMAGE", "image"), ("VDU", "VDU1"), ("VDU3", "VDU1"), ("availability-zone", "availability_zone"),
    ("avail_zone", nil), ("", nil), ("x", nil), ("image", nil), ("color", nil), ("méto", "méta"),
    ("mtadata", "metadata"),
  ])
  func `the nearest spelling is found`(word: String, expected: String?) {
    #expect(nearestSpelling(to: word, among: Self.candidates) == expected)
  }

  @Test func `of two that are as near the first in order of name is meant`() {
    #expect(nearestSpelling(to: "a1", among: ["a3", "a2"]) == "a2")
    #expect(nearestSpelling(to: "a1", among: ["a2", "a3"]) == "a2")
  }

  @Test func `other case is nearer than another letter`() {
    #expect(nearestSpelling(to: "Vdu1", among: ["Vdu2", "VDU1"]) == "VDU1")
  }

  @Test func `a word of hundreds of letters is not looked up`() {
    let word = String(repeating: "a", count: 201)
    #expect(nearestSpelling(to: word, among: [word + "b"]) == nil)
  }
}
