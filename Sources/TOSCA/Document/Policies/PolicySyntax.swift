import Diagnostics
import YAML

/// A policy as it is written (TOSCA Simple Profile 1.3, 3.8.6).
struct PolicySyntax: Sendable {
  let name: TOSCADocument.Word
  var type: TOSCADocument.Word?
  /// Whether there is a type that is no word, or under a misspelt key, which was reported.
  var isTypeMalformed = false
  var description: String?
  /// nil when the policy has no `targets` of its own.
  var targets: [TOSCADocument.Word]?
  var properties: [Assignment] = []
  var triggers: [Trigger] = []
  /// What happens at the start and the end of a lease, which Tacker's policies have beside the properties.
  var reservation: PropertyValue?
  var unreadKeys: [TOSCADocument.Word] = []
  /// Whether the targets could not be read, or stand under a misspelt key, which was reported.
  private(set) var areTargetsMalformed = false

  private static let keys: Keynames = [
    "type", "description", "metadata", "properties", "targets", "triggers",
  ]
  /// Keys that Tacker's policies have beside those of TOSCA.
  private static let extensions = ["driver", "reservation"]

  /// Reads the section `policies`: a list of maps with one key, or (tolerated) a map of policies.
  static func readAll(_ index: YAMLTree.Index, reader: inout SectionReader) -> [PolicySyntax] {
    let tree = reader.tree
    let isMap = tree.kind(index) == .mapping
    if isMap { reader.log.report(.policiesAsMap(tree.range(index)).asWarning(if: reader.isNFV)) }
    let maps = isMap ? [index] : reader.items(index, of: "'policies'")
    return maps.flatMap { map -> [PolicySyntax] in
      let pairs = reader.pairs(map, of: "an item of 'policies'")
      if let name = unnestedName(pairs, tree) {
        reader.log.report(.policyNotNested(reader.word(name), keys: pairs.count))
        return [PolicySyntax(reader.word(name), keys: Array(pairs.dropFirst()), reader: &reader)]
      }
      return pairs.map { name, value in
        let word = reader.word(name)
        return PolicySyntax(
          word, keys: reader.pairs(value, of: "policy '\(word.text)'"), reader: &reader)
      }
    }
  }

  /// The name of a policy whose keys stand beside the name and not under it.
  private static func unnestedName(
    _ pairs: [(key: YAMLTree.Index, value: YAMLTree.Index)], _ tree: YAMLTree
  ) -> YAMLTree.Index? {
    guard pairs.count > 1, tree.isNull(pairs[0].value) else { return nil }
    let known = keys.names + extensions
    return pairs.dropFirst().allSatisfy { known.contains(tree.text($0.key) ?? "") } ? pairs[0].key : nil
  }

  private init(
    _ name: TOSCADocument.Word, keys: [(key: YAMLTree.Index, value: YAMLTree.Index)],
    reader: inout SectionReader
  ) {
    self.name = name
    let tree = reader.tree
    for (key, value) in keys {
      switch tree.text(key) ?? "" {
      case "type":
        type = reader.word(value, of: "the type of policy '\(name.text)'")
        isTypeMalformed = type == nil
      case "description": description = reader.description(value, of: "policy '\(name.text)'")
      case "properties":
        properties += reader.assignments(value, of: "the properties of policy '\(name.text)'")
      case "targets":
        targets = reader.words(value, of: "the targets of policy '\(name.text)'")
        areTargetsMalformed = targets?.isEmpty == true && !reader.isEmpty(value)
      case "triggers":
        triggers = reader.pairs(value, of: "the triggers of policy '\(name.text)'").map { key, value in
          Trigger(reader.word(key), reading: value, reader: &reader)
        }
      case "driver":
        let word = reader.word(key)
        reader.log.report(.driverBesideProperties(word))
        properties.append(Assignment(name: word, value: PropertyValue(tree, value)))
      case "metadata": _ = reader.pairs(value, of: "the metadata of policy '\(name.text)'")
      case "reservation":
        reservation = PropertyValue(tree, value)
        unreadKeys.append(reader.word(key))
      default:
        _ = reader.isKnown(key, of: "policy '\(name.text)'", Self.keys)
        // One mistake is enough: what stands under a misspelt key is read as it is meant.
        if nearestSpelling(to: tree.text(key) ?? "", among: Self.keys.names) == "targets" {
          targets = targets ?? reader.words(value, of: "the targets of policy '\(name.text)'")
        }
      }
    }
    areTargetsMalformed =
      areTargetsMalformed || reader.misspells("targets", keys.map(\.key), known: Self.keys)
    let isMisspelt = reader.misspells("type", keys.map(\.key), known: Self.keys)
    isTypeMalformed = isTypeMalformed || type == nil && isMisspelt
  }
}

extension Diagnostic {
  fileprivate static func policyNotNested(_ name: TOSCADocument.Word, keys: Int) -> Diagnostic {
    Diagnostic(
      .error, "policy-not-nested",
      "the keys of policy '\(name.text)' stand beside its name, so the list item has \(keys) keys and the first is "
        + "empty; indent them to stand under '\(name.text)'", at: name.range)
  }

  fileprivate static func policiesAsMap(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "policies-as-map", "'policies' is a map here; TOSCA has a list of maps with one key",
      at: range)
  }

  fileprivate static func driverBesideProperties(_ key: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "policy-driver-key",
      "'driver' is not a key of a TOSCA policy; it is read as the property 'driver' and belongs under 'properties'",
      at: key.range)
  }
}
