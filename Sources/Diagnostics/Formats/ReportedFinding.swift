/// A finding with the names of its files, as the formats for other programs have it.
struct ReportedFinding {
  let finding: Diagnostic
  /// The name of the file that it is in.
  let file: String
  /// The file of each note.
  let noteFiles: [String]
  /// Tells the finding apart from others, also when its line moves.
  let fingerprint: String

  /// The findings of several logs in order; what is found in a file that two templates import counts once.
  static func all(of logs: [DiagnosticLog]) -> [ReportedFinding] {
    struct Key: Hashable {
      let file: String
      let code: Diagnostic.Code
      let message: String
      let start: SourceLocation
      let end: SourceLocation
    }
    var seen: Set<Key> = []
    var counts: [UInt64: Int] = [:]
    return logs.flatMap { log in
      log.sorted.compactMap { finding -> ReportedFinding? in
        let (file, range) = (log[file: finding.range.file].name, finding.range)
        let key = Key(
          file: file, code: finding.code, message: finding.message, start: range.start, end: range.end)
        guard seen.insert(key).inserted else { return nil }
        let hash = stableHash([finding.code.name, file, finding.path ?? finding.message])
        counts[hash, default: 0] += 1
        return ReportedFinding(
          finding: finding, file: file, noteFiles: finding.notes.map { log[file: $0.range.file].name },
          fingerprint: "\(hexadecimal(hash)):\(counts[hash, default: 1])")
      }
    }
  }
}

/// A hash of words that is the same in every run and on every machine (FNV-1a); it guards against nothing.
private func stableHash(_ words: [String]) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for word in words {
    for byte in Array(word.utf8) + [0] {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }
  return hash
}

private func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
