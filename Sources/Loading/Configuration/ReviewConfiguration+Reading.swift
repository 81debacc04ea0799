package import Diagnostics
package import TOSCA
import YAML

extension ReviewConfiguration {
  /// Reads a configuration file; what is wrong in it is a finding, and the rest counts.
  ///
  /// - Throws: when the file itself cannot be read.
  package init(
    at path: String, knownRules: KnownRules = .all, reporting log: inout DiagnosticLog
  ) throws(LoadingError) {
    let source = try FileLoader.read(path)
    let shown = AbsolutePath(path)?.shown ?? path
    let folder = AbsolutePath(path)?.folder ?? .working
    self.init(
      reading: SourceFile(name: shown, bytes: source.bytes), folder: folder, knownRules: knownRules,
      reporting: &log)
  }

  private init(
    reading source: SourceFile, folder: AbsolutePath, knownRules: KnownRules,
    reporting log: inout DiagnosticLog
  ) {
    self.init(folder: folder)
    let file = log.add(source)
    let tree = YAMLTree(parsing: source.bytes, file: file, reporting: &log)
    if let root = tree.root {
      var reader = ConfigurationReader(tree: tree, knownRules: knownRules, configuration: self, log: log)
      reader.read(root)
      (self, log) = (reader.configuration, reader.log)
    }
    log.fillPaths { tree.path(at: $0.start) }
  }
}

/// The state of the reading of one configuration file.
private struct ConfigurationReader {
  private static let keys = ["rules", "ignore", "profile", "baseline"]
  private static let ignoreKeys = ["rule", "path"]

  let tree: YAMLTree
  let knownRules: KnownRules
  var configuration: ReviewConfiguration
  var log: DiagnosticLog

  mutating func read(_ root: YAMLTree.Index) {
    for (key, value) in pairs(root, of: "the configuration") {
      switch tree.text(key) {
      case "rules": readLevels(value)
      case "ignore": readIgnored(value)
      case "profile": readProfile(value)
      case "baseline":
        if let name = word(value, of: "'baseline'") {
          configuration.baseline = name.hasPrefix("/") ? name : configuration.folder.appending(name)
        }
      default: report(.unknownKey(text(key), "a configuration", Self.keys, tree.range(key)))
      }
    }
  }

  private mutating func readLevels(_ index: YAMLTree.Index) {
    for (key, value) in pairs(index, of: "'rules'") {
      guard let rule = rule(key), let word = word(value, of: "the severity of '\(rule)'") else { continue }
      if let level = FindingPolicy.Level(rawValue: word) {
        configuration.levels[rule] = level
      } else {
        report(.unknownSeverity(word, tree.range(value)))
      }
    }
  }

  private mutating func readIgnored(_ index: YAMLTree.Index) {
    guard tree.kind(index) == .sequence else {
      if !tree.isNull(index) { report(.wrongForm("'ignore'", "a list", found(index), tree.range(index))) }
      return
    }
    for item in tree.items(index) {
      guard tree.kind(item) == .mapping else {
        if let rule = rule(item) { configuration.ignored.insert(rule) }
        continue
      }
      for (key, _) in tree.pairs(item) where !Self.ignoreKeys.contains(text(key)) {
        report(.unknownKey(text(key), "an item of 'ignore'", Self.ignoreKeys, tree.range(key)))
      }
      guard let name = tree.value(item, "rule") else {
        report(.wrongForm("an item of 'ignore'", "a rule or have a 'rule'", "one without", tree.range(item)))
        continue
      }
      guard let rule = rule(name) else { continue }
      guard let path = tree.value(item, "path") else {
        configuration.ignored.insert(rule)
        continue
      }
      if let pattern = word(path, of: "'path'") {
        configuration.ignoredInFiles.append(.init(rule: rule, pattern: PathPattern(pattern)))
      }
    }
  }

  private mutating func readProfile(_ index: YAMLTree.Index) {
    guard let name = word(index, of: "'profile'") else { return }
    configuration.profile = ReviewProfile.named(name)
    if configuration.profile == nil { report(.unknownProfile(name, tree.range(index))) }
  }

  // MARK: Forms

  private mutating func pairs(
    _ index: YAMLTree.Index, of what: String
  ) -> [(key: YAMLTree.Index, value: YAMLTree.Index)] {
    if tree.kind(index) != .mapping, !tree.isNull(index) {
      report(.wrongForm(what, "a map", found(index), tree.range(index)))
    }
    return Array(tree.pairs(index))
  }

  private mutating func word(_ index: YAMLTree.Index, of what: String) -> String? {
    guard let text = tree.text(index), !tree.isNull(index), !text.isEmpty else {
      report(.wrongForm(what, "a word", found(index), tree.range(index)))
      return nil
    }
    return text
  }

  /// The name of a rule; an unknown one is reported.
  private mutating func rule(_ index: YAMLTree.Index) -> String? {
    guard let name = word(index, of: "a rule") else { return nil }
    guard knownRules.contains(name) else {
      report(.unknownRule(name, knownRules, tree.range(index)))
      return nil
    }
    return name
  }

  private func text(_ index: YAMLTree.Index) -> String { tree.text(index) ?? "" }

  private func found(_ index: YAMLTree.Index) -> String {
    switch tree.kind(index) {
    case .mapping: "a map"
    case .sequence: "a list"
    case .scalar: tree.isNull(index) || text(index).isEmpty ? "nothing" : "'\(text(index))'"
    }
  }

  private mutating func report(_ finding: Diagnostic) { log.report(finding) }
}

extension Diagnostic {
  fileprivate static func unknownKey(
    _ key: String, _ what: String, _ known: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-key", "'\(key)' is not a key of \(what)", at: range,
      suggestion: nearestSpelling(to: key, among: known))
  }

  fileprivate static func unknownRule(_ rule: String, _ known: KnownRules, _ range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-rule", "'\(rule)' is not a rule", at: range, suggestion: known.nearest(to: rule))
  }

  fileprivate static func unknownSeverity(_ word: String, _ range: SourceRange) -> Diagnostic {
    let known = FindingPolicy.Level.allCases.map(\.rawValue)
    return Diagnostic(
      .error, "unknown-severity", "'\(word)' is not a severity; there are \(known.joined(separator: ", "))",
      at: range, suggestion: nearestSpelling(to: word, among: known))
  }

  fileprivate static func unknownProfile(_ word: String, _ range: SourceRange) -> Diagnostic {
    let known = ReviewProfile.all.map(\.name)
    return Diagnostic(
      .error, "unknown-profile", "'\(word)' is not a profile; there are \(known.joined(separator: ", "))",
      at: range, suggestion: nearestSpelling(to: word, among: known))
  }

  fileprivate static func wrongForm(
    _ what: String, _ wanted: String, _ found: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(.error, "wrong-form", "\(what) must be \(wanted), not \(found)", at: range)
  }
}
