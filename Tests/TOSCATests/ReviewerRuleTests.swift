import Diagnostics
import Support
import Testing

@Suite struct ReviewerRuleTests {
  @Test func `an input is asked for`() {
    expectFindings(
      """
      topology_template:
        inputs:
          size: {type: string, default: m1.small}
          colour: {type: string, default: green}
      #   ^^^^^^ warning unused-input
          ports: {type: list, entry_schema: {type: string}, default: []}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: {get_input: [ports, 0]}, flavor: {concat: [{get_input: size}, x]}}
      """)
  }

  @Test func `an input that is misspelt where it is asked for is one mistake`() {
    let log = ReadTemplate(
      """
      topology_template:
        inputs: {size: {type: string, default: m1.small}}
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: {get_input: sise}}}
      """
    ).log
    #expect(log.findings.map(\.code) == ["unknown-input"])
  }

  @Test func `a type is of something`() {
    expectFindings(
      """
      node_types:
        acme.Base: {derived_from: tosca.nodes.Compute}
        acme.Front: {derived_from: acme.Base}
        acme.Back: {derived_from: acme.Base}
      # ^^^^^^^^^ info unused-type
      topology_template:
        node_templates:
          front: {type: acme.Front}
      """, .simple)
  }

  @Test func `a property that goes away is left out`() {
    expectFindings(
      """
      node_types:
        acme.Front:
          derived_from: tosca.nodes.Compute
          properties:
            colour: {type: string, required: false, status: deprecated}
            paint: {type: string, required: false, status: supported}
      topology_template:
        node_templates:
          front: {type: acme.Front, properties: {colour: green, paint: green}}
      #                                          ^^^^^^ warning deprecated-property
      """, .simple)
  }

  @Test func `a server that can be scaled starts between its bounds`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities:
              scalable:
                properties:
                  min_instances: 1
                  max_instances: 3
                  default_instances: 9
      #                              ^ error scaling-bounds
      """, .simple)
  }

  @Test func `a scaling policy is set off where others are`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f, metadata: {metering.server_group: g}}}
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
        policies:
        - front:
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 1, max_instances: 2}
        - back:
      #   ^^^^ info scaling-without-alarm
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU2], increment: 1, cooldown: 60, min_instances: 1, default_instances: 1, max_instances: 2}
        - alarms:
            type: tosca.policies.tacker.Alarming
            triggers:
              busy: {metric: cpu, condition: {threshold: 80, comparison_operator: gt}, metadata: g, action: [front]}
              idle: {metric: cpu, condition: {threshold: 20, comparison_operator: lt}, metadata: g, action: [front]}
      """)
  }

  @Test func `a policy has targets and a group has members`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          servers: {type: tosca.groups.Root}
      #   ^^^^^^^ warning empty-group
        policies:
        - apart: {type: tosca.policies.Placement}
      #   ^^^^^ warning policy-without-target
      """, .simple)
  }

  @Test func `placement is of several instances, and is one thing`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
        policies:
        - alone: {type: tosca.policies.tacker.Placement, targets: [VDU1]}
      #   ^^^^^ warning affinity-of-one
        - together: {type: tosca.policies.tacker.Placement, targets: [VDU1, VDU2]}
        - apart: {type: tosca.policies.tacker.Placement, targets: [VDU2, VDU1], properties: {policy: anti-affinity}}
      #   ^^^^^ error affinity-conflict
      """)
  }

  @Test(arguments: [
    ("nfvi_node", "nfvi_node", true), ("nfvi_node", "zone", true), ("zone", "nfvi_node", false),
    ("zone", "zone_group", true), ("nfvi_pop", "zone", false),
  ])
  func `what shares a place shares each wider one`(affinity: String, antiAffinity: String, isError: Bool) {
    let log = ReadTemplate(
      """
      imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.Vdu.Compute
            properties: &profile {name: a, description: b, vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}}
          VDU2: {type: tosca.nodes.nfv.Vdu.Compute, properties: {<<: *profile, name: c}}
        groups:
          both: {type: tosca.groups.nfv.PlacementGroup, members: [VDU1, VDU2], properties: {description: d}}
        policies:
        - near: {type: tosca.policies.nfv.AffinityRule, targets: [both], properties: {scope: \(affinity)}}
        - far: {type: tosca.policies.nfv.AntiAffinityRule, targets: [VDU1, VDU2], properties: {scope: \(antiAffinity)}}
      """, .simple
    ).log
    #expect(log.findings.map(\.code) == (isError ? ["affinity-conflict"] : []))
  }

  @Test func `a secret is not written in a template`() {
    expectFindings(
      """
      topology_template:
        inputs:
          db_password: {type: string, default: hunter2}
      #                                        ^^^^^^^ warning plain-secret
          api_token: {type: string, default: ''}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: i
              flavor: {get_input: db_password}
              key_name: {get_input: api_token}
              metadata: {admin_password: hunter2, token: $TOKEN, reset_password: 'false'}
      #                                  ^^^^^^^ warning plain-secret
      """)
  }

  @Test(arguments: [
    "password: hunter2", "echo \"root:hunter2\" | chpasswd", "-----BEGIN RSA PRIVATE KEY-----", "PASSWD=x",
  ])
  func `a script for a server holds no secret`(line: String) {
    let log = ReadTemplate(script(line)).log
    #expect(log.findings.map(\.code) == ["secret-in-user-data"])
  }

  @Test(arguments: [
    "# password: hunter2", "password: $PASSWORD", "lock_passwd: ${lock}", "echo \"$line\" | chpasswd",
    "passwd -l root",
  ])
  func `a script that takes its secrets from elsewhere holds none`(line: String) {
    #expect(ReadTemplate(script(line)).log.findings.isEmpty)
  }

  private func script(_ line: String) -> String {
    """
    topology_template:
      node_templates:
        VDU1:
          type: tosca.nodes.nfv.VDU.Tacker
          properties:
            image: i
            flavor: f
            user_data: |
              #!/bin/sh
              \(line)
    """
  }

  @Test func `monitoring and reservation use words that Tacker knows`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: i
              flavor: f
              monitoring_policy:
                name: pin
      #               ^^^ warning unknown-monitor -> ping
                parameters: {interval: 60}
                actions:
                  failure: respwan
      #                    ^^^^^^^ warning monitoring-action -> respawn
              reservation_metadata:
                resource_type: physical
      #                        ^^^^^^^^ error reservation-type
                id: 7d4a4a5c
          VDU2:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: i
              flavor: f
              monitoring_policy: {name: http_ping, actions: {failure: respawn%log}}
              reservation_metadata: {resource_type: virtual_instance, id: 7d4a4a5c}
      """)
  }

  @Test(arguments: [
    "https://example.org", "file:///srv/files", "../files", "files/", "git@example.org:a/b.git",
    "https://registry.example.org/", "http://[::1]:8080/x",
  ])
  func `a repository has a URL`(url: String) {
    #expect(
      ReadTemplate("repositories: {files: {url: '\(url)'}}\ntopology_template: {}", .simple).log.findings
        .isEmpty)
  }

  @Test(arguments: ["h", "a b://c", "http:", "://x", "http://"])
  func `what is no URL is no address of a repository`(url: String) {
    let log = ReadTemplate("repositories: {files: {url: '\(url)'}}\ntopology_template: {}", .simple).log
    #expect(log.findings.map(\.code) == ["invalid-url"])
  }
}
