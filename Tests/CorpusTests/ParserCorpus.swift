/// Templates of tosca-parser's tests with its verdict, and probes with the verdict of the specification.
enum ParserCorpus {
  private struct Manifest: Decodable {
    let cases: [Entry]
  }

  private struct Entry: Decodable {
    let id: String
    let input: String
    let source: String
    let outcome: String
    let tosca_version: String?
    /// `accept` or `reject`; missing where the specification leaves it open.
    let spec_verdict: String?

    var expectation: Expectation? {
      if tosca_version == "tosca_2_0" { return .onlyFinding(rule: "unknown-version") }
      if source == "probe" {
        return spec_verdict.map { $0 == "accept" ? .accepted : .refused(lines: []) }
      }
      return outcome == "accepted" ? .accepted : .refused(lines: [])
    }
  }

  @Sendable static func cases() throws -> [CorpusCase] {
    try Corpus.manifest(Manifest.self, of: "tosca-parser").cases.compactMap { entry in
      entry.expectation.map {
        CorpusCase(id: entry.id, file: "tosca-parser/\(entry.input)", expectation: $0)
      }
    }
  }
}
