/// The findings of a run and the files they are about.
package struct DiagnosticLog: Sendable {
  package private(set) var files: ContiguousArray<SourceFile> = []
  package private(set) var findings: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  /// How many findings are kept; nobody reads more, and a stranger's template may have any number.
  package static let limit = 1000

  package init() {}

  /// Registers a file, so that findings can point into it.
  package mutating func add(_ file: SourceFile) -> SourceFile.ID {
    files.append(file)
    return SourceFile.ID(index: Int32(files.count - 1))
  }

  package subscript(file file: SourceFile.ID) -> SourceFile {
    files[Int(file.index)]
  }

  /// Takes a finding; the same one reported twice counts once.
  ///
  /// Beyond the limit one finding of each severity stands for those that are not kept.
  package mutating func report(_ finding: Diagnostic) {
    guard findings.count >= Self.limit else {
      if seen.insert(finding).inserted { findings.append(finding) }
      return
    }
    let isSaid = findings.dropFirst(Self.limit).contains { $0.severity == finding.severity }
    if !isSaid { findings.append(.tooMany(like: finding)) }
  }

  /// Makes warnings of the errors that were found after the first `count` findings.
  package mutating func soften(from count: Int) {
    for offset in findings.indices.dropFirst(count) where findings[offset].severity == .error {
      findings[offset].severity = .warning
    }
  }

  /// Gives each finding that has none the path of its place in the document.
  package mutating func fillPaths(_ path: (SourceRange) -> String) {
    for offset in findings.indices where findings[offset].path == nil {
      let found = path(findings[offset].range)
      findings[offset].path = found.isEmpty ? nil : found
    }
  }

  /// The findings by file, place and code, so that the order does not depend on the order of the phases.
  package var sorted: [Diagnostic] {
    findings.sorted { left, right in
      (left.range.file.index, left.range.start, left.code.name, left.message)
        < (right.range.file.index, right.range.start, right.code.name, right.message)
    }
  }

  package func count(_ severity: Diagnostic.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  package var hasErrors: Bool {
    findings.contains { $0.severity == .error }
  }
}

extension Diagnostic {
  fileprivate static func tooMany(like finding: Diagnostic) -> Diagnostic {
    var marker = Diagnostic(
      .error, "too-many-findings",
      "there are over \(DiagnosticLog.limit) findings; this one and the like of it are not shown",
      at: finding.range)
    marker.severity = finding.severity
    return marker
  }
}
