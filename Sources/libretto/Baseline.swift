import Diagnostics
import FoundationEssentials
import Loading
import TOSCA

/// The findings that a project knows and lives with, as a file keeps them.
///
/// A finding is told by its rule, its place in the document and its message, not by its line, so that other edits of
/// the file do not bring it back.
struct Baseline: Codable {
  /// What tells a finding from others; several may be alike.
  struct Key: Codable, Hashable {
    let rule: String
    /// The path of the file as seen from the folder of the baseline.
    let file: String
    let path: String?
    let message: String
  }

  private struct Entry: Codable {
    let rule: String
    let file: String
    let path: String?
    let message: String
    let count: Int
  }

  private static let version = 1

  /// How many findings there are of each.
  private(set) var counts: [Key: Int] = [:]

  private enum CodingKeys: CodingKey {
    case version, findings
  }

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard try container.decode(Int.self, forKey: .version) == Self.version else {
      throw DecodingError.dataCorruptedError(forKey: .version, in: container, debugDescription: "version")
    }
    for entry in try container.decode([Entry].self, forKey: .findings) where entry.count > 0 {
      let key = Key(rule: entry.rule, file: entry.file, path: entry.path, message: entry.message)
      // A file can say any number; no run has so many findings.
      counts[key] = min(entry.count, DiagnosticLog.limit)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.version, forKey: .version)
    let sorted = counts.sorted { left, right in
      let (a, b) = (left.key, right.key)
      return (a.file, a.rule, a.path ?? "", a.message) < (b.file, b.rule, b.path ?? "", b.message)
    }
    let entries = sorted.map { key, count in
      Entry(rule: key.rule, file: key.file, path: key.path, message: key.message, count: count)
    }
    try container.encode(entries, forKey: .findings)
  }

  /// Reads a baseline that was written before.
  init(at path: String) throws(Failure) {
    do throws(LoadingError) {
      let bytes = try FileLoader.read(path).bytes
      guard let baseline = try? JSONDecoder().decode(Baseline.self, from: Data(bytes)) else {
        throw LoadingError("'\(path)' is not a baseline; '--write-baseline' writes one")
      }
      self = baseline
    } catch {
      throw .trouble(error.message)
    }
  }

  /// Counts one more finding.
  mutating func add(_ key: Key) {
    counts[key, default: 0] += 1
  }

  /// Takes one finding out; false when there is none left of its kind.
  mutating func remove(_ key: Key) -> Bool {
    guard let count = counts[key], count > 0 else { return false }
    counts[key] = count == 1 ? nil : count - 1
    return true
  }
}
