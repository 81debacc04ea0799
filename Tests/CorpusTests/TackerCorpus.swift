/// Descriptors and packages of Tacker and of other NFV projects, with what tosca-parser says about them.
enum TackerCorpus {
  private struct Manifest: Decodable {
    let entries: [Entry]
  }

  private struct Entry: Decodable {
    struct Outcome: Decodable {
      let accepted: Bool
    }

    let id: String
    let path: String
    let main: String
    let kind: String
    /// By the parser's version, then by how the template was given to it.
    let tosca_parser: [String: [String: Outcome]]

    var isLegacy: Bool { path.hasPrefix("legacy/") }
    var isAcceptedByAny: Bool { tosca_parser.values.contains { $0.values.contains(where: \.accepted) } }

    /// tosca-parser 2.8.0 is what Tacker's own descriptors were written for.
    var isAcceptedBy2_8: Bool { tosca_parser["2.8.0"]?.values.contains(where: \.accepted) ?? false }
  }

  /// Why the templates that no parser accepts are wrong: the rule that says so.
  private static let reasons: [String: String] = [
    "etc-sample-tosca-vnfd-instance-reservation": "unknown-input",
    "etc-sample-tosca-vnfd-placement-policy-invalid": "constraint",
    "etc-test-ns-nsd": "import-failed",
    "etc-test-nsd": "import-failed",
    "nsd-sample-tosca-nsd": "import-failed",
    "onap-ns-service-vims": "missing-property",
    "onap-vnf-vSBC": "unknown-version",
    "opnfv-parser-test_tosca_nfv_autoscaling": "missing-property",
    "pkg-multi_flavour_deployment": "unknown-type",
    "pkg-multi_flavour_deployment_invalid": "unknown-type",
    "pkg-refactor_mgmt_driver1": "constraint",
    "pkg-test_heal_grant_unit": "unknown-type",
    "solut-tosca_generate_hot_from_tosca_parser_error": "missing-property",
    "solut-tosca_vnfd": "constraint",
    "solut-tosca_vnfd_group_member": "constraint",
    "ut-test_tosca_openwrt_param": "unknown-property",
    "ut-tosca_invalid_vnffgd_template": "unknown-property",
    "ut-tosca_nsd_template": "import-failed",
    "ut-tosca_vnffgd_wrong_cp_number_template": "unknown-property",
    "v2ut-change_vnfpkg_sample": "there is no file",
    "v2ut-sample1": "there is no file",
    "v2ut-sample2": "there is no file",
  ]

  /// The descriptors that Tacker's own parser accepts with Tacker's definitions, and those that it refuses.
  @Sendable static func legacy() throws -> [CorpusCase] {
    try Corpus.manifest(Manifest.self, of: "tacker").entries.filter(\.isLegacy).map {
      sample($0, isAccepted: $0.isAcceptedBy2_8)
    }
  }

  /// Templates and packages after ETSI's SOL001, and those of other projects.
  @Sendable static func external() throws -> [CorpusCase] {
    try Corpus.manifest(Manifest.self, of: "tacker").entries.filter { !$0.isLegacy }.map {
      sample($0, isAccepted: $0.isAcceptedByAny)
    }
  }

  private static func sample(_ entry: Entry, isAccepted: Bool) -> CorpusCase {
    let refusal = reasons[entry.id].map { Expectation.refusedFor(rule: $0) } ?? .refused(lines: [])
    return CorpusCase(
      id: entry.id, file: "tacker/\(entry.path)/\(entry.main)", expectation: isAccepted ? .accepted : refusal)
  }
}
