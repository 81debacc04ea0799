package import Diagnostics
import Loading
package import TOSCA
package import OpenStack
package import Translation

/// What stands in front of the template of a test, so that the test shows only what it is about.
package enum TemplateForm: Sendable {
  /// The version of the NFV profile, and Tacker's imports.
  case nfv
  /// The same, and the import of Libretto's policies.
  case cluster
  /// The version of the Simple Profile 1.3.
  case simple
  /// The version of the Simple Profile 1.3, and the types of a VNF descriptor.
  case vnfd
  /// Nothing: the test has the whole file.
  case whole

  var lines: [String] {
    switch self {
    case .nfv:
      [
        "tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0",
        "imports: [tacker_defs.yaml, tacker_nfv_defs.yaml]",
      ]
    case .cluster:
      [
        "tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0",
        "imports: [tacker_defs.yaml, tacker_nfv_defs.yaml, libretto_policies.yaml]",
      ]
    case .simple: ["tosca_definitions_version: tosca_simple_yaml_1_3"]
    case .vnfd:
      [
        "tosca_definitions_version: tosca_simple_yaml_1_3",
        "imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]",
      ]
    case .whole: []
    }
  }
}

/// A template of a test, read.
package struct ReadTemplate: Sendable {
  package let topology: Topology?
  package let log: DiagnosticLog
  /// How many lines stand in front of what the test wrote.
  package let linesInFront: Int
  private let areInputsGiven: Bool

  package init(
    _ text: String, _ form: TemplateForm = .nfv, importing files: [String: String] = [:],
    policy: FindingPolicy = FindingPolicy(), inputs: [InputSource] = []
  ) {
    let source = (form.lines + [text]).joined(separator: "\n")
    var log = DiagnosticLog(policy: policy)
    topology = readTopology(
      from: SourceFile(name: "template.yaml", bytes: Array(source.utf8)), loader: MemoryLoader(files),
      inputs: inputs, reporting: &log)
    self.log = log
    linesInFront = form.lines.count
    areInputsGiven = !inputs.isEmpty
  }

  /// The translation, and the findings of reading and translating.
  package func translated(
    driver: TranslationPlan.Driver? = nil, lifecycle: TranslationOptions.Lifecycle = .component,
    catalog: Catalog? = nil, alarmURL: String? = nil
  ) -> (translation: Translation?, log: DiagnosticLog) {
    var log = log
    var options = TranslationOptions()
    options.driver = driver
    options.lifecycle = lifecycle
    options.catalog = catalog
    options.setsDefaults = areInputsGiven
    options.alarmURL = alarmURL
    let translation = topology.flatMap { translate($0, options, reporting: &log) }
    return (translation, log)
  }
}
