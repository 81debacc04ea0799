import Support
import Testing

@Suite struct SenlinSpecCheckTests {
  @Test func `a spec of a policy is checked`() {
    expectHeatFindings(
      """
      type: senlin.policy.scaling
      version: 1.0
      properties:
        event: CLUSTER_SCALE_UP
      #        ^^^^^^^^^^^^^^^^ error hot-allowed-value -> CLUSTER_SCALE_IN
        adjustment: {type: CHANGE_IN_CAPACITY, number: 0, cooldown: -1, step: 1}
      #                                                ^ error hot-out-of-range
      #                                                             ^^ error hot-out-of-range
      #                                                                 ^^^^ error hot-unknown-property
      """)
  }

  @Test func `a spec has a type and a version that there are`() {
    expectHeatFindings(
      """
      type: senlin.policy.scaling
      #     ^^^^^^^^^^^^^^^^^^^^^ error senlin-unknown-type -> senlin.policy.scaling-1.0
      version: 2.0
      properties: {}
      """)
  }

  @Test func `a spec of a stack has a template`() {
    expectHeatFindings(
      """
      type: os.heat.stack
      version: 1.0
      properties:
      ^^^^^^^^^^ error hot-incomplete-properties
        timeout: 5
        parameters: text
      #             ^^^^ error hot-wrong-type
      """)
  }

  @Test func `the template in a spec is checked`() {
    expectHeatFindings(
      """
      type: os.heat.stack
      version: 1.0
      properties:
        environment: {resource_registry: {My::Own: a.yaml}}
        template:
          heat_template_version: 2018-08-31
          resources:
            a: {type: My::Own}
            b: {type: OS::Neutron::Port}
      #     ^ error hot-missing-property
      """)
  }

  @Test func `a profile or policy in a template is checked`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a:
          type: OS::Senlin::Profile
      #         ^^^^^^^^^^^^^^^^^^^ info hot-retired-type
          properties:
            type: os.nova.server-1.0
            properties: {image: i, networks: [{network: n, security: x}], flavor: {get_param: "OS::stack_name"}}
      #                                                    ^^^^^^^^ error hot-unknown-property
        b:
          type: OS::Senlin::Policy
      #         ^^^^^^^^^^^^^^^^^^ info hot-retired-type
          properties:
            type: senlin.policy.health-1.1
            properties: {detection: {interval: 10, detection_modes: [{type: LIFECYCLE_EVENTS}, {type: NODE_STATUS_POLLING}]}}
      #     ^^^^^^^^^^ error hot-missing-property
      #                                        ^^ error hot-out-of-range
      #                                            ^^^^^^^^^^^^^^^ error hot-conflicting-properties
        c:
          type: OS::Senlin::Policy
          properties: {type: senlin.policy.healt-1.1, properties: {}}
      #                      ^^^^^^^^^^^^^^^^^^^^^^^ error senlin-unknown-type -> senlin.policy.health-1.1
      """)
  }
}
