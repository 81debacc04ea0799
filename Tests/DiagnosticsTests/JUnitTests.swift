import Diagnostics
import Foundation
import FoundationXML
import Testing

@Suite struct JUnitTests {
  @Test func `each file is a suite, each finding a failed test`() {
    var clean = DiagnosticLog()
    _ = clean.add(SourceFile(name: "clean.yaml", bytes: []))
    #expect(
      junitReport([variedLog(), clean]) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="libretto" tests="4" failures="3" errors="0">
          <testsuite name="vnfd.yaml" tests="2" failures="2" errors="0" skipped="0" time="0">
            <testcase classname="vnfd.yaml" name="empty-template at 1:1" file="vnfd.yaml" line="1" time="0">
              <failure type="error" message="first">vnfd.yaml:1:1: error: first [empty-template]</failure>
            </testcase>
            <testcase classname="vnfd.yaml" name="duplicate-key at 2:6" file="vnfd.yaml" line="2" time="0">
              <failure type="warning" message="second">vnfd.yaml:2:6: warning: second [duplicate-key]&#10;\
        types/a b.yaml:1:8: note: see here&#10;vnfd.yaml:1:1: note: and there</failure>
            </testcase>
          </testsuite>
          <testsuite name="clean.yaml" tests="1" failures="0" errors="0" skipped="0" time="0">
            <testcase classname="clean.yaml" name="no findings" time="0"/>
          </testsuite>
          <testsuite name="types/a b.yaml" tests="1" failures="1" errors="0" skipped="0" time="0">
            <testcase classname="types/a b.yaml" name="implicit-profile at 1:1" file="types/a b.yaml" line="1" time="0">
              <failure type="info" message="third">types/a b.yaml:1:1: info: third [implicit-profile]</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func `without files there is an empty report`() {
    #expect(
      junitReport([]) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="libretto" tests="0" failures="0" errors="0">
        </testsuites>

        """)
  }

  @Test(arguments: [
    ("a <b> & 'c' \"d\"", "a <b> & 'c' \"d\""), ("line\nline\tend", "line\nline\tend"),
    ("bell\u{7}\u{0}\u{1B}[31m", "bell[31m"), ("\u{FFFF}ü€😀\u{FFFE}", "ü€😀"), ("]]>", "]]>"),
    ("\u{85}x\r", "x"),
  ])
  func `any message is XML that a parser gives back`(message: String, read: String) {
    let parser = XMLParser(data: Data(junitReport([log("a\"&<.yaml", .error, "unknown-node", message)]).utf8))
    let reader = MessageReader()
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.message == read)
    #expect(reader.name == "a\"&<.yaml")
  }
}

/// Takes the message of a failure and the name of its suite.
private final class MessageReader: NSObject, XMLParserDelegate {
  var message: String?
  var name: String?

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if element == "failure" { message = attributes["message"] }
    if element == "testsuite" { name = attributes["name"] }
  }
}
