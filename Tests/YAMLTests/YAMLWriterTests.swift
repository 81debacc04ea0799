import Diagnostics
import Testing
import YAML

private func written(_ text: String) -> String {
  var writer = YAMLWriter()
  writer.string(text)
  return String(decoding: writer.finish(), as: UTF8.self)
}

@Suite struct YAMLWriterTests {
  @Test(arguments: [
    ("word", "word\n"), ("true", "'true'\n"), ("no", "'no'\n"), ("12", "'12'\n"), ("1e3", "'1e3'\n"),
    ("2016-04-08", "'2016-04-08'\n"), ("22:30", "'22:30'\n"), ("10.0.0.0/24", "10.0.0.0/24\n"), ("", "''\n"),
    ("it's", "it's\n"), ("'quoted'", "'''quoted'''\n"), ("a: b", "'a: b'\n"), ("# x", "'# x'\n"),
    ("y", "'y'\n"), ("~", "'~'\n"), ("fe80::1", "fe80::1\n"), ("0x", "'0x'\n"),
    ("line\nline\n", "|\n  line\n  line\n"),
  ])
  func `a string is quoted where it must be`(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: [
    "", " ", "a ", " a", "\t", "a\nb", "a\n\nb\n", "\n", "trailing \nspace", "é\u{1F600}", "\u{7}", "'", "\"",
    "%x",
    "- a", "a #b", "{", "*x", "&x", "!x", "|", "null", "0o7", "1_0", "+1", "-.inf", "<<", "=", "---", "...",
    "\u{85}",
    "\u{FEFF}bom", "a\r\nb",
  ])
  func `a string reads back as itself`(text: String) throws {
    var log = DiagnosticLog()
    let bytes = Array(written(text).utf8)
    let tree = YAMLTree(
      parsing: bytes, file: log.add(SourceFile(name: "t", bytes: bytes)), reporting: &log)
    #expect(log.findings.isEmpty)
    #expect(tree.scalar(try #require(tree.root)) == .string(text))
  }

  @Test func `maps and lists are written as blocks unless asked otherwise`() {
    var writer = YAMLWriter()
    writer.beginMap()
    writer.string("list")
    writer.beginList()
    writer.integer(1)
    writer.bool(false)
    writer.null()
    writer.number(0.5)
    writer.endList()
    writer.string("call")
    writer.beginMap(isFlow: true)
    writer.string("get_param")
    writer.string("x")
    writer.endMap()
    writer.endMap()
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == """
        list:
        - 1
        - false
        - null
        - 0.5
        call: {get_param: x}

        """)
  }
}
