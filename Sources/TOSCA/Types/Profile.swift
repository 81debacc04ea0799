import CDefinitions
import Diagnostics
import YAML

/// The definitions that a value of `tosca_definitions_version` brings with it, without any import.
package struct Profile: Sendable {
  package let version: String
  /// The embedded files, the most general first.
  let definitions: [String]

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

  /// The names under which Tacker's two definition files are imported; they are built in.
  static let builtInImports: Set<String> = ["tacker_defs.yaml", "tacker_nfv_defs.yaml"]

  private static let nfv = ["tosca_simple_common", "tosca_simple_1_0", "tosca_nfv_1_0", "tacker"]

  static func named(_ version: String) -> Profile? {
    all.first { $0.version == version }
  }

  /// The bytes of an embedded file.
  static func embedded(_ name: String) -> [UInt8]? {
    var definition = embedded_definitions()
    while definition.pointee.count > 0 {
      if String(cString: definition.pointee.name) == name {
        return Array(UnsafeBufferPointer(start: definition.pointee.bytes, count: definition.pointee.count))
      }
      definition += 1
    }
    return nil
  }
}
