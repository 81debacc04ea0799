/// The definitions that stand in for an imported file that is not there.
package struct BuiltInImport: Hashable, Sendable {
  /// The embedded files, each before those that change or use it.
  package let definitions: [String]
  /// The version of SOL 001 that they are of; nil for files that have no versions.
  package var version: SOL001Version?
  /// Whether the import names a version that is not built in; ``version`` is then the nearest one.
  package var isNearestVersion = false
}

/// The well-known files that templates import by name or address and that are part of the program.
package enum BuiltInImports {
  /// The definitions for the name or address of an import; nil when none are built in.
  ///
  /// The version of SOL 001 is the one in the file's name, else the one in the folders of its path or address, else
  /// the one that another import of the template names. Without any, it follows from the TOSCA version of the
  /// template, since ETSI's files are in TOSCA 1.3 from version 3 on and in TOSCA 1.2 before: 3.3.1 for TOSCA 1.3,
  /// else 2.6.1. These are the newest ones that do not contradict older descriptors of their kind: 2.7.1 makes
  /// `boot_order` a boolean and `boot_data` a map, 4.4.1 makes lists of monitoring parameters maps.
  package static func definitions(
    for importName: String, templateVersion: String = "", besides otherImports: [String] = []
  ) -> BuiltInImport? {
    let path = folders(importName)
    guard let file = path.last else { return nil }
    if ["tacker_defs.yaml", "tacker_nfv_defs.yaml"].contains(file) {
      return BuiltInImport(definitions: ["tosca_nfv_1_0", "tacker"])
    }
    if file == "libretto_policies.yaml" { return BuiltInImport(definitions: ["libretto_policies"]) }
    guard let (kind, ofFile) = kindAndVersion(file) else { return nil }
    let named = ofFile ?? version(in: path) ?? otherImports.lazy.compactMap(version(named:)).first
    let wanted = named ?? (templateVersion == "tosca_simple_yaml_1_3" ? version3 : version2)
    let known = versions.filter { $0 >= kind.oldest }
    let nearest = known.last { $0 <= wanted } ?? kind.oldest
    return BuiltInImport(
      definitions: kind.definitions(nearest), version: nearest,
      isNearestVersion: named != nil && nearest != wanted)
  }

  /// The versions of SOL 001 that are built in, the oldest first.
  package static let versions: [SOL001Version] = (changes.map(\.version) + [version2]).sorted()

  private static let version2 = SOL001Version(2, 6, 1)
  private static let version3 = SOL001Version(3, 3, 1)

  /// What versions change in the types of 2.6.1, for NSD and PNFD in those of 3.3.1, and whether later ones keep it.
  private static let changes: [(version: SOL001Version, kinds: Set<Kind>, isKept: Bool)] = [
    (SOL001Version(2, 5, 1), [.vnfd], false),
    (SOL001Version(2, 7, 1), [.common, .vnfd], true),
    (version3, [.common, .vnfd], true),
    (SOL001Version(4, 4, 1), [.common, .vnfd, .pnfd, .nsd], true),
  ]
}

extension BuiltInImports {
  /// The files that each version of SOL 001 consists of.
  private enum Kind: String {
    case common, vnfd, pnfd, nsd

    /// The oldest version of this kind that is built in.
    var oldest: SOL001Version {
      self == .nsd || self == .pnfd ? version3 : versions[0]
    }

    /// The embedded files of this kind and of those that it imports.
    func definitions(_ version: SOL001Version) -> [String] {
      let imported: [Kind] =
        switch self {
        case .common: []
        case .vnfd, .pnfd: [.common]
        case .nsd: [.common, .vnfd, .pnfd]
        }
      return (imported + [self]).flatMap { $0.files(version) }
    }

    /// The embedded files of this kind: the types, then what the versions change in them.
    private func files(_ version: SOL001Version) -> [String] {
      let name = "etsi_nfv_sol001_\(rawValue)"
      let applied = changes.filter { change in
        change.kinds.contains(self) && (change.isKept ? change.version <= version : change.version == version)
      }
      return [name] + applied.map { "\(name)_\($0.version.major)_\($0.version.minor)_\($0.version.patch)" }
    }
  }

  /// The parts of a path or address, without what may follow it such as `?inline=false`.
  private static func folders(_ importName: String) -> [Substring] {
    importName.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
  }

  /// Reads the name of a file, `etsi_nfv_sol001_vnfd_types.yaml` or `etsi_nfv_sol001_vnfd_2_6_1_types.yaml`.
  private static func kindAndVersion(_ file: Substring) -> (kind: Kind, version: SOL001Version?)? {
    var stem = file.lowercased()
    for ending in [".yaml", ".yml"] where stem.hasSuffix(ending) {
      stem.removeLast(ending.count)
    }
    let words = stem.split(separator: "_")
    guard words.count >= 5, words[..<3] == ["etsi", "nfv", "sol001"], words.last == "types",
      let kind = Kind(rawValue: String(words[3]))
    else { return nil }
    let numbers = words[4..<(words.count - 1)]
    if numbers.isEmpty { return (kind, nil) }
    return SOL001Version(numbers).map { (kind, $0) }
  }

  /// The version that the folders of a path or address name, such as `v2.6.1`.
  private static func version(in path: [Substring]) -> SOL001Version? {
    path.dropLast().lazy.compactMap { folder in
      SOL001Version(folder.drop { $0 == "v" || $0 == "V" }.split(separator: "."))
    }.first
  }

  /// The version that an import names, in its file's name or before it.
  private static func version(named importName: String) -> SOL001Version? {
    let path = folders(importName)
    guard let (_, version) = path.last.flatMap(kindAndVersion) else { return nil }
    return version ?? self.version(in: path)
  }
}
