import Support
import Testing

/// A VDU and a scaling policy for it, with the monitoring policy given.
private func monitored(_ monitoring: String) -> String {
  """
  topology_template:
    node_templates:
      web:
        type: tosca.nodes.nfv.VDU.Tacker
        properties:
          image: cirros
          flavor: m1.tiny
          monitoring_policy:
  \(monitoring)
    policies:
    - scaling:
        type: tosca.policies.tacker.Scaling
        properties:
          driver: senlin
          targets: [web]
          increment: 1
          cooldown: 60
          min_instances: 1
          default_instances: 2
          max_instances: 3
  """
}

@Suite struct HealthTests {
  @Test func `what Senlin does not watch is said`() {
    expectFindings(
      monitored(
        """
                  name: ping
                  parameters: {monitoring_delay: 45, count: 3, interval: 1, timeout: 2}
        #                                            ^^^^^ warning monitoring-probe
        #                                                                ^ warning monitoring-interval
                  actions: {failure: respawn}
        """), isTranslated: true)
    expectFindings(
      monitored(
        """
                  name: ping
                  parameters: {monitoring_delay: 45, interval: 60}
                  actions: {failure: vdu_autoheal}
        """), isTranslated: true)
  }

  @Test(arguments: ["log", "log_and_kill", "notify"])
  func `a failure that is only noted makes no health policy`(action: String) {
    expectFindings(
      monitored(
        """
                  name: ping
                  actions: {failure: \(action)}
        #                            \(String(repeating: "^", count: action.count)) warning monitoring-not-translated
        """), isTranslated: true)
  }

  @Test func `the interval of monitoring is a plain value`() {
    expectFindings(
      monitored(
        """
                  name: ping
                  parameters: {interval: {get_property: [web, image]}}
        #                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error plain-value
                  actions: {failure: respawn}
        """), isTranslated: true)
  }

  @Test func `monitoring without an action makes no health policy`() {
    expectFindings(
      monitored(
        """
                  name: ping
        #         ^ warning monitoring-not-translated
                  parameters: {interval: 60}
        """), isTranslated: true)
  }
}
