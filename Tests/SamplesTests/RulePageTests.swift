import Diagnostics
import Foundation
import Loading
import OpenStack
import Support
import TOSCA
import Testing
import Translation
import YAML

extension Rule: CustomTestStringConvertible {
  package var testDescription: String { id }
}

/// The examples of the pages about the rules show what the pages say.
@Suite struct RulePageTests {
  @Test(arguments: Rule.all)
  func `the wrong example has the finding, and no error of another rule`(rule: Rule) throws {
    let example = rule.wrong
    guard example.shownBecause == nil else { return }
    let log = try findings(in: example)
    let own = log.findings.filter { $0.code.name == rule.id }
    let others = log.findings.filter { $0.code.name != rule.id && $0.severity == .error }
    #expect(!own.isEmpty, "\(log.pretty())")
    #expect(own.contains { $0.severity == rule.severity }, "the page says \(rule.severity)")
    #expect(others.isEmpty, "\(log.pretty())")
  }

  @Test(arguments: Rule.all)
  func `the right example has not the finding, and no error`(rule: Rule) throws {
    guard rule.right.shownBecause == nil else { return }
    let log = try findings(in: rule.right)
    #expect(!log.hasErrors, "\(log.pretty())")
    #expect(!log.findings.contains { $0.code.name == rule.id }, "\(log.pretty())")
  }

  /// Few enough to look at: what cannot stand in a page, and what is too large for one.
  @Test func `nearly all examples are run`() {
    let shown = Rule.all.filter { $0.wrong.shownBecause != nil || $0.right.shownBecause != nil }
    #expect(
      shown.map(\.id) == [
        "base-template", "base-template-form", "manifest-unchecked", "missing-input", "package-archive",
        "package-duplicate-entry",
        "package-entry-name",
        "package-link",
        "package-several-templates", "package-unreadable-file", "package-without-template",
        "too-many-findings",
        "too-many-imports", "too-many-targets", "type-chain", "unknown-profile", "unknown-severity",
        "unused-suppression",
        "yaml-encoding",
      ])
  }

  /// The findings of a template in memory, or of a package whose files are written to a folder.
  private func findings(in example: RuleExample) throws -> DiagnosticLog {
    let isPackage =
      example.template.name != "template.yaml"
      || example.others.contains { $0.name == "TOSCA-Metadata/TOSCA.meta" }
    if isPackage { return try findings(inPackage: example) }
    if example.isHeat {
      return heatFindings(in: example.template.text)
    }
    let files = Dictionary(example.others.map { ($0.name, $0.text) }) { first, _ in first }
    let read = ReadTemplate(example.template.text, .whole, importing: files)
    return read.translated(catalog: files["catalog.yaml"].map(catalog(of:))).log
  }

  /// The catalog that an example is translated with.
  private func catalog(of text: String) -> Catalog {
    var log = DiagnosticLog()
    let source = SourceFile(name: "catalog.yaml", bytes: Array(text.utf8))
    let tree = YAMLTree(parsing: source.bytes, file: log.add(source), reporting: &log)
    return Catalog(reading: tree, reporting: &log)
  }

  private func findings(inPackage example: RuleExample) throws -> DiagnosticLog {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "rule-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in [example.template] + example.others {
      let path = folder.appending(path: file.name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: path)
    }
    var log = DiagnosticLog()
    _ = try TemplateSource.one(at: folder.path).readTopology(reporting: &log)
    return log
  }
}

extension RuleExample {
  /// Whether the example is no TOSCA but a HOT template or a Senlin spec.
  fileprivate var isHeat: Bool {
    template.text.hasPrefix("heat_template_version:") || template.text.hasPrefix("type: senlin.")
  }
}
