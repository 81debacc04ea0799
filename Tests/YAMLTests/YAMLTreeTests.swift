import Diagnostics
import Testing
import YAML

/// Parses a text and writes the findings as `line:column code`.
private func parse(_ text: String, limits: YAMLLimits = YAMLLimits()) -> (tree: YAMLTree, findings: [String])
{
  parse(Array(text.utf8), limits: limits)
}

private func parse(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> (
  tree: YAMLTree, findings: [String]
) {
  var log = DiagnosticLog()
  let file = log.add(SourceFile(name: "t.yaml", bytes: bytes))
  let tree = YAMLTree(parsing: bytes, file: file, limits: limits, reporting: &log)
  return (tree, log.sorted.map { "\($0.range.start.line):\($0.range.start.column) \($0.code.name)" })
}

/// A tree written in short: lists in brackets, maps in braces.
private func brief(_ tree: YAMLTree, _ index: YAMLTree.Index) -> String {
  switch tree.kind(index) {
  case .scalar: tree.text(index) ?? ""
  case .sequence: "[" + tree.items(index).map { brief(tree, $0) }.joined(separator: ", ") + "]"
  case .mapping:
    "{" + tree.pairs(index).map { "\(brief(tree, $0)): \(brief(tree, $1))" }.joined(separator: ", ") + "}"
  }
}

@Suite struct YAMLTreeTests {
  @Test(arguments: [
    ("a: 1\n", "{a: 1}"),
    ("a: [1, {b: c}]\n", "{a: [1, {b: c}]}"),
    ("- x\n- y: z\n", "[x, {y: z}]"),
    ("a: &x {b: 1}\nc: *x\n", "{a: {b: 1}, c: {b: 1}}"),
    ("a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}\n", "{a: {b: 1, c: 2}, d: {b: 3, c: 2}}"),
    (
      "a: &x {b: 1}\ne: &y {c: 2, b: 9}\nd: {<<: [*x, *y]}\n", "{a: {b: 1}, e: {c: 2, b: 9}, d: {b: 1, c: 2}}"
    ),
    ("a: &x {b: 1}\nc: &y {<<: *x}\nd: {<<: *y, e: 2}\n", "{a: {b: 1}, c: {b: 1}, d: {e: 2, b: 1}}"),
    ("'<<': text\n", "{<<: text}"),
  ])
  func `a document becomes a tree`(text: String, expected: String) throws {
    let (tree, findings) = parse(text)
    #expect(findings.isEmpty)
    #expect(brief(tree, try #require(tree.root)) == expected)
  }

  @Test func `a node knows where it begins and ends`() throws {
    let (tree, _) = parse("top:\n  - {kéy: 'wörd'}\n")
    let root = try #require(tree.root)
    let item = try #require(tree.value(root, "top").flatMap { Array(tree.items($0)).first })
    let value = try #require(tree.value(item, "kéy"))
    #expect(tree.range(value).start == SourceLocation(line: 2, column: 11))
    #expect(tree.range(value).end == SourceLocation(line: 2, column: 17))
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
    ("a: *nowhere\n", ["1:4 yaml-unknown-anchor"]),
    ("a: &x [1, *x]\n", ["1:11 yaml-recursive-alias"]),
    ("? [1, 2]\n: x\n", ["1:3 yaml-complex-key"]),
    ("a: {<<: 3}\n", ["1:9 yaml-merge"]),
    ("a: 1\n---\nb: 2\n", ["2:1 yaml-second-document"]),
    ("a: [1, 2\nb: 3\n", ["2:2 yaml-syntax"]),
    ("a: b: c\n", ["1:5 yaml-syntax"]),
  ])
  func `what is wrong is reported where it stands`(text: String, expected: [String]) {
    #expect(parse(text).findings == expected)
  }

  @Test func `of two equal keys the first stands`() throws {
    let (tree, _) = parse("a: 1\nb: 2\na: 3\n")
    #expect(brief(tree, try #require(tree.root)) == "{a: 1, b: 2}")
  }

  @Test(arguments: [
    ("a:\na: 3\nb: 2\n", "{a: 3, b: 2}"), ("a:\nb: 2\na: 3\nc: 4\n", "{a: 3, b: 2, c: 4}"),
    ("a:\na:\na: 3\n", "{a: 3}"),
  ])
  func `of two equal keys the first without a value takes the second one's`(
    text: String, expected: String
  ) throws {
    let (tree, findings) = parse(text)
    #expect(brief(tree, try #require(tree.root)) == expected)
    #expect(findings.allSatisfy { $0.hasSuffix("duplicate-key") } && !findings.isEmpty)
  }

  @Test func `many keys are compared as few are`() {
    let lines = (0..<1000).map { "k\($0): 1\n" }.joined()
    #expect(parse(lines + "k77: 2\n").findings == ["1001:1 duplicate-key"])
  }

  @Test func `bytes that are no UTF-8 are named with their line and column`() {
    #expect(parse(Array("a: b\nc: ü".utf8) + [0xFF, 0x0A]).findings == ["2:5 yaml-encoding"])
  }

  @Test func `an empty file has no root and no finding`() {
    let (tree, findings) = parse("# nothing\n")
    #expect(tree.root == nil)
    #expect(findings.isEmpty)
  }

  @Test func `a hundred thousand levels of nesting are one finding`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(parse(text).findings == ["1:129 yaml-nesting"])
  }

  @Test func `aliases that stand for a gigabyte are one finding`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(alias)]\n"
    }
    #expect(parse(text).findings.map { $0.split(separator: " ").last } == ["yaml-alias-budget"])
  }

  @Test func `aliases cannot nest deeper than the text may`() {
    var text = "a0: &a0 [x]\n"
    for level in 1...200 {
      text += "a\(level): &a\(level) [*a\(level - 1)]\n"
    }
    #expect(parse(text).findings.map { $0.split(separator: " ").last } == ["yaml-alias-budget"])
  }
}

