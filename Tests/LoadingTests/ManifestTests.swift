import Loading
import Mutating
import Testing

/// The hashes of a file that holds `abc` (FIPS 180-4, examples).
private let hashes = [
  "SHA-224": "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
  "SHA-256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  "SHA-384":
    "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
  "SHA-512": "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
]
private let hash = hashes["SHA-256"] ?? ""

private let metadata = """
  metadata:
    vnf_product_name: vnf
    vnf_provider_id: tests
    vnf_package_version: 1.0
    vnf_release_date_time: 2026-11-21T10:00:00+01:00

  """

/// The findings in the manifest of a package that has a script `a.sh` with `abc`, without what is not in it.
private func findings(_ manifest: String) throws -> [String] {
  let files = ["a.sh": "abc", "vnf.mf": manifest]
  return try package(meta + "ETSI-Entry-Manifest: vnf.mf\n", files).findings()
    .filter { !$0.contains(" manifest-undeclared ") }
}

private func codes(_ manifest: String) throws -> [String] {
  try findings(manifest).map { finding in
    finding.replacing("vnf.mf:", with: "").split(separator: " ").prefix(3).joined(separator: " ")
  }
}

@Suite struct ManifestTests {
  @Test(arguments: [
    ("SHA-224", "SHA-224"), ("SHA-256", "SHA-256"), ("SHA-384", "SHA-384"), ("SHA-512", "SHA-512"),
    ("SHA-256", "sha256"), ("SHA-512", "sha_512"), ("SHA-224", "Sha-224"),
  ])
  func `a file is compared with its hash`(algorithm: String, spelling: String) throws {
    let hash = hashes[algorithm] ?? ""
    let block = "\nSource: a.sh\nAlgorithm: \(spelling)\nHash: "
    #expect(try findings(metadata + block + hash) == [])
    #expect(try findings(metadata + block + hash.uppercased() + "\n") == [])
    let wrong = String(hash.reversed())
    #expect(
      try findings(metadata + block + wrong) == [
        "vnf.mf:9:7 error manifest-mismatch 'a.sh' is not the file that was hashed: its \(algorithm) hash is '\(hash)'"
      ])
  }

  @Test(arguments: [
    ("Source: a.sh\nHash: \(hash)", ["8:7 error manifest-incomplete"]),
    ("Source: a.sh\nAlgorithm: SHA-256", ["8:12 error manifest-incomplete"]),
    ("Source: a.sh\nAlgorithm: MD5\nHash: 1", ["8:12 error manifest-algorithm"]),
    ("Source: a.sh\nAlgorithm: SHA-512\nHash: \(hash)", ["9:7 error manifest-hash"]),
    ("Source: a.sh\nAlgorithm: SHA-256\nHash: <later>", ["9:7 error manifest-hash"]),
    (
      "Source: a.sh\nAlgorithm: SHA-256\nHash: \(hash)\nHash: \(hash)",
      ["10:1 error package-duplicate-keyword"]
    ),
    ("Source: a.sh\nAlgorithm: SHA-256\nHash: \(hash)\nColour: red", ["10:1 warning manifest-key"]),
    ("Source: a.sh\nSource: Definitions/vnfd.yaml", ["7:9 warning manifest-without-hash"]),
    ("Source: b.sh\nAlgorithm: SHA-256\nHash: \(hash)", ["7:9 error package-missing-file"]),
    ("Source: b.img\nAlgorithm: SHA-256\nHash: \(hash)", ["7:9 warning package-missing-file"]),
    ("Source: ../b.sh\nAlgorithm: SHA-256\nHash: \(hash)", ["7:9 error package-path"]),
    ("Source:\nAlgorithm: SHA-256\nHash: \(hash)", ["7:8 error manifest-incomplete"]),
    ("Source: http://a.test/b\nAlgorithm: SHA-256\nHash: \(hash)", ["7:9 info manifest-remote"]),
    (
      "Source: a.sh\n\nAlgorithm: SHA-256", ["7:9 warning manifest-without-hash", "9:1 warning manifest-key"]
    ),
    ("no colon", ["7:1 error manifest-line"]),
    ("-----BEGIN CMS-----\nMIIB\n-----END CMS-----\n", ["7:1 info manifest-signature"]),
    (
      "non_mano_artifact_sets:\n  tools:\n    Source: a.sh\n    Source: c.sh\n",
      ["10:13 error package-missing-file"]
    ),
    (
      "Source: a.sh\nAlgorithm: SHA-256\nHash: \(hash)\nSignature: a.sig",
      ["10:12 info manifest-signature", "10:12 error package-missing-file"]
    ),
    (
      "Source: a.sh\nAlgorithm: SHA-256\nHash: \(hash)\n\nSource: a.sh\nAlgorithm: SHA-256\nHash: \(hash)",
      ["11:9 warning manifest-duplicate"]
    ),
  ])
  func `what is wrong in a manifest has its place there`(text: String, found: [String]) throws {
    #expect(try codes(metadata + "\n" + text) == found)
  }

  @Test(arguments: [
    ("Source: a.sh\nAlgorithm: SHA-256\nHash: \(hash)", ["1:1 warning manifest-metadata"]),
    (metadata.replacing("    vnf_provider_id: tests\n", with: ""), []),
    (metadata.replacing("  vnf_provider_id: tests\n", with: ""), ["2:3 warning manifest-metadata"]),
    (metadata.replacing("product_name", with: "product_nam"), ["2:3 warning manifest-metadata"]),
    (metadata.replacing("date_time", with: "data_time"), []),
    (metadata.replacing("  ", with: ""), []),
    ("metadata:\nnsd_name: n\n", ["2:1 warning manifest-metadata"]),
    ("metadata:\n  pnfd_name: n\n", ["2:3 warning manifest-metadata"]),
  ])
  func `a manifest says who made the package`(text: String, found: [String]) throws {
    #expect(try codes(text) == found)
  }

  @Test func `files that a manifest with hashes leaves out are named once`() throws {
    let files = [
      "a.sh": "abc", "vnf.mf": metadata + "\nSource: a.sh\nAlgorithm: SHA-256\nHash: \(hash)\n", "b": "",
    ]
    #expect(
      try package(meta + "ETSI-Entry-Manifest: vnf.mf\n", files).findings() == [
        "vnf.mf:1:1 info manifest-undeclared 2 files of the package are not in the manifest: "
          + "'Definitions/vnfd.yaml', 'b'"
      ])
  }

  @Test func `a manifest at the top that nothing names is read`() throws {
    #expect(
      try package(meta, ["vnf.mf": metadata]).codes() == [
        "TOSCA-Metadata/TOSCA.meta:4:20 info manifest-not-named"
      ])
  }

  @Test func `without TOSCA.meta the manifest has the name of the template`() throws {
    let right = try Folder(["vnf.yaml": template, "vnf.mf": metadata])
    let wrong = try Folder(["vnf.yaml": template, "other.mf": metadata])
    #expect(try right.findings() == [])
    let name = wrong.path
    #expect(try wrong.codes() == ["\(name):1:1 error manifest-name"])
  }

  @Test func `the hash of an archive's entry is computed while it is read`() throws {
    let block =
      "\nName: a.sh\nAlgorithm: SHA-256\nHash: \(hash)\n\nName: b.sh\nAlgorithm: SHA-256\nHash: \(hash)\n"
    var zip = Zip([
      "TOSCA-Metadata/TOSCA.meta": meta + block, "Definitions/vnfd.yaml": template, "a.sh": "abc",
      "b.sh": "abc",
    ])
    zip.entries[3].checksum = 1
    let folder = try Folder()
    try folder.write(zip.data, to: "a.csar")
    #expect(
      try folder.findings("a.csar") == [
        "a.csar/TOSCA-Metadata/TOSCA.meta:12:7 error package-unreadable-file 'b.sh' cannot be read: its checksum is wrong"
      ])
  }
}
