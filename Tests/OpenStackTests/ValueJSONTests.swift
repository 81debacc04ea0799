import OpenStack
import Testing

@Suite struct ValueJSONTests {
  @Test(arguments: [
    #"{"b":1,"a":[true,false,null,-2,1.5,"x"]}"#, "[]", "{}", "\"\"", "0", "[[{}]]",
    #""\"\\\n\r\t\u0001ü€😀""#,
  ])
  func `JSON that is read is written again as it was`(text: String) {
    let value = Value(parsingJSON: Array(text.utf8))
    #expect(value.map { String(decoding: $0.jsonBytes, as: UTF8.self) } == text)
  }

  @Test(
    arguments: [
      (#" { "a" : 1 , "a" : 2 } "#, ["a": 2]), (#""\ud83d\ude00\/\u00e9""#, "😀/é"), ("1e2", 100.0), ("-0", 0),
      ("123456789012345678901234567890", 1.2345678901234568e29),
    ] as [(String, Value)])
  func `JSON is read as it means`(text: String, value: Value) {
    #expect(Value(parsingJSON: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "01", "+1", "1.", ".5", "1e", "1e999", "nul",
    "truex",
    "\"\\x\"", "\"\\ud83d\"", "\"a\nb\"", "\"a", "1 2", "NaN", "'a'", "{\"a\":1", "[1", "\u{FEFF}1",
  ])
  func `what is no JSON is refused`(text: String) {
    #expect(Value(parsingJSON: Array(text.utf8)) == nil)
  }

  @Test func `JSON that is nested too deep is refused`() {
    let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(Value(parsingJSON: Array(text.utf8)) == nil)
    let shallow = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(Value(parsingJSON: Array(shallow.utf8)) != nil)
  }
}
