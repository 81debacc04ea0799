import Diagnostics
import OpenStack
import Support
import Testing
import Translation

/// Two groups of the `heat` driver, each of a VDU with a flavor of its own, that take the same inputs.
private let twoGroups = """
  topology_template:
    inputs:
      processors: {type: integer, default: 2}
      image: {type: string, default: cirros}
    node_templates:
      web:
        type: tosca.nodes.nfv.VDU.Tacker
        properties: {image: {get_input: image}, name: {get_input: image}, mgmt_driver: openwrt}
        capabilities:
          nfv_compute:
            properties: {num_cpus: {get_input: processors}, mem_size: 1 GB}
      db:
        type: tosca.nodes.nfv.VDU.Tacker
        properties:
          image: {get_input: image}
          metadata: {processors: {get_input: processors}}
          mgmt_driver: openwrt
        capabilities:
          nfv_compute:
            properties: {num_cpus: {get_input: processors}, mem_size: 1 GB}
    policies:
    - one:
        type: tosca.policies.tacker.Scaling
        properties:
          {targets: [web], increment: 1, cooldown: 60, min_instances: 1, default_instances: 1, max_instances: 2}
    - two:
        type: tosca.policies.tacker.Scaling
        properties:
          {targets: [db], increment: 1, cooldown: 60, min_instances: 1, default_instances: 1, max_instances: 2}
  """

@Suite struct NestedTemplateTests {
  @Test func `a value that a nested template takes twice is one parameter`() throws {
    let translation = try #require(ReadTemplate(twoGroups).translated().translation)
    let nested = try #require(translation.nested.first { $0.name == "one_res.yaml" }).element
    #expect(nested.parameters.map(\.name).count { $0.hasPrefix("image") } == 1)
    let server = try #require(nested.resources.first { $0.name == "web" }).element
    #expect(server["name"] == server["image"])
  }

  @Test func `an input of what stands in the main template is no parameter of the nested one`() throws {
    let translation = try #require(ReadTemplate(twoGroups).translated().translation)
    let nested = translation.nested.map { $0.element.parameters.map(\.name) }
    #expect(nested.map { $0.contains("processors") } == [false, true])
    let flavors = translation.main.resources.filter { $0.element.type == "OS::Nova::Flavor" }
    #expect(flavors.map { $0.element["vcpus"] } == [.getParam("processors"), .getParam("processors")])
    let groups = translation.main.resources.filter { $0.element.type == "OS::Heat::AutoScalingGroup" }
    let given = groups.map { $0.element["resource"]?["properties"]?["processors"] }
    #expect(given == [nil, .getParam("processors")])
  }

  @Test func `what each nested template reports is kept, in order`() {
    let log = ReadTemplate(twoGroups).translated().log
    let left = log.findings.filter { $0.code == "not-translated" && $0.message.contains("mgmt_driver") }
    #expect(left.count == 2)
    #expect(left.map(\.range.start.line) == left.map(\.range.start.line).sorted())
  }

  @Test func `a group waits once for what two of its members need`() throws {
    let translation = try #require(
      ReadTemplate(
        """
        topology_template:
          node_templates:
            net:
              type: tosca.nodes.nfv.VL
              properties: {vendor: acme, cidr: 10.0.0.0/24}
            web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
            one:
              type: tosca.nodes.nfv.CP.Tacker
              requirements: [{virtualLink: net}, {virtualBinding: web}]
            two:
              type: tosca.nodes.nfv.CP.Tacker
              requirements: [{virtualLink: net}, {virtualBinding: web}]
          policies:
          - scaling:
              type: tosca.policies.tacker.Scaling
              properties:
                {targets: [web], increment: 1, cooldown: 60, min_instances: 1, default_instances: 1, max_instances: 2}
        """
      ).translated().translation)
    let group = translation.main.resources.first { $0.element.type == "OS::Heat::AutoScalingGroup" }
    #expect(group?.element.dependsOn == ["net_subnet"])
  }

  @Test func `a spec stands on the default of an input, and on a part of it`() throws {
    let translation = try #require(ReadTemplate(twoGroups).translated(driver: .senlin).translation)
    let spec = try #require(translation.specs.first { $0.name == "one_web_profile" }).element
    #expect(spec.properties["parameters"]?.map?.contains { $0.value == "cirros" } == true)
  }
}
