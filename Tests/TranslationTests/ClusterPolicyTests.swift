import OpenStack
import Support
import Testing
import Translation

/// A VDU in a cluster, with the node templates and policies given beside them.
func clustered(_ policies: String, nodes: String = "") -> String {
  """
  topology_template:
    node_templates:
      web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
  \(nodes)
    policies:
    - scaling:
        type: libretto.policies.Scaling
        targets: [web]
        properties: {min_instances: 1, default_instances: 2, max_instances: 3, cooldown: 60}
  \(policies)
  """
}

/// A port of the VDU on a network that the template makes.
let madeNetwork = """
      CP1: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}, {virtualBinding: web}]}
      VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24}}
  """

/// A port of the VDU whose address is an output, so that its nodes are stacks.
let managedPort = """
      CP1:
        type: tosca.nodes.nfv.CP.Tacker
        properties: {management: true}
        requirements: [{virtualLink: VL1}, {virtualBinding: web}]
      VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: net0}}
  """

/// A resource of what a template becomes.
func resource(_ name: String, of template: String) -> HeatResource? {
  ReadTemplate(template, .cluster).translated().translation?.main.resources.first { $0.name == name }?.element
}

/// A policy in a template, and the type and properties of what its cluster gets.
struct ClusterPolicyCase: CustomTestStringConvertible, Sendable {
  let type: String
  let stated: String
  let name: String
  let spec: String
  let properties: Value

  var testDescription: String { type }

  static let all: [Self] = [
    Self(
      type: "Deletion", stated: "{grace_period: 20, reduce_desired_capacity: false}", name: "deletion",
      spec: "senlin.policy.deletion-1.0",
      properties: ["criteria": "OLDEST_FIRST", "grace_period": 20, "reduce_desired_capacity": false]),
    Self(
      type: "Batch", stated: "{min_in_service: 2, pause_time: 5}", name: "batch",
      spec: "senlin.policy.batch-1.0", properties: ["min_in_service": 2, "pause_time": 5]),
    Self(
      type: "ZonePlacement", stated: "{zones: [{name: az1, weight: 2}, {name: az2}]}", name: "zone_placement",
      spec: "senlin.policy.zone_placement-1.0",
      properties: ["zones": [["name": "az1", "weight": 2], ["name": "az2"]]]),
    Self(
      type: "RegionPlacement", stated: "{regions: [{name: north, cap: 4}]}", name: "region_placement",
      spec: "senlin.policy.region_placement-1.0", properties: ["regions": [["name": "north", "cap": 4]]]),
    Self(
      type: "Affinity", stated: "{policy: soft-affinity, availability_zone: az1}", name: "affinity",
      spec: "senlin.policy.affinity-1.0",
      properties: ["servergroup": ["policies": "soft-affinity"], "availability_zone": "az1"]),
    Self(
      type: "Health",
      stated:
        "{detection: NODE_STATUS_POLL_URL, interval: 70, poll_url: 'http://{nodename}/', recovery: REBOOT}",
      name: "health", spec: "senlin.policy.health-1.1",
      properties: [
        "detection": [
          "interval": 70,
          "detection_modes": [
            ["type": "NODE_STATUS_POLL_URL", "options": ["poll_url": "http://{nodename}/"]]
          ],
        ], "recovery": ["actions": [["name": "REBOOT"]]],
      ]),
    Self(
      type: "LoadBalancing", stated: "{port: 8080, vip_network: outside, vip_port: 80, subnet: inside}",
      name: "load_balancing", spec: "senlin.policy.loadbalance-1.1",
      properties: [
        "pool": ["protocol": "HTTP", "protocol_port": 8080, "subnet": "inside"],
        "vip": ["network": "outside", "protocol": "HTTP", "protocol_port": 80],
      ]),
  ]

  var template: String {
    clustered(
      """
        - extra:
            type: libretto.policies.\(type)
            targets: [web]
            properties: \(stated)
      """)
  }
}

@Suite struct ClusterPolicyTests {
  @Test(arguments: ClusterPolicyCase.all)
  func `a policy of a cluster has the properties that Senlin has`(row: ClusterPolicyCase) {
    expectFindings(row.template, .cluster, isTranslated: true)
    let policy = resource("scaling_web_\(row.name)", of: row.template)
    #expect(policy?.type == "OS::Senlin::Policy")
    #expect(policy?["type"] == .string(row.spec))
    #expect(policy?["properties"] == row.properties)
    #expect(policy?["bindings"] == [["cluster": .getResource("scaling_web_cluster")]])
    #expect(policy?.deletionPolicy == .retain)
    #expect(policy?.dependsOn == ["scaling_web_scale_in"])
  }

