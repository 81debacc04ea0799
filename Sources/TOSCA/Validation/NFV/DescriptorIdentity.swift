import Diagnostics

extension ValidationRule {
  /// A descriptor has an identity of its own, and the languages it speaks (SOL 001, 6.8.1, 7.8.1 and 8.4.1).
  static let descriptorIdentity = ValidationRule("descriptor-id", "default-language") { topology, log in
    for (kind, properties) in identities {
      for id in topology.nodes(ofKind: kind) {
        for property in properties {
          guard let word = topology[id][property: property]?.word, !isUUID(word.text) else { continue }
          log.report(.descriptorID(word, property))
        }
      }
    }
    for id in topology.nodes(ofKind: "tosca.nodes.nfv.VNF") {
      let node = topology[id]
      guard let word = node[property: "default_localization_language"]?.word,
        let languages = node[property: "localization_languages"]?.items?.compactMap(\.text),
        !languages.contains(word.text)
      else { continue }
      log.report(.defaultLanguage(word, languages))
    }
  }

  private static let identities = [
    ("tosca.nodes.nfv.VNF", ["descriptor_id"]),
    ("tosca.nodes.nfv.NS", ["descriptor_id", "invariant_id"]),
    ("tosca.nodes.nfv.PNF", ["descriptor_id", "descriptor_invariant_id"]),
  ]

  /// Whether a text is a UUID (RFC 9562, 4): groups of 8, 4, 4, 4 and 12 hexadecimal digits.
  private static func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy { Character(UnicodeScalar($0)).isHexDigit } }
  }
}

extension Diagnostic {
  fileprivate static func descriptorID(_ word: TOSCADocument.Word, _ property: String) -> Diagnostic {
    Diagnostic(
      .info, "descriptor-id",
      "'\(property)' is '\(word.text)'; a UUID such as 'b1bb0ce7-ebca-4fa7-95ed-4840d7000000' is unique everywhere",
      at: word.range)
  }

  fileprivate static func defaultLanguage(_ word: TOSCADocument.Word, _ languages: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "default-language", "'\(word.text)' is none of the 'localization_languages'", at: word.range,
      suggestion: nearestSpelling(to: word.text, among: languages))
  }
}
