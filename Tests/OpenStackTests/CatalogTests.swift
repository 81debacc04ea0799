import Diagnostics
import OpenStack
import Testing
import YAML

@Suite struct CatalogTests {
  private func read(_ text: String) -> (catalog: Catalog, findings: [String]) {
    var log = DiagnosticLog()
    let source = SourceFile(name: "catalog.yaml", bytes: Array(text.utf8))
    let tree = YAMLTree(parsing: source.bytes, file: log.add(source), reporting: &log)
    let catalog = Catalog(reading: tree, reporting: &log)
    let findings = log.sorted.map { finding in
      let start = finding.range.start
      return "\(start.line):\(start.column) \(finding.code.name): \(finding.message)"
    }
    return (catalog, findings)
  }

  @Test func `a catalog has flavors and images in their order`() {
    let (catalog, findings) = read(
      """
      flavors:
        m1.large: {vcpus: 4, ram: 8192, disk: 80}   # ram in MiB, disk in GiB
        m1.nano: {vcpus: 1, ram: 64, disk: 0}
      images:
        debian: {architecture: x86_64, type: linux, distribution: debian, version: 12.10}
        bare: {}
        none:
      """)
    #expect(findings == [])
    #expect(
      catalog.flavors == [
        .init(name: "m1.large", vcpus: 4, ram: 8192, disk: 80),
        .init(name: "m1.nano", vcpus: 1, ram: 64, disk: 0),
      ])
    var debian = Catalog.Image(name: "debian")
    (debian.architecture, debian.type, debian.distribution, debian.version) = (
      "x86_64", "linux", "debian", "12.10"
    )
    #expect(catalog.images == [debian, .init(name: "bare"), .init(name: "none")])
  }

  @Test func `what cannot be read of a catalog is said with its place`() {
    let (catalog, findings) = read(
      """
      flavours: {}
      flavors:
        a: {vcpus: 1, ram: 64, disk: 1, swap: 2}
        b: {vcpus: -1, ram: 64, disk: 1}
        c: {vcpus: 1, ram: 1 GB, disk: 1}
        d: {vcpus: 1, disk: 1}
        e: small
        f:
      images:
        g: {os: linux}
        h: {version: [12]}
        i: [linux]
      """)
    #expect(
      findings == [
        "1:1 unknown-key: 'flavours' is not a key of a catalog; did you mean 'flavors'?",
        "3:35 unknown-key: 'swap' is not a key of flavor 'a'",
        "4:14 wrong-form: 'vcpus' of flavor 'b' must be a whole number, 0 or more",
        "5:22 wrong-form: 'ram' of flavor 'c' must be a whole number of MiB, 0 or more",
        "6:3 missing-keyname: flavor 'd' has no 'ram'",
        "7:6 wrong-form: flavor 'e' must be a map",
        "8:3 missing-keyname: flavor 'f' has no 'vcpus'",
        "10:7 unknown-key: 'os' is not a key of image 'g'",
        "11:16 wrong-form: 'version' of image 'h' must be a plain word",
        "12:6 wrong-form: image 'i' must be a map",
      ])
    #expect(catalog.flavors.map(\.name) == ["a"])
    #expect(catalog.images.map(\.name) == ["g", "h", "i"])
  }

  @Test(arguments: ["", "~", "flavors:", "images: {}"])
  func `a catalog may be empty`(text: String) {
    let (catalog, findings) = read(text)
    #expect(catalog == Catalog())
    #expect(findings == [])
  }

  @Test func `a catalog is a map`() {
    #expect(read("- a").findings == ["1:1 wrong-form: a catalog must be a map"])
  }

  @Test func `a catalog is made of what a cloud lists`() {
    let catalog = Catalog(
      flavors: [
        "flavors": [
          [
            "id": "1", "name": "m1.tiny", "ram": 512, "disk": 1, "vcpus": 1, "swap": "",
            "OS-FLV-EXT-DATA:ephemeral": 0, "os-flavor-access:is_public": true,
          ],
          ["id": "2", "name": "old", "ram": 512, "disk": 1, "vcpus": 1, "OS-FLV-DISABLED:disabled": true],
          ["id": "3", "name": "broken", "ram": "much"],
        ]
      ],
      images: [
        "images": [
          [
            "id": "4", "name": "debian-12", "status": "active", "architecture": "x86_64", "os_type": "linux",
            "os_distro": "debian", "os_version": "12", "os_hidden": false,
          ],
          ["name": "hand-made", "status": "active", "type": "linux", "distribution": "own", "version": "1"],
          ["name": "coming", "status": "queued"],
          ["name": "gone", "status": "active", "os_hidden": true],
        ], "schema": "/v2/schemas/images",
      ])
    #expect(catalog.flavors == [.init(name: "m1.tiny", vcpus: 1, ram: 512, disk: 1)])
    #expect(catalog.images.map(\.name) == ["debian-12", "hand-made"])
    #expect(catalog.images.map(\.architecture) == ["x86_64", nil])
    #expect(catalog.images.map(\.type) == ["linux", "linux"])
    #expect(catalog.images.map(\.distribution) == ["debian", "own"])
    #expect(catalog.images.map(\.version) == ["12", "1"])
  }

  @Test(arguments: [Value.null, [:], ["flavors": "none"], ["flavors": ["m1.tiny"]]])
  func `an answer without a list is an empty catalog`(body: Value) {
    #expect(Catalog(flavors: body, images: body) == Catalog())
  }

  @Test(arguments: [
    (1, 0, 0, "nano"), (1, 65, 0, "tiny"), (2, 0, 0, "medium"), (1, 512, 20, "small"), (8, 0, 0, nil),
    (0, 0, 500, nil), (2, 4096, 40, "medium"),
  ])
  func `the smallest flavor has the least memory`(cpus: Int, memory: Int, disk: Int, name: String?) {
    var catalog = Catalog()
    catalog.flavors = [
      .init(name: "roomy", vcpus: 4, ram: 4096, disk: 80),
      .init(name: "medium", vcpus: 2, ram: 4096, disk: 40),
      .init(name: "small", vcpus: 1, ram: 2048, disk: 20), .init(name: "tiny", vcpus: 1, ram: 512, disk: 1),
      .init(name: "nano", vcpus: 1, ram: 64, disk: 0),
    ]
    #expect(catalog.smallestFlavor(cpus: cpus, memory: memory, disk: disk)?.name == name)
  }
}
