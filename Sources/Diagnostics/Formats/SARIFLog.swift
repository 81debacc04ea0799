/// The findings as a SARIF 2.1.0 log, which code scanning and editors read; the keys are those of the standard.
package struct SARIFLog: Encodable, Sendable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]

    private enum CodingKeys: CodingKey {
      case tool, columnKind, results
    }
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "libretto"
    let semanticVersion: String
    let rules: [Descriptor]

    private enum CodingKeys: CodingKey {
      case name, semanticVersion, rules
    }
  }

  /// A rule (`reportingDescriptor`).
  struct Descriptor: Encodable {
    let id: String
    var shortDescription: Message?
    var fullDescription: Message?
    var help: Message?
    var defaultConfiguration: Configuration?
    var properties: Properties?
  }

  struct Configuration: Encodable {
    let level: String
  }

  struct Properties: Encodable {
    let tags: [String]
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let partialFingerprints: [String: String]
  }

  struct Message: Encodable {
    let text: String
    var markdown: String?
  }

  struct Location: Encodable {
    var id: Int?
    let physicalLocation: PhysicalLocation
    var logicalLocations: [LogicalLocation]?
    var message: Message?
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region
  }

  struct LogicalLocation: Encodable {
    let fullyQualifiedName: String
  }

  struct ArtifactLocation: Encodable {
    let uri: String
    let uriBaseId: String?
  }

  struct Region: Encodable {
    let startLine: Int32
    let startColumn: Int32
    var endLine: Int32?
    var endColumn: Int32?
  }
}
