import Diagnostics
import OpenStack
import Support
import Testing
import Translation

@Suite struct AspectTests {
  /// Two VDUs with an image and a size each, in short.
  private static func template(_ policies: String) -> String {
    """
    topology_template:
      node_templates:
        VDU1: &vdu
          type: tosca.nodes.nfv.Vdu.Compute
          properties:
            name: worker
            description: a server
            vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 9}
        VDU2: *vdu
      policies:
      - levels:
          type: tosca.policies.nfv.InstantiationLevels
          properties: {levels: {low: {description: low}, high: {description: high, scale_info: {work: {scale_level: 1}}}}, default_level: high}
      - aspects:
          type: tosca.policies.nfv.ScalingAspects
          properties: {aspects: {work: {name: work, description: more, max_scale_level: 2, step_deltas: [one]}}}
      - begin:
          type: tosca.policies.nfv.VduInitialDelta
          targets: [VDU1, VDU2]
          properties: {initial_delta: {number_of_instances: 2}}
    \(policies)
    """
  }

  private static func groups(_ text: String) -> [String] {
    let (translation, log) = ReadTemplate(text, .vnfd).translated()
    #expect(!log.hasErrors, "\(log.pretty())")
    let groups = (translation?.main.resources ?? []).filter {
      $0.element.type == "OS::Heat::AutoScalingGroup"
    }
    return groups.map { group in
      let sizes: [String] = ["min_size", "max_size", "desired_capacity"].map { name in
        String(group.element[name]?.integer ?? -1)
      }
      return ([group.name] + sizes).joined(separator: " ")
    }
  }

  @Test func `VDUs that grow by the same numbers share the group of their aspect`() {
    let text = Self.template(
      """
        - steps:
            type: tosca.policies.nfv.VduScalingAspectDeltas
            targets: [VDU1, VDU2]
            properties: {aspect: work, deltas: {one: {number_of_instances: 1}}}
      """)
    #expect(Self.groups(text) == ["work 2 4 3"])
    let names = ReadTemplate(text, .vnfd).translated().translation?.main.resources.map(\.name) ?? []
    #expect(names.contains("work_scale_out") && names.contains("work_scale_in"))
    #expect(ReadTemplate(text, .vnfd).translated().translation?.nested.map(\.name) == ["work.hot.yaml"])
    #expect(ReadTemplate(text, .vnfd).translated().translation?.main.outputs.isEmpty == true)
  }

  @Test func `VDUs that do not are groups of their own`() {
    let text = Self.template(
      """
        - steps1:
            type: tosca.policies.nfv.VduScalingAspectDeltas
            targets: [VDU1]
            properties: {aspect: work, deltas: {one: {number_of_instances: 1}}}
        - steps2:
            type: tosca.policies.nfv.VduScalingAspectDeltas
            targets: [VDU2]
            properties: {aspect: work, deltas: {one: {number_of_instances: 2}}}
      """)
    #expect(Self.groups(text) == ["work_VDU1 2 4 3", "work_VDU2 2 6 4"])
    #expect(
      ReadTemplate(text, .vnfd).translated().log.findings.contains { $0.code.name == "split-aspect" })
  }

  @Test func `a VDU without an aspect is a group of a fixed size`() {
    let text = Self.template(
      """
        - steps:
            type: tosca.policies.nfv.VduScalingAspectDeltas
            targets: [VDU1]
            properties: {aspect: work, deltas: {one: {number_of_instances: 4}}}
      """)
    #expect(Self.groups(text) == ["work 2 9 6", "VDU2_group 1 9 2"])
    let names = ReadTemplate(text, .vnfd).translated().translation?.main.resources.map(\.name) ?? []
    #expect(!names.contains("VDU2_scale_out"))
  }

  @Test func `a level that is over the profile of a VDU counts, a step is not`() {
    let text = Self.template(
      """
        - steps:
            type: tosca.policies.nfv.VduScalingAspectDeltas
            targets: [VDU1]
            properties: {aspect: work, deltas: {one: {number_of_instances: 5}}}
        - sizes:
            type: tosca.policies.nfv.VduInstantiationLevels
            targets: [VDU1]
            properties: {levels: {low: {number_of_instances: 10}, high: {number_of_instances: 7}}}
      """)
    #expect(Self.groups(text).first == "work 2 10 7")
  }

  @Test func `the senlin driver makes a cluster for each VDU of an aspect`() {
    let text = Self.template(
      """
        - steps:
            type: tosca.policies.nfv.VduScalingAspectDeltas
            targets: [VDU1, VDU2]
            properties: {aspect: work, deltas: {one: {number_of_instances: 1}}}
      """)
    let resources = ReadTemplate(text, .vnfd).translated(driver: .senlin).translation?.main.resources ?? []
    let clusters = resources.filter { $0.element.type == "OS::Senlin::Cluster" }.map(\.name)
    #expect(clusters == ["work_VDU1_cluster", "work_VDU2_cluster"])
  }

  @Test func `an aspect cannot lead out of the folder`() {
    let text = Self.template("").replacing("{work: {name", with: "{'../work': {name")
    #expect(
      ReadTemplate(text, .vnfd).translated().log.findings.contains { $0.code.name == "unusable-name" })
  }
}

@Suite struct ServerGroupTests {
  @Test func `a rule about hosts becomes a server group, one about zones is left out`() {
    let text = """
      topology_template:
        node_templates:
          VDU1: &vdu
            type: tosca.nodes.nfv.Vdu.Compute
            properties:
              name: worker
              description: a server
              vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 9}
          VDU2: *vdu
        groups:
          both: {type: tosca.groups.nfv.PlacementGroup, properties: {description: both}, members: [VDU1, VDU2]}
        policies:
        - apart:
            {type: tosca.policies.nfv.AntiAffinityRule, targets: [both], properties: {scope: nfvi_node}}
        - near:
            {type: tosca.policies.nfv.AffinityRule, targets: [VDU1, VDU2], properties: {scope: zone}}
      """
    let (translation, log) = ReadTemplate(text, .vnfd).translated()
    let left = log.findings.filter { $0.code.name == "not-translated" }
    #expect(left.count == 1, "\(log.pretty())")
    let resources = translation?.main.resources ?? []
    let group = resources.first { $0.name == "apart_group" }
    #expect(group?.element["policies"] == ["anti-affinity"])
    for name in ["VDU1", "VDU2"] {
      let hints = resources.first { $0.name == name }?.element["scheduler_hints"]
      #expect(hints == ["group": .getResource("apart_group")])
    }
  }
}
