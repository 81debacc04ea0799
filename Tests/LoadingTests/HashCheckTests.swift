import Diagnostics
import TOSCA
import Testing

@testable import Loading

@Suite struct HashCheckTests {
  @Test func `what is too long to be hashed is a warning`() throws {
    let folder = try package(meta, ["a.sh": "abc", "b.sh": "abcdef"])
    let hash = String(repeating: "0", count: 64)
    let text = ["a.sh", "b.sh"].map { "Name: \($0)\nAlgorithm: SHA-256\nHash: \(hash)\n" }.joined(
      separator: "\n")
    var log = DiagnosticLog()
    let source = SourceFile(name: "TOSCA.meta", bytes: Array((meta + "\n" + text).utf8))
    let metadata = PackageMetadata(source, log.add(source), reporting: &log)
    var check = HashCheck(PackageFolder(try FolderListing(folder.path)), maximumTotal: 5)
    check.check(metadata.files, isManifest: false, reporting: &log)
    #expect(
      log.sorted.map { "\($0.range.start.line) \($0.severity.rawValue) \($0.code.name)" } == [
        "8 error manifest-mismatch", "12 warning manifest-unchecked",
      ])
  }

  @Test(
    arguments: [
      ("SHA-1", nil), ("sha512", .sha512), ("", nil), ("SHA-2560", nil), ("Sha_384", .sha384),
    ] as [(String, DigestAlgorithm?)])
  func `an algorithm is known in its spellings`(spelling: String, algorithm: DigestAlgorithm?) {
    #expect(DigestAlgorithm(spelling: spelling) == algorithm)
  }
}
