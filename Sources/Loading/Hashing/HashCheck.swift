import Diagnostics
import TOSCA

/// The checking of files against what TOSCA.meta and a manifest say of them.
struct HashCheck {
  typealias Word = BlockFile.Word

  /// The most bytes that are hashed in all.
  private let maximumTotal: Int

  private struct Key: Hashable {
    let path: String
    let algorithm: DigestAlgorithm
  }

  /// Why there is no hash of a file.
  private enum Trouble: Error {
    case unreadable(LoadingError)
    case skipped(String)
  }

  private let entries: any PackageEntries
  private var known: [Key: Result<String, Trouble>] = [:]
  private var total = 0
  /// How many more missing files are compared with all that are there, which takes a while in a large package.
  private var suggestions = 20

  init(_ entries: any PackageEntries, maximumTotal: Int = 4 << 30) {
    self.entries = entries
    self.maximumTotal = maximumTotal
  }

  /// Checks the files of one list, TOSCA.meta or the manifest.
  ///
  /// In the manifest each file should have a hash.
  mutating func check(_ files: [DeclaredFile], isManifest: Bool, reporting log: inout DiagnosticLog) {
    var places: [String: SourceRange] = [:]
    var unhashed: [Word] = []
    for file in files {
      guard !file.name.text.isEmpty else {
        log.report(.nameless(file.name))
        continue
      }
      if let earlier = places.updateValue(file.name.range, forKey: file.name.text) {
        log.report(.declaredTwice(file.name, earlier))
      }
      let hash = expectedHash(of: file, reporting: &log)
      if isManifest, file.algorithm == nil, file.hash == nil { unhashed.append(file.name) }
      if file.isRemote {
        log.report(.remote(file.name))
      } else if let path = checkedPath(of: file, reporting: &log), let hash {
        compare(path, with: hash, reporting: &log)
      }
    }
    if let first = unhashed.first { log.report(.unhashed(first, unhashed.count)) }
  }

  /// Reports a file or folder that is named but not there, and gives the path of one that is.
  mutating func checkedPath(
    of name: Word, isBinary: Bool = false, mayBeFolder: Bool = false, reporting log: inout DiagnosticLog
  ) -> String? {
    guard let path = packagePath(name.text) else {
      log.report(.outside(name))
      return nil
    }
    guard entries.hasFile(path) || (mayBeFolder && entries.hasFolder(path)) else {
      suggestions -= 1
      let near = suggestions >= 0 ? entries.nearestFile(to: path) : nil
      log.report(isBinary ? .missingBinary(name) : .missing(name, near, isFolder: entries.hasFolder(path)))
      return nil
    }
    return path
  }
}

extension HashCheck {
  private mutating func checkedPath(of file: DeclaredFile, reporting log: inout DiagnosticLog) -> String? {
    for signature in file.signatures where !signature.text.isEmpty {
      _ = checkedPath(of: signature, reporting: &log)
    }
    return checkedPath(of: file.name, isBinary: file.isBinary, mayBeFolder: file.hash == nil, reporting: &log)
  }

  /// The hash that a file should have; nil when none is given, or none that can be computed.
  private func expectedHash(
    of file: DeclaredFile, reporting log: inout DiagnosticLog
  ) -> (algorithm: DigestAlgorithm, hash: Word)? {
    switch (file.algorithm, file.hash) {
    case (nil, nil): return nil
    case (nil, let hash?): log.report(.incomplete(file.name, "Algorithm", hash.range))
    case (let algorithm?, nil): log.report(.incomplete(file.name, "Hash", algorithm.range))
    case (let name?, let hash?):
      guard let algorithm = DigestAlgorithm(spelling: name.text) else {
        log.report(.unknownAlgorithm(name))
        return nil
      }
      guard hash.text.utf8.count == algorithm.digits, hash.text.allSatisfy(\.isHexDigit) else {
        log.report(.malformedHash(hash, algorithm))
        return nil
      }
      return (algorithm, hash)
    }
    return nil
  }

