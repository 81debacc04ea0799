import Foundation
import OpenStack
import Support
import Testing

/// The translations of heat-translator and Tacker, and Heat's own code, as judges of Libretto's.
@Suite(
  .enabled(if: Corpus.isPresent && Judge.hotdiff.isThere, "no ../shared/corpus lies beside the checkout"))
struct TranslationCorpusTests {
  typealias Choice = TranslatedCorpora.Choice

  @Test func `a translation means what the other tools' does, but for what is declared`() throws {
    let declared = Set(try DeclaredDifference.all().map { "\($0.corpus) \($0.id)" })
    let folder = try TemporaryFolder()
    let expected = try TranslatedCorpora.under(.pairs).members.filter { $0.template.expected != nil }
    var different: [String: String] = [:]
    for member in expected { different[member.name] = try difference(member, folder) }

    let undeclared = different.filter { !declared.contains($0.key) }.sorted { $0.key < $1.key }
    #expect(undeclared.map { "\($0.key): \($0.value)" } == [], "these are not in declared-differences.md")
    #expect(declared.subtracting(different.keys).sorted() == [], "these are equal, so they need no line")
    for corpus in ["heat-translator", "tacker"] {
      let own = expected.map(\.name).filter { $0.hasPrefix(corpus) }
      print("\(corpus): \(own.count { different[$0] == nil }) of \(own.count) translations mean the same")
    }
  }

  @Test func `what another tool translates is not refused`() throws {
    let members = try TranslatedCorpora.under(.pairs).members.filter(\.template.isTranslatedByOthers)
    let refused = members.compactMap { member -> String? in
      guard case .refused(let reasons) = member.outcome else { return nil }
      return "\(member.name): \(reasons.prefix(3).joined(separator: "; "))"
    }
    #expect(refused == [])
    let faulty = members.count {
      if case .files(_, let errors) = $0.outcome { !errors.isEmpty } else { false }
    }
    print(
      "\(members.count) templates that another tool translates: \(refused.count) refused, \(faulty) with errors"
    )
  }

  @Test(arguments: Choice.allCases)
  func `a translation reads back to the same values`(choice: Choice) throws {
    for member in try TranslatedCorpora.under(choice).members {
      guard case .files(let files, _) = member.outcome else { continue }
      for (name, bytes) in files where name.hasSuffix(".yaml") {
        let value = try? Value(readingYAML: String(decoding: bytes, as: UTF8.self))
        #expect(value?.yaml == bytes, "\(member.name): \(name)")
      }
    }
  }

  @Test func `a translation comes out the same twice`() throws {
    let options = try Choice.senlin.options
    for member in try TranslatedCorpora.under(.senlin).members {
      guard case .files(let first, _) = member.outcome else { continue }
      guard case .files(let second, _) = member.template.translated(options) else {
        Issue.record("\(member.name) is refused the second time")
        continue
      }
      #expect(first == second, "\(member.name)")
    }
  }

  @Test(
    .enabled(if: Judge.heatValidate.isReady, "the environment of heat-validate is not there"),
    arguments: Choice.allCases)
  func `Heat and Senlin find no error in a translation of what has none`(choice: Choice) throws {
    let folder = try TemporaryFolder()
    var files: [String] = []
    for member in try TranslatedCorpora.under(choice).members {
      guard case .files(let made, let errors) = member.outcome, errors.isEmpty else { continue }
      let place = try folder.write(made, to: "\(member.template.corpus)/\(member.template.id)")
      // Nested templates are checked with the one that names them, which knows their parameters.
      files += made.keys.filter { $0 == "stack.yaml" || $0.hasPrefix("senlin/") }.sorted().map {
        "\(place)/\($0)"
      }
    }
    let errors = try HeatProblem.found(in: files).filter { $0.level == "error" }
      .map { $0.description.replacing(folder.path + "/", with: "") }
    #expect(errors == [])
    print("\(choice.rawValue): \(files.count) files, \(errors.count) errors")
  }

  /// How what a template becomes differs from what another tool makes of it.
  private func difference(
    _ member: TranslatedCorpora.Member, _ folder: borrowing TemporaryFolder
  ) throws -> String? {
    guard let expected = member.template.expected else { return nil }
    switch member.outcome {
    case .refused(let reasons): return "refused: \(reasons.first ?? "")"
    case .files(let files, _):
      let place = try folder.write(files, to: member.name)
      let verdict = try Judge.hotdiff.judge([
        "--ignore-version", "--null-is-absent", expected, "\(place)/stack.yaml",
      ])
      return verdict.status == 0 ? nil : verdict.output
    }
  }
}
