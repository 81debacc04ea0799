import ArgumentParser
import Diagnostics
import Loading

/// Which findings are known.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Hide the findings that this file has from an earlier run.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings to this file, for '--baseline'.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  func validate() throws {
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("--baseline and --write-baseline contradict each other; give one of them")
    }
  }
}

/// The baselines of one run: those that are read, or the one that is written.
struct Baselines {
  /// A baseline with what is left of it when findings were hidden.
  private struct Known {
    var rest: Baseline
    let folder: AbsolutePath
    /// The files whose findings were all compared.
    var checkedFiles: Set<String> = []

    init(_ path: String) throws(Failure) {
      rest = try Baseline(at: path)
      folder = Baselines.folder(of: path)
    }
  }

  private let options: BaselineOptions
  private var known: [String: Known] = [:]
  private var written = Baseline()
  private var hiddenCount = 0
  private var writtenCount = 0

  init(_ options: BaselineOptions) {
    self.options = options
  }

  /// Takes the known findings out of a log; all, when a baseline is written.
  ///
  /// `configured` is the baseline of the configuration, which the command line overrides.
  mutating func hideFindings(of log: inout DiagnosticLog, knownTo configured: String?) throws(Failure) {
    if let path = options.writeBaseline {
      let names = Self.names(of: log, in: Self.folder(of: path))
      for finding in log.findings { written.add(finding.key(names)) }
      writtenCount += log.findings.count
      log.removeFindings { _ in true }
      return
    }
    guard let path = options.baseline ?? configured else { return }
    var baseline = if let known = known[path] { known } else { try Known(path) }
    let names = Self.names(of: log, in: baseline.folder)
    let count = log.findings.count
    log.removeFindings { baseline.rest.remove($0.key(names)) }
    hiddenCount += count - log.findings.count
    known[path] = baseline
  }

  /// Notes that a log has all findings of its files, so that others of them no longer occur.
  mutating func finish(_ log: DiagnosticLog, knownTo configured: String?) {
    guard options.writeBaseline == nil, let path = options.baseline ?? configured,
      let folder = known[path]?.folder
    else { return }
    known[path]?.checkedFiles.formUnion(Self.names(of: log, in: folder))
  }

  /// Writes the baseline if that is asked for; gives the lines for the end of the output.
  func finish() throws -> [String] {
    if let path = options.writeBaseline {
      try save(Array(jsonText(written).utf8) + [UInt8(ascii: "\n")], to: path)
      return ["baseline '\(path)' written: \(counted(writtenCount))"]
    }
    var lines = hiddenCount > 0 ? ["\(counted(hiddenCount)) hidden by the baseline"] : []
    for (path, baseline) in known.sorted(by: { $0.key < $1.key }) {
      let gone = baseline.rest.counts.filter { baseline.checkedFiles.contains($0.key.file) }
        .reduce(0) { $0 + $1.value }
      guard gone > 0 else { continue }
      let shown = AbsolutePath(path)?.shown ?? path
      lines.append(
        "\(counted(gone)) of '\(shown)' \(gone == 1 ? "does" : "do") not occur any more; "
          + "'--write-baseline' writes it anew")
    }
    return lines
  }

  private func counted(_ count: Int) -> String {
    "\(count) finding\(count == 1 ? "" : "s")"
  }

  private static func folder(of path: String) -> AbsolutePath {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
    return AbsolutePath(String(folder)) ?? .working
  }

  /// The names of a log's files as seen from a folder; what is no file keeps its name.
  private static func names(of log: DiagnosticLog, in folder: AbsolutePath) -> [String] {
    log.files.map { AbsolutePath($0.name)?.relative(to: folder) ?? $0.name }
  }
}

extension Diagnostic {
  fileprivate func key(_ fileNames: [String]) -> Baseline.Key {
    Baseline.Key(
      rule: code.name, file: fileNames[Int(range.file.index)], path: path, message: message)
  }
}
