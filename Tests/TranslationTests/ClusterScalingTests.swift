import OpenStack
import Support
import Testing
import Translation

/// Two scaling policies for one VDU, with what the second says.
private func twice(_ second: String, driver: String = "senlin") -> String {
  """
  topology_template:
    node_templates:
      web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
      db: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
    policies:
    - step:
        type: libretto.policies.Scaling
        targets: [web]
        properties:
          {min_instances: 1, default_instances: 2, max_instances: 9, cooldown: 60, driver: \(driver)}
    - rush:
        type: libretto.policies.Scaling
  \(second)
  """
}

@Suite struct ClusterScalingTests {
  @Test func `two policies scale one cluster, each by its own step`() {
    let template = twice(
      """
            targets: [web]
            properties: {min_instances: 1, default_instances: 2, max_instances: 9, cooldown: 60, increment: 4}
      """)
    expectFindings(template, .cluster, isTranslated: true)
    let translation = ReadTemplate(template, .cluster).translated().translation
    #expect(translation?.plan.groups.count == 1)
    #expect(
      translation?.main.resources.map(\.name) == [
        "db", "step_web_profile", "step_web_cluster", "step_web_scale_out", "step_web_scale_in",
        "rush_web_scale_out", "rush_web_scale_in", "step_web_scale_out_receiver",
        "step_web_scale_in_receiver", "rush_web_scale_out_receiver", "rush_web_scale_in_receiver",
      ])
    let receiver = resource("rush_web_scale_out_receiver", of: template)
    #expect(receiver?["cluster"] == .getResource("step_web_cluster"))
    #expect(receiver?["params"] == ["count": 4])
    #expect(resource("rush_web_scale_out", of: template)?.dependsOn == ["step_web_scale_in"])
    #expect(
      resource("rush_web_scale_in", of: template)?["properties"]?["adjustment"]?["number"] == 4)
  }

  @Test func `two policies scale one group of Heat`() {
    let template = twice(
      """
            targets: [web]
            properties:
              {min_instances: 1, default_instances: 2, max_instances: 9, increment: 4, driver: heat, cooldown: 5}
      """, driver: "heat")
    expectFindings(template, .cluster, isTranslated: true)
    let translation = ReadTemplate(template, .cluster).translated().translation
    #expect(
      translation?.main.resources.map(\.name) == [
        "db", "step_group", "step_scale_out", "step_scale_in", "rush_scale_out", "rush_scale_in",
      ])
    let policy = resource("rush_scale_in", of: template)
    #expect(policy?["auto_scaling_group_id"] == .getResource("step_group"))
    #expect(policy?["scaling_adjustment"] == -4)
  }

  @Test(arguments: [
    "{min_instances: 1, default_instances: 2, max_instances: 8, cooldown: 60}",
    "{min_instances: 1, default_instances: 3, max_instances: 9, cooldown: 60}",
    "{min_instances: 1, default_instances: 2, max_instances: 9, cooldown: 60, driver: heat}",
  ])
  func `policies that scale one cluster agree in its size and driver`(properties: String) {
    expectFindings(
      twice(
        """
              targets: [web]
        #               ^^^ error scaled-twice
              properties: \(properties)
        """), .cluster, isTranslated: true)
  }

  @Test func `a second policy of the heat driver is for the whole group`() {
    expectFindings(
      twice(
        """
              targets: [db, web]
        #                   ^^^ error scaled-twice
              properties: {min_instances: 1, default_instances: 2, max_instances: 9, cooldown: 60, driver: heat}
        """, driver: "heat"), .cluster, isTranslated: true)
  }

  @Test func `a target that is named twice is scaled once`() {
    expectFindings(
      twice(
        """
              targets: [db, db]
              properties: {min_instances: 1, default_instances: 2, max_instances: 9, cooldown: 60}
        """), .cluster, isTranslated: true)
  }

  @Test func `bounds that are written alike are the same`() {
    expectFindings(
      """
      topology_template:
        inputs: {most: {type: integer, default: 5}}
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - step:
            type: libretto.policies.Scaling
            targets: [web]
            properties: {min_instances: 1, default_instances: 2, max_instances: {get_input: most}}
        - rush:
            type: libretto.policies.Scaling
            targets: [web]
            properties: {min_instances: 1, default_instances: 2, max_instances: {get_input: most}, increment: 2}
      """, .cluster, isTranslated: true)
  }

  @Test func `policies of one cluster share their cooldowns`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - step:
            type: libretto.policies.Scaling
            targets: [web]
            properties: {min_instances: 1, default_instances: 2, max_instances: 3, cooldown: 60}
        - rush:
      #   ^^^^ warning shared-cooldown
            type: libretto.policies.Scaling
            targets: [web]
            properties: {min_instances: 1, default_instances: 2, max_instances: 3, cooldown: 10}
      """, .cluster, isTranslated: true)
  }

  @Test func `a receiver of messages is for whoever deploys`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - step:
            type: libretto.policies.Scaling
            targets: [web]
            properties:
              {min_instances: 1, default_instances: 2, max_instances: 3, receiver: message}
      #                                                                            ^^^^^^^ warning message-receiver
      """, .cluster, isTranslated: true)
  }

  @Test func `the cluster policy of heat-translator is for Senlin`() {
    let template = """
      policy_types:
        tosca.policies.Scaling.Cluster: {derived_from: tosca.policies.tacker.Scaling}
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - scaling:
            type: tosca.policies.Scaling.Cluster
            properties:
              {targets: [web], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      """
    #expect(resource("scaling_web_cluster", of: template)?.type == "OS::Senlin::Cluster")
  }
}

