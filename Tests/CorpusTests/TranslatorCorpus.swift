/// Inputs of heat-translator, with the values that its tests give for the templates' inputs.
enum TranslatorCorpus {
  private struct Manifest: Decodable {
    let cases: [Entry]
  }

  private struct Entry: Decodable {
    let id: String
    let input: String
    let parameters: [String: String]
    let errors: [String]?
    let error_class: String?
    /// What an older parser makes of it where the newer one refuses it.
    let emitted_parser_2_12: [String]?

    /// Whether the parser refuses the template, and not only the translator; tosca-parser 2.13 and later refuse NFV
    /// connection points for a reason of their own.
    var isRefused: Bool {
      guard emitted_parser_2_12 == nil, let error_class else { return false }
      if error_class.hasPrefix("yaml.") { return true }
      let reasons = (errors ?? []).filter { reason in
        !reason.contains("wrong number of occurrences") && !reason.hasPrefix("NotImplementedError")
      }
      return error_class.hasSuffix(".ValidationError") && !reasons.isEmpty
    }
  }

  @Sendable static func cases() throws -> [CorpusCase] {
    try Corpus.manifest(Manifest.self, of: "heat-translator").cases.map { entry in
      CorpusCase(
        id: entry.id, file: "heat-translator/\(entry.input)",
        expectation: entry.isRefused ? .refused(lines: []) : .accepted, inputs: entry.parameters)
    }
  }
}
