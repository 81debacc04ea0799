import Diagnostics
import Foundation
import Loading
import TOSCA
import Testing

/// A folder with files of the test's own, which goes with it.
private final class Project: Sendable {
  let path: String

  init(_ files: [String: String]) throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "libretto-\(UUID().uuidString)")
    path = url.path
    for (name, text) in files {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Reads the configuration, and writes its findings as `line:column severity code`.
  func configuration(
    rules: Set<String>? = nil
  ) throws -> (configuration: ReviewConfiguration, findings: [String]) {
    var log = DiagnosticLog()
    let configuration = try ReviewConfiguration(
      at: path + "/.libretto.yaml", knownRules: KnownRules { rules }, reporting: &log)
    let findings = log.sorted.map { finding in
      let start = finding.range.start
      let suggestion = finding.suggestion.map { " -> \($0)" } ?? ""
      return "\(start.line):\(start.column) \(finding.severity.rawValue) \(finding.code.name)\(suggestion)"
    }
    return (configuration, findings)
  }
}

private func project(_ configuration: String) throws -> Project {
  try Project([".libretto.yaml": configuration])
}

@Suite struct ReviewConfigurationTests {
  @Test func `a configuration changes severities and ignores rules`() throws {
    let project = try project(
      """
      profile: tacker
      rules: {unquoted-string: error, unknown-type: off, event-type: warning}
      ignore: [unknown-key, {rule: unknown-node}]
      """)
    let (configuration, findings) = try project.configuration()
    #expect(findings == [])
    let levels = configuration.policy(ignoring: ["event-type"]).levels
    #expect(levels["unquoted-string"] == .error)
    #expect(levels["unknown-type"] == .off)
    #expect(levels["event-type"] == .off)
    #expect(levels["unknown-key"] == .off)
    #expect(levels["unknown-node"] == .off)
    #expect(levels["missing-requirement"] == .off)
    let strict = configuration.policy(profile: ReviewProfile.named("strict")).levels
    #expect(strict["missing-requirement"] == .error)
  }

  @Test func `a rule is ignored in the files that a pattern fits`() throws {
    let project = try Project([
      ".libretto.yaml": "ignore: [{rule: a, path: old/*.yaml}, {rule: b, path: one.yaml}]",
      "old/one.yaml": "",
      "new/one.yaml": "", "new/two.yaml": "",
    ])
    let ignored = try #require(project.configuration().configuration.policy().ignoredRules)
    #expect(ignored(project.path + "/old/one.yaml") == ["a", "b"])
    #expect(ignored(project.path + "/new/../new/one.yaml") == ["b"])
    #expect(ignored(project.path + "/new/two.yaml") == [])
    #expect(ignored("<stdin>") == [])
  }

  @Test(arguments: [
    ("", [String]()), ("# nothing\n", []), ("rules:\nignore:\n", []),
    ("a: b: c", ["1:5 error yaml-syntax"]),
    ("[rules]", ["1:1 error wrong-form"]),
    ("rule: {}", ["1:1 error unknown-key -> rules"]),
    ("rules: {unknown-typ: error}", ["1:9 error unknown-rule -> unknown-type"]),
    ("rules: {unknown-type: eror}", ["1:23 error unknown-severity -> error"]),
    ("rules: {unknown-type: [error]}", ["1:23 error wrong-form"]),
    ("rules: [unknown-type]", ["1:8 error wrong-form"]),
    ("ignore: unknown-type", ["1:9 error wrong-form"]),
    (
      "ignore: [unknown-typ, {rule: nothing}]",
      ["1:10 error unknown-rule -> unknown-type", "1:30 error unknown-rule"]
    ),
    ("ignore: [{path: a.yaml}, ~]", ["1:10 error wrong-form", "1:26 error wrong-form"]),
    ("ignore: [{rule: unknown-type, paths: a}]", ["1:31 error unknown-key -> path"]),
    ("ignore: [{rule: unknown-type, path: []}]", ["1:37 error wrong-form"]),
    ("profile: tackr", ["1:10 error unknown-profile -> tacker"]),
    ("profile: {tacker: true}\nbaseline: ''", ["1:10 error wrong-form", "2:11 error wrong-form"]),
  ])
  func `what is wrong in a configuration is a finding about it`(text: String, expected: [String]) throws {
    #expect(try project(text).configuration(rules: ["unknown-type"]).findings == expected)
  }

  @Test func `a baseline lies where the configuration does`() throws {
    let relative = try project("baseline: known/findings.json")
    let absolute = try project("baseline: /known.json")
    #expect(try relative.configuration().configuration.baseline == relative.path + "/known/findings.json")
    #expect(try absolute.configuration().configuration.baseline == "/known.json")
  }

  @Test func `the configuration in the folder or nearest above it counts`() throws {
    let project = try Project([
      ".libretto.yaml": "", "a/b/t.yaml": "", "c/.libretto.yaml": "", "c/d/t.yaml": "", "e/.git/HEAD": "",
      "e/f/t.yaml": "",
    ])
    func path(_ name: String) -> String? { ReviewConfiguration.path(forTemplate: project.path + "/" + name) }
    #expect(path("a/b/t.yaml") == project.path + "/.libretto.yaml")
    #expect(path("a/b") == project.path + "/.libretto.yaml")
    #expect(path("c/d/t.yaml") == project.path + "/c/.libretto.yaml")
    #expect(path("e/f/t.yaml") == nil)
    #expect(path("nothing.yaml") == nil)
  }

  @Test func `a configuration that cannot be read is trouble`() throws {
    var log = DiagnosticLog()
    #expect(throws: LoadingError.self) { try ReviewConfiguration(at: "/nowhere.yaml", reporting: &log) }
  }
}

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("a.yaml", "a.yaml", true), ("a.yaml", "x/y/a.yaml", true), ("a.yaml", "b.yaml", false),
    ("x/a.yaml", "x/a.yaml", true), ("x/a.yaml", "y/x/a.yaml", false), ("./x/a.yaml", "x/a.yaml", true),
    ("/a.yaml", "x/a.yaml", false), ("*.yaml", "x/a.yaml", true), ("x/*.yaml", "x/y/a.yaml", false),
    ("x/**/*.yaml", "x/y/z/a.yaml", true), ("x/**/*.yaml", "x/a.yaml", true), ("**/y/*", "x/y/a.yaml", true),
    ("x", "x/y/a.yaml", true), ("x/", "x/y/a.yaml", true), ("y/", "x/y/a.yaml", true),
    ("x/y", "x/yz/a", false),
    ("?.yaml", "a.yaml", true), ("?.yaml", "ab.yaml", false), ("*a*b*", "xxaxxbxx", true),
    ("*a*b", "xxaxxbx", false), ("**", "anything/at/all", true), ("a.yaml", "../a.yaml", true),
    ("x/a.yaml", "../x/a.yaml", false),
  ])
  func `a pattern fits paths`(pattern: String, path: String, fits: Bool) {
    #expect(PathPattern(pattern).matches(path) == fits)
  }

  @Test func `a pattern with many stars ends`() {
    let pattern = PathPattern(String(repeating: "*a", count: 500) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2000)))
  }
}
