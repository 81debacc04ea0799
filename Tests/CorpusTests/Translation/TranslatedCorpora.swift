import Diagnostics
import Foundation
import Loading
import OpenStack
import Testing
import Translation
import YAML

/// Everything in the corpora, translated once under some options.
struct TranslatedCorpora: Sendable {
  /// Options under which the corpora are translated.
  enum Choice: String, CaseIterable, CustomTestStringConvertible {
    /// What the command does when nothing is asked of it.
    case plain = "nothing chosen"
    /// The clusters of Senlin.
    case senlin = "--driver senlin"
    /// What heat-translator does.
    case pairs = "--driver heat --lifecycle deployments --catalog catalog.yaml"

    var testDescription: String { rawValue }

    var options: TranslationOptions {
      get throws {
        var options = TranslationOptions()
        options.setsDefaults = true
        options.keepsGoing = true
        switch self {
        case .plain: break
        case .senlin: options.driver = .senlin
        case .pairs:
          options.driver = .heat
          options.lifecycle = .deployments
          options.catalog = try TranslatedCorpora.catalog
        }
        return options
      }
    }
  }

  /// The flavors and images that the corpus was translated with.
  private static var catalog: Catalog {
    get throws {
      var log = DiagnosticLog()
      let source = try FileLoader.read(Corpus.folder.appending(path: "heat-translator/catalog.yaml").path)
      let tree = YAMLTree(parsing: source.bytes, file: log.add(source), reporting: &log)
      return Catalog(reading: tree, reporting: &log)
    }
  }

  struct Member: Sendable {
    let template: TranslatedTemplate
    let outcome: TranslatedTemplate.Outcome

    var name: String { "\(template.corpus) \(template.id)" }
  }

  let members: [Member]

  private static let plain = Result { try TranslatedCorpora(.plain) }
  private static let senlin = Result { try TranslatedCorpora(.senlin) }
  private static let pairs = Result { try TranslatedCorpora(.pairs) }

  static func under(_ choice: Choice) throws -> TranslatedCorpora {
    switch choice {
    case .plain: try plain.get()
    case .senlin: try senlin.get()
    case .pairs: try pairs.get()
    }
  }

  private init(_ choice: Choice) throws {
    let options = try choice.options
    members = try TranslatedTemplate.all().map { Member(template: $0, outcome: $0.translated(options)) }
  }
}
