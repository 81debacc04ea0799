import Diagnostics
import Foundation
import Loading
import TOSCA
import Translation

/// One mutated file; a seed and a number make the same one each time.
package struct MutatedCase: Sendable {
  package enum Kind: Sendable {
    case template, package
  }

  package let kind: Kind
  /// The path that the file is read under, so that its imports are found.
  package let path: String
  package let bytes: [UInt8]
  /// The names of the mutations.
  package let how: [String]

  /// Makes the case of a number; every twentieth is a package.
  package init(_ number: Int, seed: UInt64, from seeds: Seeds) {
    var mixer = SplitMix64(seed: seed)
    var random = SplitMix64(seed: mixer.next() ^ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9)
    if number % 20 == 19 {
      let file = seeds.packages[random.below(seeds.packages.count)]
      (kind, path) = (.package, file.path)
      (bytes, how) = file.bytes.mutatedArchive(random: &random)
    } else {
      let file = seeds.templates[random.below(seeds.templates.count)]
      let other = seeds.templates[random.below(seeds.templates.count)]
      (kind, path) = (.template, file.path)
      (bytes, how) = file.bytes.mutated(with: other.bytes, random: &random)
    }
  }

  /// Reads and translates the file with all rules, and prints what is found in the formats that have places.
  ///
  /// - Returns: how many findings there are.
  package func run() -> Int {
    var log = DiagnosticLog()
    let topology =
      switch kind {
      case .template:
        readTopology(
          from: SourceFile(name: path, bytes: bytes), loader: FileLoader(importsOf: path), reporting: &log)
      case .package: readPackage(reporting: &log)
      }
    var options = TranslationOptions()
    // Errors are what mutations mostly make.
    options.keepsGoing = true
    let translation = topology.flatMap { translate($0, options, reporting: &log) }
    let written = translation?.files.reduce(0) { $0 + $1.bytes.count } ?? 0
    let printed = log.pretty().utf8.count + log.concise().utf8.count
    precondition(written >= 0 && printed >= 0)
    return log.findings.count
  }

  /// Reads the bytes as an archive, which needs a file.
  private func readPackage(reporting log: inout DiagnosticLog) -> Topology? {
    let file = FileManager.default.temporaryDirectory.appending(path: "mutated-\(getpid())-\(UUID()).csar")
    guard (try? Data(bytes).write(to: file)) != nil else { return nil }
    defer { try? FileManager.default.removeItem(at: file) }
    return try? TemplateSource.one(at: file.path).readTopology(reporting: &log)
  }
}
