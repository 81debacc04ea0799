import Diagnostics
import Foundation
import Testing

private func range(_ file: SourceFile.ID, _ line: Int, _ start: Int, _ end: Int) -> SourceRange {
  SourceRange(
    file: file, start: SourceLocation(line: line, column: start), end: SourceLocation(line: line, column: end)
  )
}

/// A log with one finding in a file of the text given.
private func log(_ text: String, _ line: Int, _ start: Int, _ end: Int) -> DiagnosticLog {
  var log = DiagnosticLog()
  let file = log.add(SourceFile(name: "vnfd.yaml", bytes: Array(text.utf8)))
  log.report(Diagnostic(.error, "some-code", "something is wrong", at: range(file, line, start, end)))
  return log
}

/// A log with findings of each severity in two files, reported in no order.
private func mixedLog() -> DiagnosticLog {
  var log = DiagnosticLog()
  let main = log.add(SourceFile(name: "vnfd.yaml", bytes: Array("one: 1\ntwo: 2\n".utf8)))
  let types = log.add(SourceFile(name: "types.yaml", bytes: Array("three: 3\n".utf8)))
  log.report(Diagnostic(.info, "c-code", "third", at: range(types, 1, 1, 6)))
  log.report(
    Diagnostic(
      .warning, "b-code", "second", at: range(main, 2, 6, 7), path: "two", suggestion: "22",
      notes: [Diagnostic.Note("see here", at: range(types, 1, 8, 9))]))
  log.report(Diagnostic(.error, "a-code", "first", at: range(main, 1, 6, 7)))
  return log
}

