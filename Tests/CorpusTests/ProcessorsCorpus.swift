/// Templates of the tests and examples of other processors, and of the community's test suite for TOSCA 1.0.
enum ProcessorsCorpus {
  private struct Manifest: Decodable {
    let entries: [Entry]
  }

  private struct Entry: Decodable {
    struct Annotation: Decodable {
      let line: Int
    }

    let path: String
    let tosca_version: String?
    let verdict: String
    /// Whether it imports what is to be fetched.
    let needs_network: Bool?
    let annotated_errors: [Annotation]?
    /// One line, or several with commas between them.
    let expected_error_line: String?

    /// The lines that the template itself marks as wrong.
    ///
    /// An annotation may stand over a construct or at its end.
    var errorLines: [ClosedRange<Int>] {
      let stated = expected_error_line?.split(separator: ",").compactMap { text in
        Int(text.filter(\.isNumber)).map { $0...$0 }
      }
      return (stated ?? []) + (annotated_errors ?? []).map { $0.line - 3...$0.line + 3 }
    }

    var expectation: Expectation? {
      switch (tosca_version ?? "", verdict) {
      case ("tosca_2_0", "valid"), ("tosca_2_0", "presumed-valid"): .onlyFinding(rule: "unknown-version")
      case (let version, _) where ProcessorsCorpus.foreign.contains { version.hasPrefix($0) }: nil
      case (_, "valid") where needs_network == true, (_, "presumed-valid") where needs_network == true: nil
      case (_, "valid"), (_, "presumed-valid"): .accepted
      case (_, "reject"): .refused(lines: errorLines)
      default: nil
      }
    }
  }

  /// How the versions of languages begin that are not TOSCA 1: its successor, Cloudify's, Heat's and unfurl's.
  private static let foreign = ["tosca_2_0", "cloudify_dsl_", "20", "tosca_simple_unfurl_"]

  @Sendable static func cases() throws -> [CorpusCase] {
    try Corpus.manifest(Manifest.self, of: "tosca-processors").entries.compactMap { entry in
      entry.expectation.map {
        CorpusCase(id: entry.path, file: "tosca-processors/\(entry.path)", expectation: $0)
      }
    }
  }
}
