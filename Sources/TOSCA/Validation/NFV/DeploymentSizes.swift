/// What the policies of a VNF's deployment flavour, or of a network service, say of the sizes that it can have
/// (ETSI GS NFV-SOL 001, 6.10 and 7.10).
package struct DeploymentSizes {
  package typealias Entry = PropertyValue.Entry

  /// What policies name, in the order of the template and by name.
  package struct Names {
    package private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    /// Takes the maps of several policies; of two entries with one name the first counts.
    init?(_ maps: [PropertyValue?]) {
      for map in maps {
        guard let own = map?.entries else { return nil }
        for entry in own where places[entry.key] == nil {
          places[entry.key] = entries.count
          entries.append(entry)
        }
      }
    }

    package subscript(name: String) -> Entry? { places[name].map { entries[$0] } }
    var all: [String] { entries.map(\.key) }
  }

  /// The names of the policy types and of the properties that say it.
  fileprivate struct Vocabulary {
    let levels: (type: String, property: String)
    let aspects: String
    let sizesOfLevels: [(type: String, property: String)]
    let usersOfAspects: [String]
  }

  /// A policy that gives each instantiation level a size.
  package struct SizedPolicy {
    package let policy: Policy
    package let levels: [Entry]
  }

  /// The policies that name the levels.
  package let levelPolicies: [Policy]
  /// The levels that they name; nil when one of them cannot be read.
  package let levels: Names?
  package let sizedPolicies: [SizedPolicy]
  /// The policies that name the aspects.
  let aspectPolicies: [Policy]
  /// The aspects that they name; nil when one of them cannot be read.
  package let aspects: Names?
  /// The policies that say what happens when an aspect is scaled.
  package let aspectUsers: [Policy]

  /// The sizes of a VNF; nil when no policy speaks of any.
  package static func ofVNF(_ topology: Topology) -> DeploymentSizes? {
    DeploymentSizes(topology, vnf)
  }

  /// The sizes of a VNF, and those of a network service.
  static func all(_ topology: Topology) -> [DeploymentSizes] {
    [vnf, networkService].compactMap { DeploymentSizes(topology, $0) }
  }

  private init?(_ topology: Topology, _ vocabulary: Vocabulary) {
    let policies = topology.policies.filter { $0.type.isKind(of: Self.prefix, among: vocabulary) }
    guard !policies.isEmpty else { return nil }
    func all(_ type: String) -> [Policy] { policies.filter { $0.type.isKind(of: Self.prefix + type) } }
    levelPolicies = all(vocabulary.levels.type)
    levels = Names(levelPolicies.map { $0[property: vocabulary.levels.property] })
    sizedPolicies = vocabulary.sizesOfLevels.flatMap { type, property in
      all(type).compactMap { policy in
        policy[property: property]?.entries.map { SizedPolicy(policy: policy, levels: $0) }
      }
    }
    aspectPolicies = all(vocabulary.aspects)
    aspects = Names(aspectPolicies.map { $0[property: "aspects"] })
    aspectUsers = vocabulary.usersOfAspects.flatMap(all)
  }

  fileprivate static let prefix = "tosca.policies.nfv."

  private static let vnf = Vocabulary(
    levels: ("InstantiationLevels", "levels"), aspects: "ScalingAspects",
    sizesOfLevels: [
      ("VduInstantiationLevels", "levels"), ("VirtualLinkInstantiationLevels", "levels"),
      ("VipCpInstantiationLevels", "levels"),
    ],
    usersOfAspects: [
      "VduScalingAspectDeltas", "VirtualLinkBitrateScalingAspectDeltas", "VipCpScalingAspectDeltas",
    ])

  private static let networkService = Vocabulary(
    levels: ("NsInstantiationLevels", "ns_levels"), aspects: "NsScalingAspects",
    sizesOfLevels: [
      ("VnfToInstantiationLevelMapping", "number_of_instances"),
      ("NsToInstantiationLevelMapping", "number_of_instances"),
      ("VirtualLinkToInstantiationLevelMapping", "bit_rate_requirements"),
    ],
    usersOfAspects: ["VnfToLevelMapping", "NsToLevelMapping", "VirtualLinkToLevelMapping"])
}

extension ResolvedType {
  fileprivate func isKind(of prefix: String, among vocabulary: DeploymentSizes.Vocabulary) -> Bool {
    ancestors.contains { name in
      guard name.hasPrefix(prefix) else { return false }
      let rest = name.dropFirst(prefix.count)
      return vocabulary.levels.type == rest || vocabulary.aspects == rest
        || vocabulary.sizesOfLevels.contains { $0.type == rest }
        || vocabulary.usersOfAspects.contains { $0 == rest }
    }
  }
}

extension PropertyValue.Entry {
  /// The key as a word of the document.
  package var word: TOSCADocument.Word { TOSCADocument.Word(text: key, range: keyRange) }
}
