import Support
import Testing

@Suite struct PolicyTests {
  @Test(arguments: [
    "- placement: {type: tosca.policies.Placement, targets: [server]}",
    "- placement: {type: tosca.policies.Placement, targets: server}",
    "- placement: {type: tosca.policies.Placement, targets: [group]}",
    "- placement: {type: tosca.policies.Placement, targets: [server], description: text, metadata: {a: b}}",
  ])
  func `a policy stands in a list and is for nodes or groups`(policy: String) {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          group: {type: tosca.groups.Root, members: [server]}
        policies:
        \(policy)
      """, .simple)
  }

  @Test func `a map of policies is an error, and a warning where Tacker reads it`() {
    expectFindings(
      """
      topology_template:
        policies: {placement: {type: tosca.policies.Placement}}
      #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error policies-as-map
      #            ^^^^^^^^^ warning policy-without-target
      """, .simple)
    expectFindings(
      """
      topology_template:
        policies: {placement: {type: tosca.policies.tacker.Placement}}
      #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning policies-as-map
      #            ^^^^^^^^^ warning policy-without-target
      """)
  }

  @Test func `a target is a node template or a group`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - placement: {type: tosca.policies.Placement, targets: [servers, server]}
      #                                                         ^^^^^^^ error unknown-target -> server
      """, .simple)
  }

  @Test func `keys that stand beside the policy's name are read with an error`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - placement:
      #   ^^^^^^^^^ error policy-not-nested
          type: tosca.policies.Placements
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-type -> tosca.policies.Placement
          targets: [serve]
      #             ^^^^^ error unknown-target -> server
        - other:
            type: tosca.policies.Placement
            targets: [server]
      """, .simple)
  }

  @Test func `keys of a policy are those of TOSCA`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - placement:
            type: tosca.policies.Placement
            target: [server]
      #     ^^^^^^ error unknown-key -> targets
      """, .simple)
  }

  @Test func `a driver belongs under the properties`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
        policies:
        - beside:
            type: tosca.policies.tacker.Scaling
            driver: senlin
      #     ^^^^^^ warning policy-driver-key
            targets: [VDU1]
            properties:
              {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
        - under:
            type: tosca.policies.tacker.Scaling
            targets: [VDU1]
            properties:
              targets: [VDU1]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
              driver: senlin
      """)
  }

  @Test(arguments: [
    ("senlin", nil), ("heat", nil), ("Senlin", "warning driver-spelling -> senlin"),
    ("'Heat(AutoScalingGroup)'", "warning driver-spelling -> heat"),
    ("Senlin(or another)", "warning driver-spelling -> senlin"), ("senlim", "error constraint -> senlin"),
    ("k8s", "error constraint"),
  ])
  func `a driver is heat or senlin, whatever stands around it`(driver: String, finding: String?) {
    let mark = finding.map { "#               \(String(repeating: "^", count: driver.count)) \($0)" }
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            targets: [VDU1]
            properties:
              targets: [VDU1]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
              driver: \(driver)
      \(mark ?? "")
      """)
  }

  @Test func `targets that stand twice are the same`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker}
        policies:
        - different:
            type: tosca.policies.tacker.Scaling
            targets: [VDU1]
            properties:
              targets: [VDU2]
      #                 ^^^^ error differing-targets
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
        - same:
            type: tosca.policies.tacker.Scaling
            targets: [VDU1, VDU2]
            properties:
              targets: [VDU2, VDU1]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
        - only:
            type: tosca.policies.tacker.Scaling
            properties:
              targets: [VDU2]
              increment: 1
              cooldown: 60
              min_instances: 1
              default_instances: 2
              max_instances: 3
      """)
  }
}
