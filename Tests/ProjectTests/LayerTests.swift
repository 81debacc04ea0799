import Testing

/// What each target may import besides the standard library and `Synchronization`; the table of the style guide.
private let layers: [String: Set<String>] = [
  "Diagnostics": ["CRules"],
  "YAML": ["CYAML", "Diagnostics"],
  "TextForms": ["CPattern"],
  "TOSCA": ["YAML", "Diagnostics", "CDefinitions", "TextForms"],
  "Loading": ["TOSCA", "YAML", "Diagnostics", "CZip", "Crypto", "FoundationEssentials", "Glibc"],
  "OpenStack": ["YAML", "Diagnostics", "CSchemas", "TextForms"],
  "Translation": ["TOSCA", "OpenStack", "Diagnostics"],
  "Drawing": ["TOSCA", "Translation", "OpenStack", "Diagnostics"],
  // Dispatch: a transfer blocks a thread, which must be none of the cooperative pool.
  "Deployment": ["OpenStack", "Diagnostics", "CCurl", "Dispatch", "FoundationEssentials", "Glibc"],
  "Engine": ["OpenStack", "GRDB", "Logging", "FoundationEssentials", "Glibc"],
  "EngineAPI": [
    "Engine", "OpenStack", "Hummingbird", "HTTPTypes", "Logging", "FoundationEssentials", "Glibc",
  ],
  "libretto": [
    "Diagnostics", "YAML", "TOSCA", "Loading", "OpenStack", "Translation", "Drawing", "Deployment",
    "Engine", "EngineAPI",
    "ArgumentParser", "Logging", "FoundationEssentials", "Glibc",
  ],
]

/// The targets that are C only.
private let systemLibraries: Set<String> = [
  "CYAML", "CCurl", "CZip", "CDefinitions", "CRules", "CPattern", "CSchemas",
]

/// The modules that a file imports, also `package import struct Module.Type`.
private func imports(in text: String) -> [String] {
  text.matches(
    of: /^(?:@\w+ +)*(?:\w+ +)?import +(?:(?:struct|enum|class|protocol|func|var|typealias) +)?(\w+)/
      .anchorsMatchLineEndings()
  ).map { String($0.1) }
}

@Suite struct LayerTests {
  @Test(arguments: layers.keys.sorted())
  func `a target imports only the layers below it`(target: String) throws {
    let allowed = try #require(layers[target]).union(["Synchronization"])
    let found = try SourceTree.swiftFiles(in: "Sources/\(target)").flatMap { file in
      try imports(in: SourceTree.text(file)).map { (file, $0) }
    }
    let forbidden = found.filter { _, module in
      !allowed.contains(module) && !(target == "EngineAPI" && module.hasPrefix("NIO"))
    }
    #expect(forbidden.map { "\(SourceTree.name($0)) imports \($1)" } == [])
  }

  @Test func `every target has its place among the layers`() throws {
    #expect(Set(try SourceTree.targets()).subtracting(systemLibraries).subtracting(layers.keys) == [])
  }

  @Test(arguments: [
    ("import Testing\n", ["Testing"]), ("package import YAML\nimport TOSCA\n", ["YAML", "TOSCA"]),
    ("import struct Foundation.URL\n", ["Foundation"]), ("@preconcurrency import GRDB\n", ["GRDB"]),
    ("internal import enum A.B\n", ["A"]), ("// import Nothing\nlet important = 1\n", []),
  ])
  func `an import is found in its forms`(text: String, modules: [String]) {
    #expect(imports(in: text) == modules)
  }
}
