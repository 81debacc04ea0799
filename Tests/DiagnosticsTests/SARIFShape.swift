import Foundation

/// What the schema of SARIF 2.1.0 demands of the objects that are written here.
///
/// The objects of the schema take no other keys than its own, so an object is described by all of its keys that may
/// be written and those that must be there.
indirect enum SARIFShape: Sendable {
  case text
  case uri
  case number(atLeast: Int)
  case word([String])
  case list(SARIFShape, isUnique: Bool)
  case map(SARIFShape)
  case object(required: Set<String>, [String: SARIFShape])

  static let log = SARIFShape.object(
    required: ["version", "runs"],
    ["$schema": .uri, "version": .word(["2.1.0"]), "runs": .list(run, isUnique: false)])

  private static let run = SARIFShape.object(
    required: ["tool"],
    [
      "tool": .object(required: ["driver"], ["driver": driver]),
      "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]), "results": .list(result, isUnique: false),
    ])

  private static let driver = SARIFShape.object(
    required: ["name"], ["name": .text, "semanticVersion": .text, "rules": .list(descriptor, isUnique: true)])

  private static let descriptor = SARIFShape.object(
    required: ["id"],
    [
      "id": .text, "shortDescription": multiformat, "fullDescription": multiformat, "help": multiformat,
      "defaultConfiguration": .object(required: [], ["level": level]),
      "properties": .object(required: [], ["tags": .list(.text, isUnique: true)]),
    ])

  private static let result = SARIFShape.object(
    required: ["message"],
    [
      "ruleId": .text, "ruleIndex": .number(atLeast: -1), "level": level, "message": message,
      "locations": .list(location, isUnique: false), "relatedLocations": .list(location, isUnique: true),
      "partialFingerprints": .map(.text),
    ])

  private static let location = SARIFShape.object(
    required: [],
    [
      "id": .number(atLeast: -1), "message": message,
      "physicalLocation": .object(
        required: [],
        [
          "artifactLocation": .object(required: [], ["uri": .uri, "uriBaseId": .text]),
          "region": .object(
            required: [],
            [
              "startLine": .number(atLeast: 1), "startColumn": .number(atLeast: 1),
              "endLine": .number(atLeast: 1), "endColumn": .number(atLeast: 1),
            ]),
        ]),
      "logicalLocations": .list(
        .object(required: [], ["fullyQualifiedName": .text]), isUnique: true),
    ])

  private static let level = SARIFShape.word(["none", "note", "warning", "error"])
  private static let message = SARIFShape.object(required: [], ["text": .text, "markdown": .text])
  private static let multiformat = SARIFShape.object(required: ["text"], ["text": .text, "markdown": .text])

  /// Where a value is not of the shape, each place with its path.
  func troubles(_ value: Any, at path: String = "$") -> [String] {
    switch self {
    case .text:
      return value is String ? [] : ["\(path) is no text"]
    case .uri:
      let reference = /(?:[a-z]+:\/\/)?(?:[A-Za-z0-9\-._~\/]|%[0-9A-F]{2})*/
      return (value as? String)?.wholeMatch(of: reference) != nil
        ? [] : ["\(path) is no URI reference: \(value)"]
    case .number(let least):
      return (value as? Int).map { $0 >= least } == true ? [] : ["\(path) is no number from \(least)"]
    case .word(let words):
      return (value as? String).map(words.contains) == true ? [] : ["\(path) is none of \(words)"]
    case .list(let item, let isUnique):
      guard let items = value as? [Any] else { return ["\(path) is no list"] }
      let isRepeated = isUnique && Set(items.map { "\($0)" }).count < items.count
      return (isRepeated ? ["\(path) repeats an item"] : [])
        + items.enumerated().flatMap { item.troubles($1, at: "\(path)[\($0)]") }
    case .map(let item):
      guard let entries = value as? [String: Any] else { return ["\(path) is no map"] }
      return entries.flatMap { item.troubles($1, at: "\(path).\($0)") }
    case .object(let required, let known):
      guard let entries = value as? [String: Any] else { return ["\(path) is no object"] }
      let missing = required.subtracting(entries.keys).map { "\(path) has no \($0)" }
      return missing
        + entries.flatMap { key, value in
          known[key]?.troubles(value, at: "\(path).\(key)") ?? ["\(path) may not have \(key)"]
        }
    }
  }
}
