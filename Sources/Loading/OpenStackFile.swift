package import Diagnostics

extension TemplateSource {
  /// The file, when it is no TOSCA but a HOT template or the spec of a Senlin profile or policy.
  package var openStackFile: SourceFile? {
    guard let file, isOpenStack(file) else { return nil }
    return file
  }
}

/// Whether a file has the keys of a HOT template or of a Senlin spec at the beginning of lines, and not those of TOSCA.
func isOpenStack(_ source: SourceFile) -> Bool {
  let words = topWords(
    of: source, ["tosca_definitions_version", "heat_template_version", "type", "version", "properties"])
  guard !words.contains("tosca_definitions_version") else { return false }
  return words.contains("heat_template_version") || words.isSuperset(of: ["type", "version", "properties"])
}

/// The words among `words` that a line of the file begins with.
func topWords(of source: SourceFile, _ words: [String]) -> Set<String> {
  var found: Set<String> = []
  for line in source.bytes.split(separator: UInt8(ascii: "\n")) {
    let start = line.drop { $0 > 0x7F || #"{"' "#.utf8.contains($0) }
    // A key that stands further in belongs to another one, unless the file begins with a brace.
    guard start.startIndex == line.startIndex || line.first != UInt8(ascii: " ") else { continue }
    let word = start.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    for candidate in words where word.elementsEqual(candidate.utf8) { found.insert(candidate) }
  }
  return found
}
