import Diagnostics
import Foundation
import Loading
import OpenStack
import TOSCA
import Translation

/// A template of a corpus that another tool translates, or tries to.
struct TranslatedTemplate: Sendable {
  let corpus: String
  let id: String
  let path: String
  /// Values for the template's inputs, as YAML.
  var inputs: [String: String] = [:]
  /// A file with such values.
  var inputFile: String?
  /// The main template that the other tool's authors say it becomes.
  var expected: String?
  /// Whether the other tool makes a template of it.
  var isTranslatedByOthers = false

  /// The files of its translation by name, with the errors of the template; or the errors for which there is none.
  enum Outcome: Sendable {
    case files([String: [UInt8]], errors: [String])
    case refused([String])
  }

  /// Translates it as the command does.
  func translated(_ options: TranslationOptions) -> Outcome {
    var log = DiagnosticLog()
    var sources = inputs.sorted { $0.key < $1.key }.map { name, text in
      Translation.optionalInputs.contains(name)
        ? InputSource.optional(name: name, text: text) : .value(name: name, text: text)
    }
    do {
      if let inputFile { sources.append(.file(try FileLoader.read(inputFile))) }
      let template = try TemplateSource.one(at: path, within: LoadingBounds(mayLeaveFolder: true))
      let topology = template.readTopology(inputs: sources, reporting: &log)
      let translation = topology.flatMap { translate($0, options, reporting: &log) }
      let errors = log.sorted.filter { $0.severity == .error }.map { "\($0.code.name): \($0.message)" }
      guard let translation else { return .refused(errors) }
      // The scripts that the templates name are not among the corpora; what is in them is not looked at.
      let scripts = translation.attachments.map { ($0.name, Array("{}\n".utf8)) }
      let files = Dictionary(translation.files.map { ($0.name, $0.bytes) } + scripts) { first, _ in first }
      return .files(files, errors: errors)
    } catch {
      return .refused([error.message])
    }
  }
}

extension TranslatedTemplate {
  private struct TranslatorManifest: Decodable {
    struct Entry: Decodable {
      let id: String
      let input: String
      let parameters: [String: String]
      let main: String
      let expected: [String]?
      let emitted: [String]?
      let emitted_parser_2_12: [String]?
    }

    let cases: [Entry]
  }

  private struct TackerManifest: Decodable {
    struct Expected: Decodable {
      struct Files: Decodable {
        let main: String?
      }

      let files: Files?
    }

    struct Entry: Decodable {
      let id: String
      let path: String
      let main: String
      let params: String?
      let expected: Expected?
    }

    let entries: [Entry]
  }

  /// What heat-translator was given.
  static func ofTranslator() throws -> [TranslatedTemplate] {
    let folder = Corpus.folder.appending(path: "heat-translator").path
    return try Corpus.manifest(TranslatorManifest.self, of: "heat-translator").cases.map { entry in
      let main = entry.expected?.first { $0.hasSuffix("/" + entry.main) } ?? entry.expected?.first
      return TranslatedTemplate(
        corpus: "heat-translator", id: entry.id, path: "\(folder)/\(entry.input)", inputs: entry.parameters,
        expected: main.map { "\(folder)/\($0)" },
        isTranslatedByOthers: entry.emitted != nil || entry.emitted_parser_2_12 != nil)
    }
  }

  /// The descriptors and packages of Tacker and of other NFV projects.
  static func ofTacker() throws -> [TranslatedTemplate] {
    try Corpus.manifest(TackerManifest.self, of: "tacker").entries.map { entry in
      let folder = Corpus.folder.appending(path: "tacker/\(entry.path)").path
      let main = entry.expected?.files?.main
      return TranslatedTemplate(
        corpus: "tacker", id: entry.id, path: "\(folder)/\(entry.main)",
        inputFile: entry.params.map { "\(folder)/\($0)" }, expected: main.map { "\(folder)/\($0)" },
        isTranslatedByOthers: main != nil)
    }
  }

  static func all() throws -> [TranslatedTemplate] {
    try ofTranslator() + ofTacker()
  }
}
