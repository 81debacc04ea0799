import Diagnostics
import OpenStack
import Support
import Testing
import Translation

@Suite struct PlacementTests {
  @Test(arguments: [
    ("{policy: anti-affinity}", "anti-affinity"), ("{}", "affinity"),
    ("{policy: anti-affinity, strict: false}", "soft-anti-affinity"),
    ("{strict: false}", "soft-affinity"),
  ])
  func `a placement policy becomes a server group that its servers name`(properties: String, policy: String)
    throws
  {
    let template = """
      topology_template:
        groups:
          both: {type: tosca.groups.Root, members: [VDU1, VDU2]}
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - apart: {type: tosca.policies.tacker.Placement, targets: [both], properties: \(properties)}
      """
    let (translation, log) = ReadTemplate(template).translated()
    let resources = try #require(translation).main.resources
    #expect(log.findings.isEmpty)
    #expect(resources.last?.element.properties == ["name": "apart", "policies": [.string(policy)]])
    #expect(
      resources.prefix(2).allSatisfy {
        $0.element["scheduler_hints"] == ["group": ["get_resource": "apart"]]
      })
  }

  @Test func `scaled servers take their server group as a parameter`() throws {
    let template = """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - apart: {type: tosca.policies.tacker.Placement, targets: [VDU1], properties: {policy: anti-affinity}}
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      """
    let translation = try #require(ReadTemplate(template).translated().translation)
    let server = try #require(translation.nested.first?.element.resources.first?.element)
    #expect(server["scheduler_hints"] == ["group": .getParam("apart_id")])
    #expect(translation.main.resources.map(\.name).contains("apart"))
  }

  @Test func `a server is in one server group`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          VDU2:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: cirros
              flavor: m1.tiny
              reservation_metadata: {id: 8b01bdf8}
      #                             ^^^^^^^^^^^^^^ warning placed-twice
        policies:
        - apart:
            type: tosca.policies.tacker.Placement
            targets: [VDU1, VDU2]
            properties: {policy: anti-affinity}
        - again:
      #   ^^^^^ warning placed-twice
      #   ^^^^^ warning affinity-of-one
            type: tosca.policies.tacker.Placement
            targets: [VDU1]
            properties: {policy: anti-affinity}
      """, isTranslated: true)
  }

  @Test(arguments: [
    ("physical_host", "reservation"), ("virtual_instance", "group"), ("{get_input: kind}", "reservation"),
  ])
  func `what is reserved for a server is a hint to the scheduler`(type: String, hint: String) throws {
    let template = """
      topology_template:
        inputs: {kind: {type: string, default: physical_host}}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              {image: cirros, flavor: m1.tiny, reservation_metadata: {resource_type: \(type), id: 8b01bdf8}}
      """
    let translation = try #require(ReadTemplate(template).translated().translation)
    #expect(translation.main.resources[0].element["scheduler_hints"] == [hint: "8b01bdf8"])
  }

  @Test func `a reservation of an unknown kind is left out`() {
    expectFindings(
      """
      topology_template:
        inputs: {kind: {type: string}}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: cirros
              flavor: m1.tiny
              reservation_metadata: {resource_type: {get_input: kind}, id: 8b01bdf8}
      #                                             ^^^^^^^^^^^^^^^^^ warning not-translated
      """, isTranslated: true)
  }
}

@Suite struct ReservationTests {
  private static let template = """
    topology_template:
      inputs: {lease: {type: string}}
      node_templates:
        VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
      policies:
      - RSV:
          type: tosca.policies.tacker.Reservation
          reservation:
            start_actions: [SP1]
            before_end_actions: [SP1, log]
    #                                 ^^^ warning not-translated
            end_actions: [noop]
            properties: {lease_id: {get_input: lease}}
      - SP1:
          type: tosca.policies.tacker.Scaling
          properties:
            {targets: [VDU1], increment: 2, cooldown: 60, min_instances: 1, default_instances: 1, max_instances: 3}
    """

  @Test func `the events of a lease scale`() throws {
    let text = MarkedTemplate(Self.template).text
    let translation = try #require(ReadTemplate(text).translated().translation)
    func alarm(_ name: String) -> HeatResource? {
      translation.main.resources.first { $0.name == name }?.element
    }
    let query: OpenStack.Value = [["field": "traits.lease_id", "op": "eq", "value": .getParam("lease")]]
    #expect(
      alarm("start_actions")?.properties == [
        "event_type": "lease.event.start_lease", "query": query,
        "alarm_actions": [.getAttr("SP1_scale_out", "alarm_url")],
      ])
    #expect(
      alarm("before_end_actions")?.properties == [
        "event_type": "lease.event.before_end_lease", "query": query,
        "alarm_actions": [.getAttr("SP1_scale_in", "alarm_url")],
      ])
    #expect(alarm("end_actions")?.properties == ["event_type": "lease.event.end_lease", "query": query])
  }

  @Test func `an action that scales nothing is said`() {
    expectFindings(Self.template, isTranslated: true)
  }

  @Test func `a call in a reservation is checked`() {
    expectFindings(
      """
      topology_template:
        node_templates: {}
        policies:
        - RSV:
            type: tosca.policies.tacker.Reservation
            reservation: {start_actions: [noop], properties: {lease_id: {get_input: leese}}}
      #                                                                             ^^^^^ error unknown-input
      """)
  }
}

@Suite struct ExternalAlarmTests {
  private static let template = """
    topology_template:
      node_templates:
        web server:
          type: tosca.nodes.nfv.VDU.Tacker
          properties:
            {image: cirros, flavor: m1.tiny, maintenance: true, metadata: {metering.server_group: SG1}}
      policies:
      - alarming:
          type: tosca.policies.tacker.Alarming
          triggers:
            too busy:
              metric: cpu
              metadata: SG1
              condition: {threshold: 80, comparison_operator: gt}
              action: [respawn, log]
    """

  @Test func `actions without a counterpart call a URL`() throws {
    let translation = try #require(
      ReadTemplate(Self.template).translated(alarmURL: "https://vnfm/alarms/").translation)
    func actions(_ name: String) -> OpenStack.Value? {
      translation.main.resources.first { $0.name == name }?.element["alarm_actions"]
    }
    #expect(
      actions("too busy")
        == ["https://vnfm/alarms/too%20busy/respawn", "https://vnfm/alarms/too%20busy/log"])
    #expect(actions("ALL_maintenance") == ["https://vnfm/alarms/ALL_maintenance/ALL"])
    #expect(
      actions("web server_maintenance")
        == ["https://vnfm/alarms/web%20server_maintenance/web%20server"])
  }

  @Test func `without a URL maintenance and actions of others are left out`() {
    expectFindings(
      Self.template
        .replacing(
          "SG1}}\n  policies",
          with:
            "SG1}}\n#                                                     ^^^^ warning not-translated\n  policies"
        )
        .replacing(
          "log]",
          with:
            "log]\n#                  ^^^^^^^ warning not-translated\n#                           ^^^ warning not-translated"
        ),
      isTranslated: true)
  }

  @Test func `a trigger that sets nothing off is an alarm all the same`() throws {
    let template = Self.template.replacing("          action: [respawn, log]", with: "")
    let translation = try #require(ReadTemplate(template).translated().translation)
    let alarm = try #require(translation.main.resources.first { $0.name == "too busy" }?.element)
    #expect(alarm["metric"] == "cpu")
    #expect(alarm["alarm_actions"] == nil)
  }
}

@Suite struct KubernetesTests {
  @Test func `containers and their ports are left out`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
      #   ^^^^ warning not-translated
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              namespace: default
              vnfcs: {web: {image: nginx, num_cpus: 0.5}}
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0, vendor: acme}}
          CP1:
      #   ^^^ warning not-translated
            type: tosca.nodes.nfv.CP.Tacker
            properties: {management: true}
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
        policies:
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      """, isTranslated: true)
  }
}

@Suite struct ForwardingTests {
  @Test func `a service chain is left out with one finding for each part`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          path:
      #   ^^^^ warning not-translated
            type: tosca.nodes.nfv.FP.TackerV2
            properties: {id: 51, path: [{forwarder: VNF1, capability: CP1}]}
        groups:
          graph:
      #   ^^^^^ warning not-translated
            type: tosca.groups.nfv.VNFFG
            properties:
              vendor: acme
              version: '1.0'
              number_of_endpoints: 1
              dependent_virtual_link: [VL1]
              connection_point: [CP1]
              constituent_vnfs: [VNF1]
            members: [path]
      """, isTranslated: true)
  }
}
