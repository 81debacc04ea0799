package import Diagnostics
package import YAML

extension Catalog {
  /// Reads a catalog as a user writes it: `flavors` and `images`, each a map of what they have by their names.
  ///
  ///     flavors:
  ///       m1.small: {vcpus: 1, ram: 2048, disk: 20}   # ram in MiB, disk in GiB
  ///     images:
  ///       debian-12: {architecture: x86_64, type: linux, distribution: debian, version: "12"}
  ///
  /// What cannot be read is reported and left out.
  package init(reading tree: YAMLTree, reporting log: inout DiagnosticLog) {
    var reader = CatalogReader(tree: tree, log: log)
    if let root = tree.root, !tree.isNull(root) {
      for (key, section) in reader.pairs(root, of: "a catalog") {
        switch tree.text(key) ?? "" {
        case "flavors":
          for (name, entry) in reader.pairs(section, of: "'flavors'") {
            if let flavor = reader.flavor(tree.text(name) ?? "", entry, at: name) { flavors.append(flavor) }
          }
        case "images":
          for (name, entry) in reader.pairs(section, of: "'images'") {
            images.append(reader.image(tree.text(name) ?? "", entry))
          }
        default:
          reader.log.report(
            .unknownKey(tree.text(key) ?? "", of: "a catalog", ["flavors", "images"], tree.range(key)))
        }
      }
    }
    log = reader.log
  }
}

private struct CatalogReader {
  let tree: YAMLTree
  var log: DiagnosticLog

  private static let numbers = ["vcpus", "ram", "disk"]
  private static let texts = ["architecture", "type", "distribution", "version"]

  /// The pairs of a map; nothing is one without any.
  mutating func pairs(_ index: YAMLTree.Index, of what: String) -> YAMLTree.Pairs {
    if tree.kind(index) != .mapping, !tree.isNull(index) {
      log.report(.noMap(what, tree.range(index)))
    }
    return tree.pairs(index)
  }

  mutating func flavor(_ name: String, _ index: YAMLTree.Index, at place: YAMLTree.Index) -> Catalog.Flavor? {
    let what = "flavor '\(name)'"
    var numbers: [String: Int] = [:]
    var isReadable = true
    for (key, value) in pairs(index, of: what) {
      let word = tree.text(key) ?? ""
      guard Self.numbers.contains(word) else {
        log.report(.unknownKey(word, of: what, Self.numbers, tree.range(key)))
        continue
      }
      if case .integer(let number)? = tree.scalar(value), number >= 0 {
        numbers[word] = number
      } else {
        log.report(.noAmount(word, of: what, tree.range(value)))
        isReadable = false
      }
    }
    guard isReadable, tree.kind(index) == .mapping || tree.isNull(index) else { return nil }
    guard let vcpus = numbers["vcpus"], let ram = numbers["ram"], let disk = numbers["disk"] else {
      let missing = Self.numbers.first { numbers[$0] == nil } ?? ""
      log.report(.missingKey(missing, of: what, tree.range(place)))
      return nil
    }
    return Catalog.Flavor(name: name, vcpus: vcpus, ram: ram, disk: disk)
  }

  mutating func image(_ name: String, _ index: YAMLTree.Index) -> Catalog.Image {
    let what = "image '\(name)'"
    var image = Catalog.Image(name: name)
    for (key, value) in pairs(index, of: what) {
      let word = tree.text(key) ?? ""
      guard Self.texts.contains(word) else {
        log.report(.unknownKey(word, of: what, Self.texts, tree.range(key)))
        continue
      }
      // The text as it is written: the version 12.10 is not 12.1.
      guard let text = tree.text(value) else {
        log.report(.noWord(word, of: what, tree.range(value)))
        continue
      }
      guard !tree.isNull(value) else { continue }
      switch word {
      case "architecture": image.architecture = text
      case "type": image.type = text
      case "distribution": image.distribution = text
      default: image.version = text
      }
    }
    return image
  }
}

extension Diagnostic {
  fileprivate static func noMap(_ what: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "wrong-form", "\(what) must be a map", at: range)
  }

  fileprivate static func noWord(_ key: String, of what: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "wrong-form", "'\(key)' of \(what) must be a plain word", at: range)
  }

  fileprivate static func noAmount(_ key: String, of what: String, _ range: SourceRange) -> Diagnostic {
    let unit = ["ram": " of MiB", "disk": " of GiB"][key] ?? ""
    return Diagnostic(
      .error, "wrong-form", "'\(key)' of \(what) must be a whole number\(unit), 0 or more", at: range)
  }

  fileprivate static func missingKey(_ key: String, of what: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "missing-keyname", "\(what) has no '\(key)'", at: range)
  }

  fileprivate static func unknownKey(
    _ key: String, of what: String, _ known: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-key", "'\(key)' is not a key of \(what)", at: range,
      suggestion: nearestSpelling(to: key, among: known))
  }
}