@Suite struct YAMLScalarTests {
  @Test(arguments: [
    ("", YAMLScalar.null), ("~", .null), ("null", .null), ("true", .bool(true)), ("No", .bool(false)),
    ("on", .bool(true)), ("12", .integer(12)), ("-3", .integer(-3)), ("0x1F", .integer(31)),
    ("010", .integer(8)),
    ("0o10", .integer(8)), ("1_000", .integer(1000)), ("1.5", .number(1.5)), ("1e3", .number(1000)),
    (".inf", .number(.infinity)), ("2016-04-08", .string("2016-04-08")), ("22:30", .string("22:30")),
    ("1.2.3", .string("1.2.3")), ("net1", .string("net1")), ("-", .string("-")), ("08", .string("08")),
  ])
  func `a plain scalar has a type`(text: String, expected: YAMLScalar) {
    #expect(YAMLScalar(plain: text) == expected)
  }
}

@Suite struct ByteOrderMarkTests {
  @Test func `a byte order mark is no part of the text`() throws {
    let (tree, findings) = parse([0xEF, 0xBB, 0xBF] + Array("a: 1\nb: 2\n".utf8))
    #expect(findings.isEmpty)
    #expect(brief(tree, try #require(tree.root)) == "{a: 1, b: 2}")
  }
}

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("libretto", 0, 0), ("a libretto", 0, 2), ("liblibretto", 0, 3), ("librett", 0, nil), ("", 0, nil),
    ("libretto libretto", 1, 9), ("libretto", 1, nil), ("lilibrettlibretto", 0, 9), ("ttolibretto", 0, 3),
  ])
  func `a word is found in a text`(text: String, start: Int, expected: Int?) {
    #expect(firstOffset(of: "libretto", in: Array(text.utf8), from: start) == expected)
  }
}
