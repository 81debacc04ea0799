import Support
import Testing

@Suite struct ScalarTests {
  @Test(arguments: [
    "2.1", "'2.0'", "0.0", "1.0.0", "3.1.0.beta", "3.1.0.beta-10", "1.2.3.4", "10.20.30.rc_1-0",
  ])
  func `a version has two to five parts`(text: String) {
    expectValue(text, of: "{type: version}", nil)
  }

  @Test(arguments: [
    "1", "v1.0", "1.0.", "1.0.beta", "1.0.0.", "1.0.0-1", "1.0.0.beta-", "1.0.0.beta-x", "1.0.0.a.b",
    "latest",
    "'1.0 '", "-1.0", "99999999999999999999.0",
  ])
  func `a version has no other form`(text: String) {
    expectValue(text, of: "{type: version}", "error wrong-type")
  }

  @Test(arguments: [
    ("greater_than: 1.2", "1.10.0"), ("greater_or_equal: 1.0", "'1.0.0'"), ("less_than: 1.0.0", "1.0.0.beta"),
    ("less_than: 1.0.0.beta-2", "1.0.0.beta-1"), ("less_than: 1.0.0.beta", "1.0.0.alpha-9"),
    ("in_range: [1.0, UNBOUNDED]", "9.9.9"), ("valid_values: [1.0, 2.0]", "2.0.0"),
  ])
  func `versions are compared part by part`(constraint: String, value: String) {
    expectValue(value, of: "{type: version, constraints: [{\(constraint)}]}", nil)
  }

  @Test(arguments: [
    ("greater_than: 1.0.0", "1.0.0.beta"), ("in_range: [1.0, 2.0]", "2.0.1"), ("less_than: 1.2", "1.10.0"),
    ("greater_than: 1.0.0.b", "1.0.0.b"),
  ])
  func `a version is out of its bounds`(constraint: String, value: String) {
    expectValue(value, of: "{type: version, constraints: [{\(constraint)}]}", "error constraint")
  }

  @Test(arguments: [
    "2016-04-08", "2016-02-29", "2016-4-8 1:02:03", "2016-04-08T21:59:43Z", "2016-04-08t21:59:43.10-06:00",
    "2016-04-08 21:59:43.1 -6", "'2001-12-14T21:59:43.10+0530'", "2001-12-15 02:59:43.",
  ])
  func `a timestamp has the forms of YAML`(text: String) {
    expectValue(text, of: "{type: timestamp}", nil)
  }

  @Test(arguments: [
    "2015-02-29", "2016-13-01", "2016-04-31", "2016-00-10", "16-04-08", "2016-04-08T24:00:00",
    "2016-04-08T21:60:00",
    "2016-04-08T21:59", "2016-04-08T21:59:43X", "2016-04-08T21:59:43+25:00", "yesterday", "2016",
    "2016-04-08T",
    "1900-02-29",
  ])
  func `a timestamp is of a day and a time that there are`(text: String) {
    expectValue(text, of: "{type: timestamp}", "error wrong-type")
  }

  @Test func `timestamps are compared in their zones`() {
    expectValue(
      "2016-04-08T23:00:00-02:00",
      of: "{type: timestamp, constraints: [{greater_than: 2016-04-09T00:59:59.9Z}]}", nil)
    expectValue(
      "2016-04-08T23:00:00+02:00",
      of: "{type: timestamp, constraints: [{greater_than: 2016-04-08T21:00:00Z}]}",
      "error constraint")
    expectValue("1969-12-31", of: "{type: timestamp, constraints: [{less_than: 1970-01-01}]}", nil)
  }

  @Test(arguments: ["[0, 0]", "[1, 4]", "[-4, UNBOUNDED]", "['1', '4']", "[{get_input: input}, 4]"])
  func `a range has two bounds`(text: String) {
    expectValue(text, of: "{type: range}", nil)
  }

  @Test(arguments: [
    "[1]", "[1, 2, 3]", "[a, b]", "[UNBOUNDED, 1]", "[1.5, 2]", "1-4", "4", "{min: 1}", "[1, unbounded]",
    "[]",
  ])
  func `a range has no other form`(text: String) {
    expectValue(text, of: "{type: range}", "error wrong-type")
  }

  @Test func `a range has its lower bound first`() {
    expectValue("[4, 1]", of: "{type: range}", "error empty-range")
    expectValue("[4, 70000]", of: "{type: range, constraints: [{in_range: [1, 65535]}]}", "error constraint")
    expectValue("[4, UNBOUNDED]", of: "{type: range, constraints: [{in_range: [1, 65535]}]}", nil)
  }

  @Test(arguments: [
    ("size", "1GB"), ("size", "1   gib"), ("size", "0.5 kB"), ("size", "'1 MB '"), ("time", "3 D"),
    ("time", "+3 us"),
    ("frequency", "2.4GHZ"), ("bitrate", "10 MBps"), ("bitrate", "10 kbps"), ("bitrate", "1 TiBps"),
    ("frequency", "123e3 kHz"),
  ])
  func `a number has a unit`(dimension: String, text: String) {
    expectValue(text, of: "{type: scalar-unit.\(dimension)}", nil)
  }

  @Test(arguments: [
    ("size", "1 M B"), ("size", "MB"), ("size", "12 MB and more"), ("size", "1..5 GB"), ("size", "'1,5 GB'"),
    ("size", "e MB"), ("time", "5 min"), ("size", "true"), ("size", "[1 GB]"), ("bitrate", "1 MB"),
  ])
  func `a number has no other unit`(dimension: String, text: String) {
    expectValue(text, of: "{type: scalar-unit.\(dimension)}", "error wrong-type")
  }

  @Test(arguments: ["512", "'512'", "1.5", "0"])
  func `a number without a unit is told so`(text: String) {
    expectValue(text, of: "{type: scalar-unit.size}", "error unit-missing")
  }

  @Test func `bits and bytes in a second differ`() {
    expectValue("1 MBps", of: "{type: scalar-unit.bitrate, constraints: [{greater_than: 7 Mbps}]}", nil)
    expectValue("1 Mbps", of: "{type: scalar-unit.bitrate, constraints: [{greater_than: 1 KBps}]}", nil)
  }

  @Test(arguments: [
    "'{\"a\": [1, true, null]}'", "'{\"a\":1}'", "'[]'", "'\"text\"'", "'1.5'", "'null'", "''",
  ])
  func `a text is JSON`(text: String) {
    expectValue(text, of: "{type: json}", text == "''" ? "error not-json" : nil)
  }

  @Test(arguments: ["'{\"a\": '", "'a: b'", "'- a'", "'text'", "'[1, 2'", "'{\"a\": \"b}'"])
  func `a text is not JSON`(text: String) {
    expectValue(text, of: "{type: json}", "error not-json")
  }

  @Test(arguments: [
    ("integer", "2.7"), ("integer", "true"), ("float", "true"), ("integer", "1_000x"), ("boolean", "1"),
    ("boolean", "''"), ("string", "{a: {b: c}}"), ("map", "[{a: b}]"), ("list", "1"),
  ])
  func `YAML's own types are kept apart`(type: String, value: String) {
    expectValue(value, of: "{type: \(type)}", "error wrong-type")
  }
}
