extension SARIFLog {
  /// Collects the findings of several logs into one run; only the rules that they name are described.
  package init(_ logs: [DiagnosticLog], toolVersion: String) {
    let findings = ReportedFinding.all(of: logs)
    let rules = Set(findings.map(\.finding.code.name)).sorted()
    let places = Dictionary(rules.enumerated().map { ($1, $0) }) { first, _ in first }
    let results = findings.map { Result($0, ruleIndex: places[$0.finding.code.name] ?? 0) }
    let driver = Driver(semanticVersion: toolVersion, rules: rules.map(Descriptor.init))
    runs = [Run(tool: Tool(driver: driver), results: results)]
  }
}

extension SARIFLog.Descriptor {
  init(_ id: String) {
    self.id = id
    guard let rule = Rule.named(id) else { return }
    shortDescription = SARIFLog.Message(text: rule.summary)
    fullDescription = SARIFLog.Message(text: rule.explanation.isEmpty ? rule.summary : rule.explanation)
    help = SARIFLog.Message(text: rule.terminalText(), markdown: rule.page)
    defaultConfiguration = SARIFLog.Configuration(level: rule.severity.sarifLevel)
    properties = SARIFLog.Properties(tags: ["tosca", rule.category.rawValue])
  }
}

extension SARIFLog.Result {
  init(_ reported: ReportedFinding, ruleIndex: Int) {
    let finding = reported.finding
    ruleId = finding.code.name
    self.ruleIndex = ruleIndex
    level = finding.severity.sarifLevel
    message = SARIFLog.Message(literally: finding.message)
    var location = SARIFLog.Location(reported.file, finding.range)
    location.logicalLocations = finding.path.map { [SARIFLog.LogicalLocation(fullyQualifiedName: $0)] }
    locations = [location]
    let notes = zip(finding.notes, reported.noteFiles).enumerated().map { offset, note in
      var location = SARIFLog.Location(note.1, note.0.range)
      location.id = offset + 1
      location.message = SARIFLog.Message(literally: note.0.message)
      return location
    }
    relatedLocations = notes.isEmpty ? nil : notes
    partialFingerprints = ["ruleAndPath/v1": reported.fingerprint]
  }
}

extension SARIFLog.Message {
  /// A message without placeholders and links (3.11.5, 3.11.6): what looks like one came from a template.
  init(literally text: String) {
    var plain = text.replacing("{", with: "{{").replacing("}", with: "}}")
    if plain.contains("](") {
      plain = plain.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    }
    self.init(text: plain)
  }
}

extension SARIFLog.Location {
  init(_ file: String, _ range: SourceRange) {
    var region = SARIFLog.Region(startLine: range.start.line, startColumn: range.start.column)
    if range.end > range.start {
      region.endLine = range.end.line
      region.endColumn = range.end.column
    }
    physicalLocation = SARIFLog.PhysicalLocation(
      artifactLocation: SARIFLog.ArtifactLocation(path: file), region: region)
  }
}

extension SARIFLog.ArtifactLocation {
  /// A path as a URI reference: relative to the root of the sources, unless it leads out of them.
  init(path: String) {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let encoded = parts.map(percentEncoded).joined(separator: "/")
    uri = path.hasPrefix("/") ? "file:///" + encoded : encoded
    uriBaseId = path.hasPrefix("/") || parts.first == ".." ? nil : "%SRCROOT%"
  }
}

extension Diagnostic.Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