@Suite struct FindingFormatTests {
  @Test func `a person sees the line, the place and the notes`() {
    #expect(
      mixedLog().pretty() == """
        vnfd.yaml:1:6: error: first [a-code]
            1 | one: 1
              |      ^
        vnfd.yaml:2:6: warning: second; did you mean '22'? [b-code]
            2 | two: 2
              |      ^
        types.yaml:1:8: note: see here
            1 | three: 3
              |        -
        types.yaml:1:1: info: third [c-code]
            1 | three: 3
              | ^~~~~

        """)
  }

  @Test(arguments: ["я", "語", "😀", "e\u{301}", "\u{1}"])
  func `a long message is cut whatever its letters are`(letter: String) {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(name: "vnfd.yaml", bytes: Array("a: 1\n".utf8)))
    let long = String(repeating: letter, count: 2000)
    log.report(Diagnostic(.error, "some-code", long, at: range(file, 1, 1, 2)))
    let shown = log.pretty().split(separator: "\n").first ?? ""
    #expect(shown.contains(" ... "))
    #expect(shown.unicodeScalars.count < 500)
  }

  @Test func `a note on the line of its finding shows it once, and the fourth shows none`() {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(name: "vnfd.yaml", bytes: Array("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n".utf8)))
    let notes = [1, 2, 3, 4, 5].map { Diagnostic.Note("here", at: range(file, $0, 4, 5)) }
    log.report(Diagnostic(.error, "some-code", "wrong", at: range(file, 1, 1, 2), notes: notes))
    #expect(
      log.pretty() == """
        vnfd.yaml:1:1: error: wrong [some-code]
            1 | a: 1
              | ^
        vnfd.yaml:1:4: note: here
        vnfd.yaml:2:4: note: here
            2 | b: 2
              |    -
        vnfd.yaml:3:4: note: here
            3 | c: 3
              |    -
        vnfd.yaml:4:4: note: here
            4 | d: 4
              |    -
        vnfd.yaml:5:4: note: here

        """)
  }

  @Test func `severities and marks are coloured on a terminal`() {
    let plain = mixedLog().pretty()
    let colored = mixedLog().pretty(isColored: true)
    #expect(
      colored.hasPrefix(
        """
        vnfd.yaml:1:6: \u{1B}[1;31merror:\u{1B}[0m first [a-code]
            1 | one: 1
              |      \u{1B}[1;31m^\u{1B}[0m
        vnfd.yaml:2:6: \u{1B}[1;33mwarning:\u{1B}[0m second; did you mean '22'? [b-code]
        """))
    #expect(colored.contains("\u{1B}[1;36mnote:\u{1B}[0m see here"))
    #expect(colored.contains("\u{1B}[1;36minfo:\u{1B}[0m third"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test(arguments: [
    ("日本: x", 5, 6, "      ^"), ("e\u{301}: x", 5, 6, "   ^"), ("a: 日本", 4, 6, "   ^~~~"),
    ("😀: xy", 4, 6, "    ^~"),
  ])
  func `marks stand under wide letters and beside those of no width`(
    line: String, start: Int, end: Int, mark: String
  ) {
    let lines = log(line, 1, start, end).pretty().split(separator: "\n")
    #expect(lines.last.map { String($0.dropFirst("      | ".count)) } == mark)
  }

  @Test func `a person may ask for some severities only`() {
    #expect(
      mixedLog().pretty([.info]) == """
        types.yaml:1:1: info: third [c-code]
            1 | three: 3
              | ^~~~~

        """)
    #expect(DiagnosticLog().pretty() == "")
  }

  @Test func `a tool sees one line for each finding`() {
    #expect(
      mixedLog().concise() == """
        vnfd.yaml:1:6: error: first [a-code]
        vnfd.yaml:2:6: warning: second; did you mean '22'? [b-code]
        types.yaml:1:1: info: third [c-code]

        """)
  }

  @Test func `a long line is cut around the place`() {
    let text = String(repeating: "a", count: 200) + "bcd" + String(repeating: "e", count: 200)
    #expect(
      log(text, 1, 201, 204).pretty() == """
        vnfd.yaml:1:201: error: something is wrong [some-code]
            1 | \(String(repeating: "a", count: 60))bcd\(String(repeating: "e", count: 57))
              | \(String(repeating: " ", count: 60))^~~

        """)
  }

  @Test func `places of one long line are found in any order`() {
    var log = DiagnosticLog()
    let text = (0..<500).map { "é\($0);" }.joined()
    let file = log.add(SourceFile(name: "vnfd.yaml", bytes: Array(text.utf8)))
    let columns = text.unicodeScalars.enumerated().filter { $1 == "é" }.map { $0.offset + 1 }
    for column in [columns[300], columns[10], columns[499], columns[200]] {
      let note = Diagnostic.Note("here", at: range(file, 2, 1, 2))
      log.report(
        Diagnostic(.error, "some-code", "wrong", at: range(file, 1, column, column + 1), notes: [note]))
    }
    let lines = log.pretty().split(separator: "\n")
    let marked = zip(lines, lines.dropFirst()).compactMap { line, mark in
      mark.firstIndex(of: "^").map { line.dropFirst(mark.distance(from: mark.startIndex, to: $0)).prefix(4) }
    }
    #expect(marked == ["é10;", "é200", "é300", "é499"])
  }

  @Test func `a place of several lines is marked to the end of the first`() {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(name: "vnfd.yaml", bytes: Array("a: [1,\n2]\n".utf8)))
    let place = SourceRange(
      file: file, start: SourceLocation(line: 1, column: 4), end: SourceLocation(line: 2, column: 3))
    log.report(Diagnostic(.error, "some-code", "something is wrong", at: place))
    #expect(
      log.pretty() == """
        vnfd.yaml:1:4: error: something is wrong [some-code]
            1 | a: [1,
              |    ^~~

        """)
  }

  @Test(arguments: [
    ("a: \u{1B}[31mred", "a: \u{FFFD}[31mred"), ("a: \u{202E}x", "a: \u{FFFD}x"), ("a:\tx", "a:\u{FFFD}x"),
    ("a: ünï", "a: ünï"), ("a: x\r", "a: x"),
  ])
  func `what could command a terminal is made visible`(line: String, shown: String) {
    #expect(
      log(line + "\n", 1, 1, 2).pretty() == """
        vnfd.yaml:1:1: error: something is wrong [some-code]
            1 | \(shown)
              | ^

        """)
  }

  @Test func `messages and file names are made harmless too`() {
    var log = DiagnosticLog()
    let file = log.add(SourceFile(name: "a\u{1B}.yaml", bytes: []))
    log.report(Diagnostic(.error, "some-code", "'\u{7}' is wrong", at: SourceRange(startOf: file)))
    #expect(log.pretty() == "a\u{FFFD}.yaml:1:1: error: '\u{FFFD}' is wrong [some-code]\n")
    #expect(log.concise() == log.pretty())
  }

  @Test(arguments: [(1, 99, 99), (99, 1, 2), (1, 1, 99)])
  func `a place outside of the file is no trouble`(line: Int, start: Int, end: Int) {
    #expect(log("abc\n", line, start, end).pretty().hasPrefix("vnfd.yaml:\(line):\(start): error: "))
  }

  @Test func `large line numbers keep the margin straight`() {
    let text = String(repeating: "\n", count: 123_455) + "a: b\n"
    #expect(
      log(text, 123_456, 4, 5).pretty() == """
        vnfd.yaml:123456:4: error: something is wrong [some-code]
        123456 | a: b
               |    ^

        """)
  }
}

@Suite struct FindingReportTests {
  @Test func `the keys of the report are a contract`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(
      decoding: try encoder.encode(FindingReport([mixedLog(), DiagnosticLog()])), as: UTF8.self)
    #expect(
      text == """
        {
          "findings" : [
            {
              "column" : 6,
              "endColumn" : 7,
              "endLine" : 1,
              "file" : "vnfd.yaml",
              "line" : 1,
              "message" : "first",
              "notes" : [

              ],
              "rule" : "a-code",
              "severity" : "error"
            },
            {
              "column" : 6,
              "endColumn" : 7,
              "endLine" : 2,
              "file" : "vnfd.yaml",
              "line" : 2,
              "message" : "second; did you mean '22'?",
              "notes" : [
                {
                  "column" : 8,
                  "file" : "types.yaml",
                  "line" : 1,
                  "message" : "see here"
                }
              ],
              "path" : "two",
              "rule" : "b-code",
              "severity" : "warning",
              "suggestion" : "22"
            },
            {
              "column" : 1,
              "endColumn" : 6,
              "endLine" : 1,
              "file" : "types.yaml",
              "line" : 1,
              "message" : "third",
              "notes" : [

              ],
              "rule" : "c-code",
              "severity" : "info"
            }
          ],
          "summary" : {
            "errors" : 1,
            "files" : 2,
            "infos" : 1,
            "warnings" : 1
          },
          "version" : 1
        }
        """)
  }
}