  @Test(arguments: ClusterPolicyCase.all)
  func `a policy of a cluster is a spec of its own too`(row: ClusterPolicyCase) {
    let specs = ReadTemplate(row.template, .cluster).translated().translation?.specs ?? []
    let spec = specs.first { $0.name == "scaling_web_\(row.name)" }?.element
    #expect(spec?.fullType == row.spec)
    #expect(spec?.properties == row.properties.map)
  }

  @Test func `a policy for what no cluster has is left out`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - gently:
            type: libretto.policies.Deletion
            targets: [web]
      #               ^^^ warning not-translated
        - batches: {type: libretto.policies.Batch}
      #   ^^^^^^^ warning not-translated
      """, .cluster, isTranslated: true)
  }

  @Test func `a policy for a group of the heat driver is left out`() {
    expectFindings(
      clustered(
        """
          - gently:
              type: libretto.policies.Deletion
              targets: [web]
        #               ^^^ warning not-translated
        """
      ).replacing("cooldown: 60}", with: "cooldown: 60, driver: heat}"), .cluster, isTranslated: true)
  }

  @Test func `a cluster has one policy of a kind`() {
    expectFindings(
      clustered(
        """
          - first: {type: libretto.policies.Deletion, targets: [web]}
          - second: {type: libretto.policies.Deletion, targets: [web]}
        #   ^^^^^^ warning not-translated
        """), .cluster, isTranslated: true)
  }

  @Test(arguments: [
    "ZonePlacement, properties: {zones: [{name: az1}]}", "Affinity", "LoadBalancing",
    "Health, properties: {recovery: REBUILD}",
  ])
  func `what Senlin does for servers only is left out for stacks`(policy: String) {
    expectFindings(
      clustered(
        """
          - extra: {targets: [web], type: libretto.policies.\(policy)}
        #   ^^^^^ warning policy-needs-servers
        """, nodes: managedPort), .cluster, isTranslated: true)
  }

  @Test func `nodes are servers on a network that the template makes when a policy needs servers`() {
    let plain = resource("scaling_web_profile", of: clustered("", nodes: madeNetwork))
    #expect(plain?["type"] == "os.heat.stack-1.0")
    let template = clustered(
      """
        - zones:
            type: libretto.policies.ZonePlacement
            targets: [web]
            properties: {zones: [{name: az1}]}
      """, nodes: madeNetwork)
    let profile = resource("scaling_web_profile", of: template)
    #expect(profile?["type"] == "os.nova.server-1.0")
    #expect(profile?["properties"]?["networks"] == [["network": .getAttr("VL1", "show", "id")]])
    let specs = ReadTemplate(template, .cluster).translated().translation?.specs ?? []
    #expect(specs.first?.element.properties["networks"] == [["network": "VL1"]])
  }

  @Test func `a property that only a derived type has is left out`() {
    expectFindings(
      """
      policy_types:
        my.Deletion:
          derived_from: libretto.policies.Deletion
          properties: {mood: {type: string}}
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - scaling:
            type: libretto.policies.Scaling
            targets: [web]
            properties: {min_instances: 1, default_instances: 2, max_instances: 3}
        - gently:
            type: my.Deletion
            targets: [web]
            properties: {mood: mild}
      #                  ^^^^ warning not-translated
      """, .cluster, isTranslated: true)
  }
}

@Suite struct MonitoringPolicyTests {
  private func monitored(_ policy: String) -> String {
    clustered(
      """
        - watch:
            targets: [web]
      \(policy)
      """)
  }

  @Test func `a monitoring policy of Tacker becomes a health policy`() {
    let template = monitored(
      """
            type: tosca.policies.tacker.Monitoring.Ping
            properties: {parameters: {interval: '90'}, actions: {failure: respawn}}
      """)
    expectFindings(template, .cluster, isTranslated: true)
    let policy = resource("scaling_web_health", of: template)
    #expect(policy?["properties"]?["detection"]?["interval"] == 90)
    #expect(policy?["properties"]?["recovery"] == ["actions": [["name": "RECREATE"]]])
  }

  @Test func `monitoring that does nothing makes no health policy`() {
    let template = monitored(
      """
            type: tosca.policies.tacker.Monitoring.NoOp
            properties: {actions: {failure: respawn}}
      """)
    expectFindings(template, .cluster, isTranslated: true)
    #expect(resource("scaling_web_health", of: template) == nil)
  }

  @Test func `what a monitoring policy asks for beyond Senlin is said`() {
    expectFindings(
      monitored(
        """
              type: tosca.policies.tacker.Monitoring
              properties: {name: ping, parameters: {interval: '60'}, actions: {failure: log}}
        #                                                                               ^^^ warning monitoring-not-translated
        """), .cluster, isTranslated: true)
  }
}
