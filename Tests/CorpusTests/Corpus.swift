import Foundation
import Testing

/// Templates of other projects with what is known about them; they lie beside the checkout.
struct Corpus: Sendable, CustomTestStringConvertible {
  let name: String
  let cases: @Sendable () throws -> [CorpusCase]

  var testDescription: String { name }

  /// Every corpus, each with its section in `disagreements.md`.
  static let all: [Corpus] = [
    Corpus(name: "tacker", cases: TackerCorpus.legacy),
    Corpus(name: "sol001", cases: TackerCorpus.external),
    Corpus(name: "tosca-processors", cases: ProcessorsCorpus.cases),
    Corpus(name: "tosca-parser", cases: ParserCorpus.cases),
    Corpus(name: "heat-translator", cases: TranslatorCorpus.cases),
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder with a folder for each corpus.
  static let folder = root.deletingLastPathComponent().appending(path: "shared/corpus")

  static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "tacker").path)

  /// The list of what the corpora and the program disagree about.
  static let disagreements = root.appending(path: "Tests/CorpusTests/disagreements.md")

  /// The manifest of a corpus.
  static func manifest<Manifest: Decodable>(_ type: Manifest.Type, of name: String) throws -> Manifest {
    let file = folder.appending(path: "\(name)/manifest.json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}

/// One template of a corpus with what its manifest says about it.
struct CorpusCase: Sendable {
  /// The name in the manifest, and in `disagreements.md`.
  let id: String
  /// The template or package, from the folder of all corpora.
  let file: String
  let expectation: Expectation
  /// Values for the template's inputs, as YAML.
  var inputs: [String: String] = [:]

  var path: String { Corpus.folder.appending(path: file).path }
}

/// What a corpus expects of a reader.
enum Expectation: Sendable, Equatable {
  /// There is no error.
  case accepted
  /// There are errors; one of them stands in one of the ranges of lines, if any are known.
  case refused(lines: [ClosedRange<Int>])
  /// There are errors, one of this rule among them.
  case refusedFor(rule: String)
  /// There is one error, of this rule, and nothing else.
  case onlyFinding(rule: String)
}
