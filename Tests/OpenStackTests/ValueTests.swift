import Foundation
import OpenStack
import Testing

private func text(_ value: Value) -> String {
  String(decoding: value.yaml, as: UTF8.self)
}

@Suite struct ValueTests {
  static let values: [Value] = [
    .null, true, false, 0, -1, 3, 9_223_372_036_854_775_807, 1.5, -0.25, 1e300, "", "text", "true", "no",
    "12",
    "1.5",
    "null", "2016-04-08", " a ", "a: b", "line\nline\n", "é\u{1F600}", "\u{7}", [], [1, "a", .null],
    [[], [[]]],
    ["a": 1], ["a": ["b": ["c": .null]]], ["list": [["a": 1], ["b": [2, 3]]]], ["": "empty key"],
    ["get_resource": "a"], ["get_attr": ["a", "b", 0]], ["12": "key", "true": "key"],
  ]

  @Test(arguments: values)
  func `a value reads back from YAML as itself`(value: Value) throws {
    #expect(try Value(readingYAML: text(value)) == value)
  }

  @Test(arguments: values)
  func `a value reads back from JSON as itself`(value: Value) throws {
    let bytes = try JSONEncoder().encode(["value": value])
    #expect(try JSONDecoder().decode([String: Value].self, from: bytes) == ["value": value])
  }

  @Test(arguments: values)
  func `JSON is read as YAML too`(value: Value) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode([value]), as: UTF8.self)
    #expect(try Value(readingYAML: json) == [value])
  }

  @Test func `keys keep their order in YAML and come by name from JSON`() throws {
    let value: Value = ["b": 1, "a": 2, "c": ["z": 1, "x": 2]]
    #expect(text(value) == "b: 1\na: 2\nc:\n  z: 1\n  x: 2\n")
    let decoded = try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    #expect(text(decoded) == "a: 2\nb: 1\nc:\n  x: 2\n  z: 1\n")
  }

  static let calls: [(value: Value, text: String)] = [
    (.getResource("server"), "{get_resource: server}\n"), (.getParam("size"), "{get_param: size}\n"),
    (.getFile("a.yaml"), "{get_file: a.yaml}\n"),
    (.getAttr("server", "networks", 0, "ip"), "{get_attr: [server, networks, 0, ip]}\n"),
    (["get_param": ["a", ["b": 1]]], "get_param:\n- a\n- b: 1\n"), (["a": [:], "b": []], "a: {}\nb: []\n"),
    (["list_join": [", ", ["a", .getParam("b")]]], "list_join:\n- ', '\n- - a\n  - {get_param: b}\n"),
  ]

  @Test(arguments: calls)
  func `a short call stands on one line`(value: Value, expected: String) {
    #expect(text(value) == expected)
  }

  @Test func `text that is no YAML is refused with its place`() {
    let error = #expect(throws: YAMLTextError.self) { try Value(readingYAML: "a: [1, 2\nb: 3\n") }
    #expect(error?.message.hasSuffix(", in line 2, column 2") == true)
  }

  @Test func `no text is null`() throws {
    #expect(try Value(readingYAML: "") == .null)
  }

  @Test func `parts of a value are read by key`() {
    let value: Value = ["a": ["b": 3], "c": "text", "d": 3.0, "e": true, "f": [1]]
    #expect(value["a"]?["b"]?.integer == 3)
    #expect(value["c"]?.string == "text")
    #expect(value["d"]?.integer == 3)
    #expect(value["e"]?.bool == true)
    #expect(value["f"]?.list == [1])
    #expect(value["g"] == nil)
    #expect(value["c"]?["a"] == nil)
    #expect(Value.number(1.5).integer == nil)
  }
}

@Suite struct ValueMapTests {
  @Test func `a map keeps the order in which its keys came`() {
    var map: ValueMap = ["b": 1, "a": 2]
    map["c"] = 3
    map["b"] = 4
    #expect(map.keys == ["b", "a", "c"])
    #expect(map["b"] == 4)
    map["a"] = nil
    #expect(map.keys == ["b", "c"])
    map["none"] = nil
    #expect(map.count == 2)
  }

  @Test func `of two entries with one key the later value stands`() {
    #expect(ValueMap([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
  }

  @Test func `of many entries, too, the later value stands at the place of the earlier one`() {
    let map = ValueMap((0..<40).map { ("\($0 % 30)", .integer($0)) })
    #expect(map.keys == (0..<30).map { "\($0)" })
    #expect(map.map(\.value) == ((30..<40).map { .integer($0) } + (10..<30).map { .integer($0) }))
    #expect(ValueMap(map.map { ($0.key, $0.value) }) == map)
  }

  @Test func `maps are equal when their order is`() {
    #expect(["a": 1, "b": 2] as ValueMap == ["a": 1, "b": 2])
    #expect(["a": 1, "b": 2] as ValueMap != ["b": 2, "a": 1])
    #expect(Set([["a": 1], ["a": 1], ["a": 2]] as [ValueMap]).count == 2)
  }
}