  private mutating func compare(
    _ path: String, with expected: (algorithm: DigestAlgorithm, hash: Word),
    reporting log: inout DiagnosticLog
  ) {
    let key = Key(path: path, algorithm: expected.algorithm)
    let result = known[key] ?? digest(key)
    known[key] = result
    switch result {
    case .failure(.unreadable(let error)): log.report(.unreadableFile(error, expected.hash.range))
    case .failure(.skipped(let reason)): log.report(.unchecked(path, reason, expected.hash.range))
    case .success(let hash) where hash == expected.hash.text.lowercased(): return
    case .success(let hash): log.report(.mismatch(path, expected.algorithm, hash, expected.hash.range))
    }
  }

  private mutating func digest(_ key: Key) -> Result<String, Trouble> {
    guard var computation = key.algorithm.begin() else {
      return .failure(.skipped("\(key.algorithm.rawValue) needs the library libcrypto, which is not there"))
    }
    let tooMuch = "over \(maximumTotal >> 30) GB of the package would have to be hashed"
    guard total <= maximumTotal else { return .failure(.skipped(tooMuch)) }
    do throws(LoadingError) {
      try entries.read(key.path) { piece throws(LoadingError) in
        total += piece.count
        guard total <= maximumTotal else { throw LoadingError(tooMuch) }
        computation.update(piece)
      }
      return .success(hexadecimal(computation.finish()))
    } catch {
      return .failure(total > maximumTotal ? .skipped(tooMuch) : .unreadable(error))
    }
  }
}

extension Diagnostic {
  fileprivate static func nameless(_ name: BlockFile.Word) -> Diagnostic {
    Diagnostic(.error, "manifest-incomplete", "the name of the file is missing", at: name.range)
  }

  fileprivate static func declaredTwice(_ name: BlockFile.Word, _ earlier: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "manifest-duplicate", "'\(name.text)' is listed a second time", at: name.range,
      notes: [Note("the first time", at: earlier)])
  }

  fileprivate static func unhashed(_ name: BlockFile.Word, _ count: Int) -> Diagnostic {
    let others = count > 1 ? ", and \(count - 1) more files have none" : ""
    return Diagnostic(
      .warning, "manifest-without-hash",
      "'\(name.text)' has no 'Algorithm' and 'Hash', so nothing shows a change of it\(others)", at: name.range
    )
  }

  fileprivate static func remote(_ name: BlockFile.Word) -> Diagnostic {
    Diagnostic(
      .info, "manifest-remote", "'\(name.text)' is not fetched, so its hash is not checked", at: name.range)
  }

  fileprivate static func outside(_ name: BlockFile.Word) -> Diagnostic {
    Diagnostic(.error, "package-path", "'\(name.text)' leads out of the package", at: name.range)
  }

  fileprivate static func missing(_ name: BlockFile.Word, _ near: String?, isFolder: Bool) -> Diagnostic {
    let message = isFolder ? "'\(name.text)' is a folder, not a file" : "'\(name.text)' is not in the package"
    return Diagnostic(.error, "package-missing-file", message, at: name.range, suggestion: near)
  }

  fileprivate static func missingBinary(_ name: BlockFile.Word) -> Diagnostic {
    Diagnostic(
      .warning, "package-missing-file", "'\(name.text)' is not in the package, so it is not checked",
      at: name.range)
  }

  fileprivate static func incomplete(
    _ name: BlockFile.Word, _ keyword: String, _ place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "manifest-incomplete", "'\(name.text)' has no '\(keyword)', so it cannot be checked", at: place)
  }

  fileprivate static func unknownAlgorithm(_ name: BlockFile.Word) -> Diagnostic {
    let known = DigestAlgorithm.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "manifest-algorithm", "'\(name.text)' is not one of the hash algorithms \(known)",
      at: name.range)
  }

  fileprivate static func malformedHash(_ hash: BlockFile.Word, _ algorithm: DigestAlgorithm) -> Diagnostic {
    Diagnostic(
      .error, "manifest-hash",
      "'\(hash.text)' is no \(algorithm.rawValue) hash, which has \(algorithm.digits) hexadecimal digits",
      at: hash.range)
  }

  fileprivate static func mismatch(
    _ path: String, _ algorithm: DigestAlgorithm, _ hash: String, _ place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "manifest-mismatch",
      "'\(path)' is not the file that was hashed: its \(algorithm.rawValue) hash is '\(hash)'", at: place)
  }

  fileprivate static func unchecked(_ path: String, _ reason: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "manifest-unchecked", "'\(path)' is not checked against its hash: \(reason)", at: place)
  }
}
