import OpenStack
import Support
import Testing
import Translation

@Suite struct AlarmingTests {
  @Test func `a trigger becomes an alarm that calls the policy of its direction`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            web:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {image: cirros, flavor: m1.tiny, metadata: {metering.server_group: SG1}}
          policies:
          - scaling:
              type: tosca.policies.tacker.Scaling
              properties:
                {targets: [web], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
          - alarming:
              type: tosca.policies.tacker.Alarming
              triggers:
                high:
                  description: too busy
                  metric: cpu
                  condition:
                    threshold: 80.5
                    granularity: 300
                    evaluations: 2
                    aggregation_method: max
                    comparison_operator: ge
                    resource_type: generic
                  metadata: SG1
                  action: [scaling]
                low:
                  metric: cpu
                  condition: {constraint: utilization less_than 20%}
                  metadata: SG1
                  action: [scaling]
                stated:
                  metric: cpu
                  condition: {threshold: 5, comparison_operator: lt}
                  metadata: SG1
                  action: [{scaling: out}]
        """,
      main: """
        resources:
          scaling_group:
            type: OS::Heat::AutoScalingGroup
            properties:
              min_size: 1
              max_size: 3
              desired_capacity: 2
              cooldown: 60
              resource:
                type: scaling_res.yaml
          scaling_scale_out:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: scaling_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: 1
              cooldown: 60
          scaling_scale_in:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: scaling_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: -1
              cooldown: 60
          high:
            type: OS::Aodh::GnocchiAggregationByResourcesAlarm
            properties:
              description: too busy
              metric: cpu
              aggregation_method: max
              granularity: 300
              evaluation_periods: 2
              threshold: 80.5
              comparison_operator: ge
              resource_type: generic
              query:
                str_replace:
                  template: '{"=": {"server_group": "scaling_group_id"}}'
                  params:
                    scaling_group_id: SG1
              alarm_actions:
              - {get_attr: [scaling_scale_out, alarm_url]}
          low:
            type: OS::Aodh::GnocchiAggregationByResourcesAlarm
            properties:
              description: utilization less_than 20%
              metric: cpu
              aggregation_method: mean
              granularity: 60
              evaluation_periods: 1
              threshold: 20
              comparison_operator: lt
              resource_type: instance
              query:
                str_replace:
                  template: '{"=": {"server_group": "scaling_group_id"}}'
                  params:
                    scaling_group_id: SG1
              alarm_actions:
              - {get_attr: [scaling_scale_in, alarm_url]}
          stated:
            type: OS::Aodh::GnocchiAggregationByResourcesAlarm
            properties:
              metric: cpu
              aggregation_method: mean
              granularity: 60
              evaluation_periods: 1
              threshold: 5
              comparison_operator: lt
              resource_type: instance
              query:
                str_replace:
                  template: '{"=": {"server_group": "scaling_group_id"}}'
                  params:
                    scaling_group_id: SG1
              alarm_actions:
              - {get_attr: [scaling_scale_out, alarm_url]}
        outputs:
          scaling_scale_out_url:
            value: {get_attr: [scaling_scale_out, alarm_url]}
          scaling_scale_in_url:
            value: {get_attr: [scaling_scale_in, alarm_url]}
        """,
      nested: [
        "scaling_res.yaml": """
        resources:
          web:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              metadata:
                metering.server_group: SG1
              user_data_format: SOFTWARE_CONFIG
        """
      ])
  }

  @Test func `an alarm of a cluster calls its receiver`() throws {
    let template = alarmed("driver: senlin", "metric: cpu", "metadata: SG1", "action: [scaling]")
    let translation = try #require(ReadTemplate(template).translated().translation)
    let alarm = translation.main.resources.first { $0.name == "high" }?.element
    #expect(
      alarm?["alarm_actions"] == [["get_attr": ["scaling_web_scale_out_receiver", "channel", "alarm_url"]]])
  }

  @Test func `a threshold may come from an input`() throws {
    let template = alarmed("driver: heat", "metric: cpu", "metadata: SG1", "action: [scaling]")
      .replacing("threshold: 80", with: "threshold: {get_input: limit}")
      .replacing("node_templates:", with: "inputs: {limit: {type: integer}}\n  node_templates:")
    let translation = try #require(ReadTemplate(template).translated().translation)
    #expect(
      translation.main.resources.first { $0.name == "high" }?.element["threshold"] == .getParam("limit"))
  }

  @Test func `quotes in a metering group stay in the query`() throws {
    let template = alarmed("driver: heat", "metric: cpu", #"metadata: 'S"G\1'"#, "action: [scaling]")
      .replacing("metering.server_group: SG1", with: #"metering.server_group: 'S"G\1'"#)
    let translation = try #require(ReadTemplate(template).translated().translation)
    let query = translation.main.resources.first { $0.name == "high" }?.element["query"]?["str_replace"]
    #expect(query?["params"] == ["scaling_group_id": #"S\"G\\1"#])
  }

  @Test func `an alarm needs a metric, a threshold and an operator`() {
    expectFindings(
      """
      \(alarmed("driver: heat", mark: "error incomplete-alarm", "metadata: SG1", "action: [{scaling: out}]"))
              second:
      #       ^^^^^^ error incomplete-alarm
                metric: cpu
                metadata: SG1
                condition: {threshold: 20}
                action: [{scaling: in}]
      """, isTranslated: true)
  }

  @Test func `a metric that no cloud measures is passed on with a warning`() {
    expectFindings(
      """
      \(alarmed("driver: heat", "metadata: SG1", "action: [scaling]", "metric: cpu_util"))
      #                 ^^^^^^^^ warning retired-metric
              low: {metric: cpu, metadata: SG1, condition: {threshold: 1, comparison_operator: lt}, action: [scaling]}
      """, isTranslated: true)
  }

  @Test func `an alarm without metadata looks at every server`() {
    expectFindings(
      """
      \(alarmed("driver: heat", mark: "warning alarm-of-all-servers", "metric: cpu", "action: [scaling]"))
              low:
      #       ^^^ warning alarm-of-all-servers
                metric: cpu
                condition: {threshold: 1, comparison_operator: lt}
                action: [scaling]
      """, isTranslated: true)
  }

  @Test func `an action of Tacker's own has no counterpart`() {
    expectFindings(
      """
      \(alarmed("driver: heat", "metric: cpu", "metadata: SG1", "action: [respawn]"))
      #                  ^^^^^^^ warning not-translated
      """, isTranslated: true)
  }
}

/// A scaling policy with a key, and a trigger `high` above 80 with the keys given; its name is marked where asked.
private func alarmed(_ scaling: String, mark: String? = nil, _ keys: String...) -> String {
  """
  topology_template:
    node_templates:
      web:
        type: tosca.nodes.nfv.VDU.Tacker
        properties: {image: cirros, flavor: m1.tiny, metadata: {metering.server_group: SG1}}
    policies:
    - scaling:
        type: tosca.policies.tacker.Scaling
        properties:
          \(scaling)
          targets: [web]
          increment: 1
          cooldown: 60
          min_instances: 1
          default_instances: 2
          max_instances: 3
    - alarming:
        type: tosca.policies.tacker.Alarming
        triggers:
          high:
  \(mark.map { "#       ^^^^ \($0)" } ?? "# no mark")
            condition: {threshold: 80, comparison_operator: gt}
            \(keys.joined(separator: "\n          "))
  """
}
