import Support
import Testing

/// An alarming policy with one trigger whose keys are given, beside the VDU and the scaling policy that it is for.
private func alarm(_ keys: String) -> String {
  """
  topology_template:
    node_templates:
      VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {metadata: {metering.server_group: SG1}}}
    policies:
    - alarming:
        type: tosca.policies.tacker.Alarming
        triggers:
          trigger:
  \(keys)
  """
}

@Suite struct TriggerTests {
  @Test func `keys of the time of Ceilometer are read under their present names`() {
    expectFindings(
      alarm(
        """
                  metrics: cpu
        #         ^^^^^^^ warning deprecated-name -> metric
                  condition:
                    threshold: 50
                    period: 60
        #           ^^^^^^ warning deprecated-name -> granularity
                    method: avg
        #           ^^^^^^ warning deprecated-name -> aggregation_method
        #                   ^^^ warning deprecated-name -> mean
                    comparison_operator: gt
                  metadata: SG1
                  actions: [respawn]
        #         ^^^^^^^ warning deprecated-name -> action
        """))
    expectFindings(
      alarm(
        """
                  event_type: {type: tosca.events.resource.utilization, implementation: ceilometer}
                  description: text
                  metric: cpu
                  condition:
                    threshold: 50
                    granularity: 60
                    evaluations: 1
                    aggregation_method: mean
                    resource_type: instance
                    comparison_operator: gt
                  metadata: SG1
                  action: [respawn]
        """))
  }

  @Test func `keys of a trigger and its condition are those that are known`() {
    expectFindings(
      alarm(
        """
                  metrik: cpu
        #         ^^^^^^ error unknown-key -> metric
                  condition:
                    treshold: 50
        #           ^^^^^^^^ error unknown-key -> threshold
                  metadata: SG1
                  action: [respawn]
        """))
  }

  @Test(arguments: ["respawn", "[respawn]", "[respawn, log]", "[{respawn: out}]", "{log_and_kill: in}"])
  func `an action is a word, a list or a map with a direction`(action: String) {
    expectFindings(alarm("          metric: cpu\n          metadata: SG1\n          action: \(action)"))
  }

  @Test func `an action goes out or in`() {
    expectFindings(
      """
      topology_template:
        policies:
        - alarming:
            type: tosca.policies.tacker.Alarming
            triggers:
              first: {action: [{log: up}]}
      #                              ^^ error action-direction
              second: {action: [{log: [out]}]}
      #                               ^^^^^ error wrong-form
              third: {action: [{log: OUT}, {notify: in}]}
      """)
  }

  @Test(arguments: ["gt", "ge", "lt", "le", "eq", "ne", "GT"])
  func `a condition compares`(comparison: String) {
    expectFindings(
      alarm("          condition: {comparison_operator: \(comparison)}\n          action: [log]"))
  }

  @Test(arguments: ["mean", "sum", "last", "max", "min", "count", "std", "rate:mean", "95pct", "rate:5pct"])
  func `a condition aggregates`(method: String) {
    expectFindings(alarm("          condition: {aggregation_method: \(method)}\n          action: [log]"))
  }

  @Test func `a condition compares and aggregates as Aodh and Gnocchi do`() {
    expectFindings(
      """
      topology_template:
        policies:
        - alarming:
            type: tosca.policies.tacker.Alarming
            triggers:
              first: {condition: {comparison_operator: gtt, aggregation_method: maen}, action: [log]}
      #                                                ^^^ error comparison-operator -> gt
      #                                                                         ^^^^ error aggregation-method -> mean
              second: {condition: {aggregation_method: 100pct}, action: [log]}
      #                                                ^^^^^^ error aggregation-method
              third: {condition: {aggregation_method: 'rate:'}, action: [log]}
      #                                               ^^^^^^^ error aggregation-method
      """)
  }

  @Test func `a condition and the metadata have their form`() {
    expectFindings(
      """
      topology_template:
        policies:
        - alarming:
            type: tosca.policies.tacker.Alarming
            triggers:
              first: {condition: 3, action: [log]}
      #                          ^ error wrong-form
              second: {metadata: {a: b}, action: [log]}
      #                          ^^^^^^ error wrong-form
      """)
  }

  @Test func `a trigger without an action is answered by nothing`() {
    expectFindings(
      """
      topology_template:
        policies:
        - alarming:
            type: tosca.policies.tacker.Alarming
            triggers:
              silent: {metric: cpu}
      #       ^^^^^^ warning alarm-without-action
              empty: {metric: cpu, action: []}
      #       ^^^^^ warning alarm-without-action
              loud: {metric: cpu, action: [log]}
      """)
  }

  @Test func `an action is a policy of the template or a word of Tacker`() {
    expectFindings(
      """
      topology_template:
        policies:
        - alarming:
            type: tosca.policies.tacker.Alarming
            triggers:
              first: {action: [alarmin]}
      #                        ^^^^^^^ error unknown-action -> alarming
              second: {action: [respwan]}
      #                         ^^^^^^^ error unknown-action -> respawn
              third: {action: [vdu_autoheal, notify, log_and_kill]}
              fourth: {action: [alarming]}
      """)
  }

  @Test func `an event is one that Tacker knows`() {
    expectFindings(
      alarm(
        """
                  event_type:
                    type: tosca.events.resource.cpu.utilization
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info event-type -> tosca.events.resource.utilization
                    implementation: Ceilometer
        #                           ^^^^^^^^^^ warning event-implementation -> ceilometer
                  metadata: SG1
                  action: [respawn]
        """))
    expectFindings(
      alarm(
        """
                  event_type: {type: tosca.events.resource.utilization, implementation: gnocchi}
                  metadata: SG1
                  action: [respawn]
        """))
  }

  @Test func `the metadata of a trigger stands on a VDU`() {
    expectFindings(
      alarm(
        "          metadata: SG2\n#                   ^^^ warning metadata-not-matched -> SG1\n          action: [log]"
      ))
    expectFindings(alarm("          metadata: SG1\n          action: [log]"))
  }

  @Test func `the old name of the metering group is read`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {metadata: {metering.vnf: SG1}}}
      #                                                                    ^^^^^^^^^^^^ warning metering-key -> metering.server_group
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {metadata: {metering.server_group: SG2}}}
        policies:
        - alarming:
            type: tosca.policies.tacker.Alarming
            triggers:
              trigger: {metadata: SG1, action: [log]}
      """)
  }

  @Test func `a constraint repeats the condition or contradicts it`() {
    expectFindings(
      alarm(
        """
                  condition:
                    threshold: 50
                    comparison_operator: gt
                    constraint: utilization greater_than 50%
        #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info redundant-constraint
                  action: [log]
        """))
    expectFindings(
      alarm(
        """
                  condition:
                    threshold: 50
                    comparison_operator: gt
                    constraint: utilization greater_than 60%
        #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning contradicting-constraint
                  action: [log]
        """))
    expectFindings(
      alarm(
        """
                  condition:
                    threshold: 50
                    comparison_operator: gt
                    constraint: utilization less_than 50%
        #                       ^^^^^^^^^^^^^^^^^^^^^^^^^ warning contradicting-constraint
                  action: [log]
        """))
    expectFindings(
      alarm("          condition: {constraint: utilization less_than 50%}\n          action: [log]"))
  }
}
