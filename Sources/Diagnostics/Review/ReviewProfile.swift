/// A named choice of how bad rules are, for one kind of review.
package struct ReviewProfile: Sendable {
  package let name: String
  package let levels: [String: FindingPolicy.Level]

  package static let all: [ReviewProfile] = [strict, tacker, sol001]

  package static func named(_ name: String) -> ReviewProfile? {
    all.first { $0.name == name }
  }

  /// What is read here by grace, as Tacker and others read it, but is not as TOSCA or Tacker's own types have it.
  static let strict = ReviewProfile(
    name: "strict",
    levels: [
      "deprecated-name": .error,
      "driver-spelling": .error,
      "duplicate-key": .error,
      "event-implementation": .error,
      "event-type": .error,
      "implicit-profile": .error,
      "metering-key": .error,
      "missing-requirement": .error,
      "policy-driver-key": .error,
      "redundant-constraint": .error,
      "scaling-cooldown-default": .error,
      "scaling-targets-property": .error,
      "unquoted-string": .error,
      "yaml-second-document": .error,
    ])

  /// What Tacker's descriptors do and Tacker reads without a word.
  static let tacker = ReviewProfile(
    name: "tacker",
    levels: [
      "deprecated-name": .info,
      "driver-spelling": .info,
      "event-type": .off,
      "image-without-artifact": .off,
      "implicit-profile": .off,
      "metering-key": .info,
      "missing-requirement": .off,
      "policy-driver-key": .info,
      "redundant-constraint": .off,
      "retired-metric": .info,
      "unquoted-string": .off,
    ])

  /// What a descriptor must not have to be one of ETSI GS NFV-SOL 001.
  static let sol001 = ReviewProfile(
    name: "sol001",
    levels: [
      "aspect-without-deltas": .error,
      "default-language": .error,
      "default-level": .error,
      "deprecated-name": .error,
      "descriptor-id": .warning,
      "flavour-without-topology": .error,
      "image-checksum": .error,
      "image-does-not-fit": .error,
      "image-without-data": .error,
      "instance-bounds": .error,
      "layer-protocol": .error,
      "level-mismatch": .error,
      "level-not-covered": .error,
      "missing-flavour": .error,
      "missing-initial-delta": .error,
      "missing-requirement": .error,
      "policy-driver-key": .error,
      "policy-without-target": .error,
      "scale-level": .error,
      "second-image": .error,
      "second-size": .error,
      "step-deltas": .error,
      "unknown-aspect": .error,
      "unknown-delta": .error,
      "unmapped-requirement": .error,
      "unquoted-string": .error,
    ])
}
