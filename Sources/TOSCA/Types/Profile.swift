import CDefinitions
import Diagnostics
import YAML

/// The definitions that a value of `tosca_definitions_version` brings with it, without any import.
package struct Profile: Sendable {
  package let version: String
  /// The embedded files, the most general first.
  package let definitions: [String]

  package static let all: [Profile] = [
    Profile(version: "tosca_simple_yaml_1_0", definitions: ["tosca_simple_common", "tosca_simple_1_0"]),
    Profile(version: "tosca_simple_yaml_1_1", definitions: ["tosca_simple_common", "tosca_simple_1_1"]),
    Profile(version: "tosca_simple_yaml_1_2", definitions: ["tosca_simple_common", "tosca_simple_1_2"]),
    Profile(version: "tosca_simple_yaml_1_3", definitions: ["tosca_simple_common", "tosca_simple_1_3"]),
    Profile(version: "tosca_simple_profile_for_nfv_1_0_0", definitions: nfv),
    Profile(version: "tosca_simple_profile_for_nfv_1_0", definitions: nfv),
    Profile(
      version: "tosca_simple_profile_for_mec_1_0_0",
      definitions: ["tosca_simple_common", "tosca_simple_1_0", "tosca_mec_1_0"]),
  ]

  private static let nfv = ["tosca_simple_common", "tosca_simple_1_0", "tosca_nfv_1_0", "tacker"]

  /// The profile that a value of `tosca_definitions_version` names.
  package static func named(_ version: String) -> Profile? {
    all.first { $0.version == version }
  }

  /// The names of all embedded files.
  package static var embeddedNames: [String] {
    var names: [String] = []
    var definition = embedded_definitions()
    while definition.pointee.count > 0 {
      names.append(String(cString: definition.pointee.name))
      definition += 1
    }
    return names
  }

  /// The bytes of an embedded file; nil when there is none of this name.
  package static func embedded(_ name: String) -> [UInt8]? {
    guard let definition = embedded_definition(name)?.pointee else { return nil }
    return Array(UnsafeBufferPointer(start: definition.bytes, count: definition.count))
  }
}
