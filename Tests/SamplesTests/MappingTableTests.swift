import Diagnostics
import Foundation
import Loading
import TOSCA
import Testing
import Translation

/// The table in README of what each TOSCA type becomes, made by translating the samples.
///
/// `UPDATE_OUTPUT=1 swift test --filter MappingTable` writes the table anew.
@Suite struct MappingTableTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let marks = (begin: "<!-- mappings -->\n", end: "<!-- end of mappings -->\n")

  /// Types of which no resource is made, with the reason or with what they become a part of.
  private static let empty: [String: String] = [
    "tosca.nodes.nfv.FP": chain,
    "tosca.nodes.nfv.FP.Tacker": chain,
    "tosca.nodes.nfv.FP.TackerV2": chain,
    "tosca.nodes.nfv.VNF": "nothing: it describes the VNF",
    "tosca.policies.nfv.InstantiationLevels": "the sizes with which the groups of the VDUs begin",
    "tosca.policies.nfv.LcmCoordinationAction": coordination,
    "tosca.policies.nfv.LcmCoordinationsForLcmOperation": coordination,
    "tosca.policies.nfv.SecurityGroupRule": "rules in the `OS::Neutron::SecurityGroup` of each port",
    "tosca.policies.nfv.SupportedVnfInterface": "nothing: it says where the VNF itself can be asked",
    "tosca.policies.nfv.VduScalingAspectDeltas": "the bounds and the steps of the groups of the aspects",
    "tosca.policies.nfv.VirtualLinkBitrateInitialDelta": rate,
    "tosca.policies.nfv.VirtualLinkBitrateScalingAspectDeltas": rateChange,
    "tosca.policies.nfv.VirtualLinkInstantiationLevels": rateChange,
    "tosca.policies.nfv.VnfPackageChange": "nothing: it is for who replaces the package of the VNF",
  ]
  private static let chain = "nothing, with a warning: chains of service functions are not Heat's"
  private static let coordination = "nothing: it is for who manages the life cycle of the VNF"
  private static let rate = "nothing: the rate of a network is that of its `vl_profile`"
  private static let rateChange = "\(rate), with a warning where it would change"

  @Test func `README has the table of what the mappings make of the samples`() throws {
    let readme = Self.root.appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let begin = try #require(text.firstRange(of: Self.marks.begin)?.upperBound)
    let end = try #require(text.firstRange(of: Self.marks.end)?.lowerBound)
    let table = try Self.table()
    if ProcessInfo.processInfo.environment["UPDATE_OUTPUT"] == "1" {
      try Data((text[..<begin] + table + text[end...]).utf8).write(to: readme)
    } else {
      #expect(text[begin..<end] == table)
    }
  }

  @Test func `each mapping has a sample that shows what it makes`() throws {
    let made = try Self.made()
    let types = NodeMapping.all.map(\.type) + PolicyMapping.all.map(\.type)
    #expect(types.filter { made[$0] == nil && Self.empty[$0] == nil } == [])
    #expect(types.filter { made[$0] != nil && Self.empty[$0] != nil } == [])
  }

  private static func table() throws -> String {
    let made = try made()
    func rows(_ types: [String]) -> String {
      types.sorted().map { type in
        let becomes = made[type].map { $0.sorted().map { "`\($0)`" }.joined(separator: ", ") }
        return "| `\(type)` | \(becomes ?? empty[type] ?? "") |\n"
      }.joined()
    }
    return "\n| TOSCA type | What it becomes |\n| --- | --- |\n" + rows(NodeMapping.all.map(\.type))
      + rows(PolicyMapping.all.map(\.type)) + "\n"
  }

  /// What the mappings make of all samples, under each driver and life cycle.
  private static func made() throws -> [String: Set<String>] {
    var made: [String: Set<String>] = [:]
    for name in SamplesTests.samples {
      let path = root.appending(path: "tosca-samples/\(name).yaml")
      let source = SourceFile(name: "\(name).yaml", bytes: Array(try Data(contentsOf: path)))
      for driver in [nil] + TranslationPlan.Driver.allCases {
        for lifecycle in TranslationOptions.Lifecycle.allCases {
          var log = DiagnosticLog()
          let topology = readTopology(from: source, loader: FileLoader(importsOf: path.path), reporting: &log)
          var options = TranslationOptions()
          (options.driver, options.lifecycle, options.alarmURL) = (
            driver, lifecycle, "https://vnfm.example.com"
          )
          let translation = topology.flatMap { translate($0, options, reporting: &log) }
          made.merge(translation?.made ?? [:]) { $0.union($1) }
        }
      }
    }
    return made
  }
}
