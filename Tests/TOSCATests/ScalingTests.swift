import Support
import Testing

/// A template with a VDU, and with a scaling policy that begins with the keys given.
private func scaling(_ keys: String) -> String {
  """
  topology_template:
    node_templates:
      VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
    policies:
    - scaling:
        type: tosca.policies.tacker.Scaling
  \(keys)
  """
}

@Suite struct ScalingTests {
  @Test func `a policy starts between its bounds`() {
    expectFindings(
      scaling(
        """
              properties:
                {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 3, default_instances: 2, max_instances: 1}
        #                                                                    ^ error scaling-bounds
        """))
    expectFindings(
      scaling(
        """
              properties:
                {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 4, max_instances: 3}
        #                                                                                          ^ error scaling-bounds
        """))
    expectFindings(
      scaling(
        """
              properties:
                targets: [VDU1]
                increment: 1
                cooldown: 0
                min_instances: -1
        #                      ^^ error scaling-bounds
                default_instances: 2
                max_instances: 2
        """))
    expectFindings(
      scaling(
        """
              properties:
                {targets: [VDU1], increment: 1, cooldown: 0, min_instances: 2, default_instances: 2, max_instances: 2}
        """))
  }

  @Test(arguments: ["0", "-1"])
  func `a policy moves by at least one`(increment: String) {
    expectFindings(
      scaling(
        """
              properties:
                targets: [VDU1]
                increment: \(increment)
        #                  \(String(repeating: "^", count: increment.count)) error scaling-increment
                cooldown: 60
                min_instances: 1
                default_instances: 2
                max_instances: 3
        """))
  }

  @Test func `a policy without a cooldown has the default`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
        policies:
        - scaling:
      #   ^^^^^^^ warning scaling-cooldown-default
            type: tosca.policies.tacker.Scaling
            properties: {targets: [VDU1], increment: 1, min_instances: 1, default_instances: 2, max_instances: 3}
      """)
  }

  @Test func `a cooldown is not negative`() {
    expectFindings(
      scaling(
        """
              properties:
                targets: [VDU1]
                cooldown: -1
        #                 ^^ error constraint
                increment: 1
                min_instances: 1
                default_instances: 2
                max_instances: 3
        """))
  }

  @Test func `a policy has targets, and where Tacker looks for them`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
        policies:
        - nothing:
      #   ^^^^^^^ error scaling-without-target
            type: tosca.policies.tacker.Scaling
            properties: {increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
        - beside:
            type: tosca.policies.tacker.Scaling
            targets: [VDU1]
      #               ^^^^ warning scaling-targets-property
            properties: {increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      """)
  }

  @Test func `a policy of the template's own type is checked as Tacker's is`() {
    expectFindings(
      """
      policy_types:
        Mine: {derived_from: tosca.policies.tacker.Scaling}
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
        policies:
        - nothing:
      #   ^^^^^^^ error scaling-without-target
            type: Mine
            properties: {increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      """)
  }
}

/// A scaling policy `scaling` and the triggers that are given.
private func triggers(_ lines: String) -> String {
  """
  topology_template:
    node_templates:
      VDU1: {type: tosca.nodes.nfv.VDU.Tacker}
    policies:
    - scaling:
        type: tosca.policies.tacker.Scaling
        properties:
          {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
    - alarming:
        type: tosca.policies.tacker.Alarming
        triggers:
  \(lines)
  """
}

@Suite struct ScalingDirectionTests {
  @Test(arguments: ["gt", "ge", "lt", "le"])
  func `alarms that scale one way only are worth a warning`(comparison: String) {
    expectFindings(
      triggers(
        """
                high: {condition: {threshold: 50, comparison_operator: \(comparison)}, action: [scaling]}
        #                                                                            ^^^^^^^ warning scaling-one-way
        """))
  }

  @Test func `alarms scale out above their threshold and in below it`() {
    expectFindings(
      triggers(
        """
                high: {condition: {threshold: 50, comparison_operator: gt}, action: [scaling]}
                low: {condition: {threshold: 20, comparison_operator: lt}, action: [scaling]}
        """))
  }

  @Test func `a direction that is stated holds`() {
    expectFindings(
      triggers(
        """
                high: {condition: {threshold: 50, comparison_operator: gt}, action: [{scaling: out}]}
                low: {condition: {threshold: 20, comparison_operator: gt}, action: [{scaling: in}]}
        """))
    expectFindings(
      triggers(
        """
                low: {condition: {threshold: 20, comparison_operator: lt}, action: [{scaling: in}]}
        #                                                                            ^^^^^^^ warning scaling-one-way
        """))
  }

  @Test(arguments: [50, 51])
  func `thresholds that touch never let a cluster rest`(threshold: Int) {
    expectFindings(
      triggers(
        """
                high: {condition: {threshold: 50, comparison_operator: gt}, action: [scaling]}
                low: {condition: {threshold: \(threshold), comparison_operator: lt}, action: [scaling]}
        #                                    ^^ warning scaling-flaps
        """))
  }

  @Test func `the direction and threshold may come from the constraint`() {
    expectFindings(
      triggers(
        """
                high: {condition: {constraint: utilization greater_than 50%}, action: [scaling]}
                low: {condition: {threshold: 60, comparison_operator: lt}, action: [scaling]}
        #                                    ^^ warning scaling-flaps
        """))
  }
}
