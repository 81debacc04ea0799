extension Profile {
  /// The grammar of the files that name this profile; the NFV and MEC profiles stand on the Simple Profile.
  var grammar: Grammar {
    switch version {
    case "tosca_simple_yaml_1_0": .simple1_0
    case "tosca_simple_yaml_1_1": .simple1_1
    case "tosca_simple_yaml_1_2": .simple1_2
    default: .simple1_3
    }
  }

  /// Whether the profile is the NFV one, whose users write what TOSCA itself does not have.
  var isNFV: Bool {
    version.hasPrefix("tosca_simple_profile_for_nfv")
  }

  /// The profile that a document names: by its short form or by the URI of its namespace (3.1).
  static func of(_ version: String) -> Profile? {
    let namespace = "http://docs.oasis-open.org/tosca/ns/simple/yaml/"
    guard version.hasPrefix(namespace) else { return named(version) }
    return named("tosca_simple_yaml_" + version.dropFirst(namespace.count).replacing(".", with: "_"))
  }
}
