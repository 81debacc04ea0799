import OpenStack

/// The VDU of the seed's worked translation.
let vduTemplate = """
  heat_template_version: 2016-04-08
  description: Demo example
  resources:
    VDU1:
      type: OS::Nova::Server
      properties:
        image: cirros-0.3.4-x86_64-uec
        flavor: m1.tiny
        availability_zone: nova
        metadata: {metering.server_group: SG1}
        networks:
        - port: {get_resource: CP1}
    CP1:
      type: OS::Neutron::Port
      properties:
        network: net1
        port_security_enabled: false
  outputs:
    mgmt_ip-VDU1:
      value: {get_attr: [CP1, fixed_ips, 0, ip_address]}
  """

let vduFiles = ["cluster_scaling_VDU1.yaml": vduTemplate]

/// The seed's worked translation: a cluster with two policies, two receivers and an alarm.
let clusterTemplate = """
  heat_template_version: 2016-04-08
  description: Demo example
  resources:
    cluster_scaling_VDU1_profile:
      type: OS::Senlin::Profile
      properties:
        type: os.heat.stack-1.0
        properties:
          template:
            heat_template_version: 2016-04-08
            resources:
              VDU1: {type: Libretto::VDU1}
          environment:
            resource_registry: {"Libretto::VDU1": cluster_scaling_VDU1.yaml}
          files:
            cluster_scaling_VDU1.yaml: {get_file: cluster_scaling_VDU1.yaml}
          disable_rollback: true
    cluster_scaling_VDU1_cluster:
      type: OS::Senlin::Cluster
      properties:
        profile: {get_resource: cluster_scaling_VDU1_profile}
        min_size: 2
        max_size: 4
        desired_capacity: 3
    cluster_scaling_VDU1_scale_out:
      type: OS::Senlin::Policy
      deletion_policy: Retain
      properties:
        type: senlin.policy.scaling-1.0
        bindings:
        - cluster: {get_resource: cluster_scaling_VDU1_cluster}
        properties:
          event: CLUSTER_SCALE_OUT
          adjustment: {type: CHANGE_IN_CAPACITY, number: 1, cooldown: 120, best_effort: true}
    cluster_scaling_VDU1_scale_in:
      type: OS::Senlin::Policy
      deletion_policy: Retain
      depends_on: cluster_scaling_VDU1_scale_out
      properties:
        type: senlin.policy.scaling-1.0
        bindings:
        - cluster: {get_resource: cluster_scaling_VDU1_cluster}
        properties:
          event: CLUSTER_SCALE_IN
          adjustment: {type: CHANGE_IN_CAPACITY, number: 1, cooldown: 120, best_effort: true}
    cluster_scaling_VDU1_scale_out_receiver:
      type: OS::Senlin::Receiver
      properties: {type: webhook, action: CLUSTER_SCALE_OUT, cluster: {get_resource: cluster_scaling_VDU1_cluster}}
    cluster_scaling_VDU1_scale_in_receiver:
      type: OS::Senlin::Receiver
      properties: {type: webhook, action: CLUSTER_SCALE_IN, cluster: {get_resource: cluster_scaling_VDU1_cluster}}
    vdu_hcpu_usage_scaling_out:
      type: OS::Aodh::GnocchiAggregationByResourcesAlarm
      properties:
        description: utilization greater_than 50%
        metric: cpu_util
        aggregation_method: mean
        granularity: 60
        evaluation_periods: 1
        threshold: 50
        comparison_operator: gt
        resource_type: instance
        repeat_actions: true
        query: '{"=": {"server_group": "SG1"}}'
        alarm_actions:
        - {get_attr: [cluster_scaling_VDU1_scale_out_receiver, channel, alarm_url]}
  outputs:
    cluster_scaling_VDU1_cluster: {value: {get_resource: cluster_scaling_VDU1_cluster}}
    cluster_scaling_VDU1_scale_out_url:
      value: {get_attr: [cluster_scaling_VDU1_scale_out_receiver, channel, alarm_url]}
    addresses: {value: {get_attr: [cluster_scaling_VDU1_cluster, collect]}}
  """
