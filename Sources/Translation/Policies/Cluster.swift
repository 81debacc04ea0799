import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// A Senlin profile and cluster, a policy and a webhook for each direction, and a health policy.
  mutating func addCluster(_ offset: Int) {
    let group = plan.groups[offset]
    let names = group.names
    let place = topology.policies[group.policy].name

    var profile = HeatResource(type: "OS::Senlin::Profile")
    let spec = profileSpec(offset)
    profile["type"] = .string("\(spec.type)-\(spec.version)")
    profile["properties"] = .map(spec.properties)
    add(names.profile, profile, for: place)

    var cluster = HeatResource(type: "OS::Senlin::Cluster")
    cluster.dependsOn = nested[offset].dependencies
    cluster["profile"] = .getResource(names.profile)
    cluster["min_size"] = amount(group.size.minimum)
    cluster["max_size"] = amount(group.size.maximum)
    cluster["desired_capacity"] = amount(group.size.desired)
    add(names.cluster, cluster, for: place)

    // Senlin refuses a second attach while the first one holds the cluster, and Heat then fails: one after the other.
    var previous: String?
    for (name, spec) in policySpecs(offset) {
      var policy = HeatResource(type: "OS::Senlin::Policy")
      // A bound policy cannot be deleted through Heat 19; it goes with its cluster.
      policy.deletionPolicy = .retain
      policy.dependsOn = previous.map { [$0] } ?? []
      policy["type"] = .string("\(spec.type)-\(spec.version)")
      policy["bindings"] = [["cluster": .getResource(names.cluster)]]
      policy["properties"] = .map(spec.properties)
      add(name, policy, for: place)
      previous = name
    }
    add(names.cluster, HeatOutput(.getResource(names.cluster)), for: place)
    guard !group.isFixed else { return }
    for (name, action) in [
      (names.scaleOutReceiver, "CLUSTER_SCALE_OUT"), (names.scaleInReceiver, "CLUSTER_SCALE_IN"),
    ] {
      var receiver = HeatResource(type: "OS::Senlin::Receiver")
      receiver["type"] = "webhook"
      receiver["action"] = .string(action)
      receiver["cluster"] = .getResource(names.cluster)
      add(name, receiver, for: place)
    }
    let outputs: [(String, OpenStack.Value)] = [
      ("\(names.scaleOut)_url", .getAttr(names.scaleOutReceiver, "channel", "alarm_url")),
      ("\(names.scaleIn)_url", .getAttr(names.scaleInReceiver, "channel", "alarm_url")),
    ]
    for (name, value) in outputs {
      add(name, HeatOutput(value), for: place)
    }
  }

  /// The profile of a cluster's nodes: a server where Senlin can say all that the VDU says, else a stack.
  private func profileSpec(_ offset: Int) -> SenlinSpec {
    let nested = nested[offset]
    if let properties = nested.serverProfile {
      return SenlinSpec(type: "os.nova.server", version: "1.0", properties: properties)
    }
    let names = plan.groups[offset].names
    let name = topology[plan.groups[offset].targets[0]].name.text
    var resource: ValueMap = ["type": .string("Libretto::\(name)")]
    if !nested.imports.isEmpty {
      // Heat resolves functions in here before Senlin sees them, so each node gets the values themselves.
      resource["properties"] = .map(ValueMap(nested.imports.map { ($0.parameter, $0.value) }))
    }
    return SenlinSpec(
      type: "os.heat.stack", version: "1.0",
      properties: [
        "template": [
          "heat_template_version": .string(nested.template.version),
          "resources": .map([name: .map(resource)]),
        ],
        "environment": ["resource_registry": .map(["Libretto::\(name)": .string(names.file)])],
        "files": .map([names.file: .getFile(names.file)]),
        "disable_rollback": true,
      ])
  }

  /// The policies of a cluster in the order in which they are bound.
  mutating func policySpecs(_ offset: Int) -> [(name: String, spec: SenlinSpec)] {
    let group = plan.groups[offset]
    let number = amount(group.size.step) ?? 1
    let cooldown = amount(group.size.cooldown)
    let events = [(group.names.scaleOut, "CLUSTER_SCALE_OUT"), (group.names.scaleIn, "CLUSTER_SCALE_IN")]
    var specs = (group.isFixed ? [] : events).map { name, event in
      var adjustment: ValueMap = ["type": "CHANGE_IN_CAPACITY", "number": number]
      adjustment["cooldown"] = cooldown
      adjustment["best_effort"] = true
      return (
        name: name,
        spec: SenlinSpec(
          type: "senlin.policy.scaling", version: "1.0",
          properties: ["event": .string(event), "adjustment": .map(adjustment)])
      )
    }
    if let health = healthSpec(of: group.targets[0]) {
      specs.append((group.names.health, health))
    }
    return specs
  }
}