@Suite struct AdoptionTests {
  private func adopting(_ metadata: String, size: String = "2") -> String {
    """
    topology_template:
      inputs: {size: {type: integer, default: 4}}
      node_templates:
        web:
          type: tosca.nodes.nfv.VDU.Tacker
          properties: {image: cirros, flavor: m1.tiny}
    \(metadata)
      policies:
      - scaling:
          type: libretto.policies.Scaling
          targets: [web]
          properties: {min_instances: 1, default_instances: \(size), max_instances: 3}
    """
  }

  @Test(arguments: [
    ("one", "2", 1), ("one, two", "3", 1), ("one, two", "2", 1), ("one,", "3", 2),
  ])
  func `a cluster makes the nodes that it does not adopt`(identities: String, size: String, made: Int) {
    let template = adopting("      metadata: {libretto.adopt: '\(identities)'}", size: size)
    #expect(resource("scaling_web_cluster", of: template)?["desired_capacity"] == .integer(made))
  }

  @Test func `adopting is for whoever deploys`() {
    expectFindings(
      adopting(
        """
              metadata: {libretto.adopt: 6d5f}
        #                                ^^^^ warning adopted-node
        """), .cluster, isTranslated: true)
  }

  @Test func `the size of a cluster that adopts is a plain value`() {
    expectFindings(
      """
      topology_template:
        inputs: {size: {type: integer, default: 4}}
        node_templates:
          web:
            type: tosca.nodes.nfv.VDU.Tacker
            metadata: {libretto.adopt: 6d5f}
            properties: {image: cirros, flavor: m1.tiny}
        policies:
        - scaling:
            type: libretto.policies.Scaling
            targets: [web]
            properties: {min_instances: 1, default_instances: {get_input: size}, max_instances: 5}
      #                                                       ^^^^^^^^^^^^^^^^^ error plain-value
      """, .cluster, isTranslated: true)
  }

  @Test func `only clusters adopt`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          web:
            type: tosca.nodes.nfv.VDU.Tacker
            metadata: {libretto.adopt: 6d5f}
      #                ^^^^^^^^^^^^^^ warning not-translated
            properties: {image: cirros, flavor: m1.tiny}
      """, .cluster, isTranslated: true)
  }
}

@Suite struct BalancedClusterTests {
  private func balanced(_ balancer: String, nodes: String = madeNetwork) -> String {
    clustered(
      "",
      nodes: """
        \(nodes)
            front:
              type: tosca.nodes.LoadBalancer
        \(balancer)
        """)
  }

  @Test func `a load balancer in front of a cluster becomes a policy of it`() {
    let template = balanced(
      """
            properties: {algorithm: source-ip}
            capabilities: {client: {properties: {protocol: https, port: 443}}}
            requirements: [{application: {node: web, capability: endpoint}}]
      """)
    expectFindings(template, .cluster, isTranslated: true)
    let subnet = Value.getAttr("VL1_subnet", "show", "id")
    #expect(
      resource("scaling_web_load_balancing", of: template)?["properties"] == [
        "pool": ["protocol": "HTTPS", "protocol_port": 443, "subnet": subnet, "lb_method": "SOURCE_IP"],
        "vip": ["subnet": subnet, "protocol": "HTTPS", "protocol_port": 443],
      ])
    #expect(resource("front", of: template) == nil)
  }

  @Test func `the subnet of an existing network is a parameter`() {
    let template = balanced(
      "      requirements: [{application: {node: web, capability: endpoint}}]",
      nodes: madeNetwork.replacing("cidr: 10.0.0.0/24", with: "network_name: net0"))
    expectFindings(template, .cluster, isTranslated: true)
    let translation = ReadTemplate(template, .cluster).translated().translation
    #expect(translation?.main.parameters.map(\.name) == ["front_port", "front_subnet"])
    #expect(
      resource("scaling_web_load_balancing", of: template)?["properties"]?["pool"]?["subnet"]
        == .getParam("front_subnet"))
  }

  @Test func `a load balancer in front of stacks is no policy`() {
    let template = balanced(
      """
            capabilities: {client: {properties: {protocol: http, port: 80}}}
            requirements: [{application: {node: web, capability: endpoint}}]
      """, nodes: managedPort)
    expectFindings(template, .cluster, isTranslated: true)
    #expect(resource("front", of: template)?.type == "OS::Octavia::LoadBalancer")
    #expect(resource("scaling_web_load_balancing", of: template) == nil)
  }

  @Test func `a way to balance that Senlin has not is left out`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          web: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          front:
            type: tosca.nodes.LoadBalancer
            properties: {algorithm: lottery}
      #                             ^^^^^^^ warning not-translated
            requirements: [{application: {node: web, capability: endpoint}}]
        policies:
        - scaling:
            type: libretto.policies.Scaling
            targets: [web]
            properties: {min_instances: 1, default_instances: 2, max_instances: 3}
      """, .cluster, isTranslated: true)
  }
}
