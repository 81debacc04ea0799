import Diagnostics
import Foundation
import Testing

@Suite struct SARIFTests {
  /// The log of a run as a reader of JSON has it.
  private func sarif(_ logs: [DiagnosticLog]) throws -> [String: Any] {
    let bytes = try JSONEncoder().encode(SARIFLog(logs, toolVersion: "1.2.3"))
    return try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  private func run(_ logs: [DiagnosticLog]) throws -> [String: Any] {
    try #require((try sarif(logs)["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ logs: [DiagnosticLog]) throws -> [[String: Any]] {
    try #require(try run(logs)["results"] as? [[String: Any]])
  }

  private func rules(_ logs: [DiagnosticLog]) throws -> [[String: Any]] {
    let driver = (try run(logs)["tool"] as? [String: Any])?["driver"] as? [String: Any]
    return try #require(driver?["rules"] as? [[String: Any]])
  }

  @Test func `a log has what the schema demands, and nothing else`() throws {
    #expect(SARIFShape.log.troubles(try sarif([variedLog(), log(), DiagnosticLog()])) == [])
    #expect(SARIFShape.log.troubles(try sarif([])) == [])
    let every = Rule.all.map { log("a.yaml", .error, Diagnostic.Code(stringLiteral: $0.id)) }
    #expect(SARIFShape.log.troubles(try sarif(every)) == [])
  }

  @Test func `the check of the schema finds what is wrong`() {
    #expect(SARIFShape.log.troubles(["version": "2.0.0", "color": 1]).count == 3)
    #expect(SARIFShape.uri.troubles("a b").count == 1)
  }

  @Test func `a result has its rule, level and place`() throws {
    let results = try results([variedLog()])
    #expect(
      results.map { $0["ruleId"] as? String } == ["empty-template", "duplicate-key", "implicit-profile"])
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "note"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [1, 0, 2])
    let regions = results.map { result in
      let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
      return location?["region"] as? [String: Int]
    }
    #expect(
      regions == [
        ["startLine": 1, "startColumn": 1], ["startLine": 2, "startColumn": 6, "endLine": 3, "endColumn": 5],
        ["startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 6],
      ])
  }

  @Test func `notes are related locations with numbers`() throws {
    let related = try #require(try results([variedLog()])[1]["relatedLocations"] as? [[String: Any]])
    #expect(related.map { $0["id"] as? Int } == [1, 2])
    #expect(related.map { ($0["message"] as? [String: String])?["text"] } == ["see here", "and there"])
    #expect(try results([log()])[0]["relatedLocations"] == nil)
  }

  @Test func `the rules that are used are described`() throws {
    let rules = try rules([variedLog(), log("x.yaml", .error, "no-page")])
    #expect(
      rules.map { $0["id"] as? String } == ["duplicate-key", "empty-template", "implicit-profile", "no-page"])
    let first = try #require(rules.first)
    #expect((first["shortDescription"] as? [String: String])?["text"] == "A map has the same key twice.")
    #expect(
      (first["fullDescription"] as? [String: String])?["text"]?.hasPrefix("Only one of the two") == true)
    #expect((first["help"] as? [String: String])?["markdown"]?.hasPrefix("# duplicate-key\n") == true)
    #expect((first["defaultConfiguration"] as? [String: String]) == ["level": "error"])
    #expect(rules[3].count == 1)
  }

  @Test(arguments: [
    ("vnfd.yaml", "vnfd.yaml", true), ("./a/../b/c.yaml", "b/c.yaml", true),
    ("a b/ü.yaml", "a%20b/%C3%BC.yaml", true),
    ("../x.yaml", "../x.yaml", false), ("/tmp/a:b.yaml", "file:///tmp/a%3Ab.yaml", false),
    ("<stdin>", "%3Cstdin%3E", true), ("a//b\u{1}.yaml", "a/b%01.yaml", true),
  ])
  func `a path is a URI reference, relative where it can be`(path: String, uri: String, isRelative: Bool)
    throws
  {
    let location = (try results([log(path)])[0]["locations"] as? [[String: Any]])?.first
    let artifact = (location?["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: String]
    #expect(artifact?["uri"] == uri)
    #expect(artifact?["uriBaseId"] == (isRelative ? "%SRCROOT%" : nil))
  }

  @Test(arguments: [
    ("say [{scaling: out}]", "say [{{scaling: out}}]"), ("'[x](http://y)'", #"'\[x\](http://y)'"#),
    (#"[\](a)"#, #"\[\\\](a)"#),
  ])
  func `what a template writes is neither placeholder nor link`(message: String, text: String) throws {
    let found =
      try results([log("a.yaml", .error, "unknown-node", message)])[0]["message"] as? [String: String]
    #expect(found?["text"] == text)
  }

  @Test func `a fingerprint stays when the line moves, and tells findings apart`() throws {
    func fingerprint(_ log: DiagnosticLog, _ index: Int = 0) throws -> String {
      try #require((try results([log])[index]["partialFingerprints"] as? [String: String])?["ruleAndPath/v1"])
    }
    let first = try fingerprint(log(line: 1, path: "a.b"))
    #expect(try fingerprint(log(line: 9, path: "a.b")) == first)
    #expect(try fingerprint(log(line: 1, path: "a.c")) != first)
    #expect(try fingerprint(log("other.yaml", line: 1, path: "a.b")) != first)
    #expect(try fingerprint(log("vnfd.yaml", .error, "unknown-type", path: "a.b")) != first)
    var twice = log(line: 1, path: "a.b")
    twice.report(
      Diagnostic(.error, "unknown-node", "again", at: place(SourceFile.ID(index: 0), 2, 1, 2), path: "a.b"))
    #expect(try fingerprint(twice, 0) == first)
    #expect(try fingerprint(twice, 1) == first.dropLast() + "2")
  }

  @Test func `a finding in a file that two templates import counts once`() throws {
    #expect(try results([log("types.yaml"), log("types.yaml")]).count == 1)
    #expect(try results([log("types.yaml"), log("types.yaml", line: 2)]).count == 2)
  }
}
