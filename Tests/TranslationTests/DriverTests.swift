import Diagnostics
import OpenStack
import Support
import Testing
import Translation

/// Two VDUs of which the first policy scales both and the second none; each policy has the driver given.
private func twoPolicies(_ first: String, _ second: String) -> String {
  """
  topology_template:
    node_templates:
      web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
      db: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian, flavor: m1.large, user_data: echo}}
    policies:
    - one:
        type: tosca.policies.tacker.Scaling
        properties:
          driver: \(first)
          targets: [web]
          increment: 1
          cooldown: 60
          min_instances: 1
          default_instances: 2
          max_instances: 3
    - two:
        type: tosca.policies.tacker.Scaling
        properties:
          driver: \(second)
          targets: [db]
          increment: 1
          cooldown: 60
          min_instances: 1
          default_instances: 2
          max_instances: 3
  """
}

@Suite struct DriverTests {
  private static let heat = [
    "one_group", "one_scale_out", "one_scale_in", "two_group", "two_scale_out", "two_scale_in",
  ]
  private static let senlin = ["one_web", "two_db"].flatMap { name in
    ["profile", "cluster", "scale_out", "scale_in", "scale_out_receiver", "scale_in_receiver"].map {
      "\(name)_\($0)"
    }
  }

  /// The names of the resources and files that the two policies become.
  private func names(
    _ first: String, _ second: String, driver: TranslationPlan.Driver? = nil
  ) throws -> (resources: [String], files: [String]) {
    let (translation, log) = ReadTemplate(twoPolicies(first, second)).translated(driver: driver)
    #expect(log.findings.isEmpty)
    let found = try #require(translation)
    return (found.main.resources.map(\.name), found.files.map(\.name))
  }

  @Test func `each policy has its own driver and its own names`() throws {
    #expect(try names("heat", "heat").resources == Self.heat)
    #expect(try names("senlin", "senlin").resources == Self.senlin)
    #expect(try names("heat", "senlin").resources == Self.heat.prefix(3) + Self.senlin.suffix(6))
  }

  @Test func `the command line overrides the driver of the template`() throws {
    #expect(try names("heat", "senlin", driver: .senlin).resources == Self.senlin)
    #expect(try names("heat", "senlin", driver: .heat).resources == Self.heat)
  }

  @Test func `a nested template has its file, and a cluster has its specs`() throws {
    #expect(try names("heat", "heat").files == ["stack.yaml", "one_res.yaml", "two_res.yaml"])
    #expect(
      try names("senlin", "senlin").files == [
        "stack.yaml", "two_db.yaml", "senlin/one_web_profile.yaml", "senlin/one_web_scale_out.yaml",
        "senlin/one_web_scale_in.yaml", "senlin/two_db_profile.yaml", "senlin/two_db_scale_out.yaml",
        "senlin/two_db_scale_in.yaml",
      ])
  }

  @Test func `two VDUs of one policy of the senlin driver are two clusters`() throws {
    let template = """
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          db: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian, flavor: m1.large}}
        policies:
        - one:
            type: tosca.policies.tacker.Scaling
            properties:
              driver: senlin
              targets: [web, db]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
      """
    let (translation, _) = ReadTemplate(template).translated()
    let clusters = translation?.main.resources.filter { $0.element.type == "OS::Senlin::Cluster" }.map(\.name)
    #expect(clusters == ["one_web_cluster", "one_db_cluster"])
  }

  @Test func `what a cluster takes from outside keeps apart from its own names`() throws {
    let template = """
      topology_template:
        inputs: {CP1: {type: string}}
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          server:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: {get_input: CP1}, flavor: m1.tiny, user_data: {get_input: CP1}}
          CP1: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}, {virtualBinding: server}]}
        policies:
        - one:
            type: tosca.policies.tacker.Scaling
            properties:
              driver: senlin
              targets: [server]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
      """
    let translation = try #require(ReadTemplate(template).translated().translation)
    let nested = try #require(translation.nested.first?.element)
    let port = nested.resources.first { $0.name == "CP1" }?.element
    let server = nested.resources.first { $0.name == "server" }?.element
    #expect(nested.parameters.map(\.name) == ["CP1_", "vl1_id"])
    #expect(port?["network"] == .getParam("vl1_id"))
    #expect(server?["image"] == .getParam("CP1_"))
  }

  @Test func `the same template gives the same bytes`() throws {
    let template = ReadTemplate(twoPolicies("senlin", "senlin"))
    let first = try #require(template.translated().translation)
    let second = try #require(ReadTemplate(twoPolicies("senlin", "senlin")).translated().translation)
    #expect(first.files.map(\.name) == second.files.map(\.name))
    #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
    #expect(first.main == second.main)
  }
}

@Suite struct SpecTests {
  @Test func `a bare spec knows no stack`() throws {
    let template = """
      topology_template:
        inputs: {net: {type: string, default: net0}}
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: {get_input: net}}}
          VL2: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          db: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: debian, flavor: m1.large, user_data: echo}}
          CP1: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}, {virtualBinding: web}]}
          CP2: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL2}, {virtualBinding: db}]}
        policies:
        - one:
            type: tosca.policies.tacker.Scaling
            properties:
              driver: senlin
              targets: [web, db]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
      """
    let translation = try #require(ReadTemplate(template).translated().translation)
    let profiles = translation.specs.filter { $0.name.hasSuffix("profile") }
    let texts = profiles.map { String(decoding: $0.element.value.yaml, as: UTF8.self) }
    #expect(
      texts == [
        """
        type: os.nova.server
        version: '1.0'
        properties:
          image: cirros
          flavor: m1.tiny
          config_drive: false
          networks:
          - network: net0

        """,
        """
        type: os.heat.stack
        version: '1.0'
        properties:
          template:
            heat_template_version: '2016-04-08'
            description: Scaling template
            parameters:
              vl2_id:
                type: string
            resources:
              db:
                type: OS::Nova::Server
                properties:
                  image: debian
                  flavor: m1.large
                  config_drive: false
                  user_data: echo
                  user_data_format: SOFTWARE_CONFIG
                  networks:
                  - port: {get_resource: CP2}
              CP2:
                type: OS::Neutron::Port
                properties:
                  network: {get_param: vl2_id}
          parameters:
            vl2_id: VL2
          disable_rollback: true

        """,
      ])
  }
}
