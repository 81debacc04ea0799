import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// The receivers of a scaling policy, and for the first that scales it the Senlin cluster with all of its policies.
  mutating func addCluster(_ offset: Int, _ scaling: Int) {
    if scaling == 0 {
      addProfile(offset)
      addNodes(offset)
      addPolicies(offset)
    }
    let scaling = plan.groups[offset].scaling(at: scaling)
    if !scaling.isFixed { addReceivers(offset, scaling) }
  }

  private mutating func addProfile(_ offset: Int) {
    let group = plan.groups[offset]
    var profile = HeatResource(type: "OS::Senlin::Profile")
    let spec = profileSpec(offset)
    profile["type"] = .string(spec.fullType)
    profile["properties"] = .map(spec.properties)
    add(group.names.profile, profile, for: topology.policies[group.policy].name)
  }

  /// The cluster itself, smaller by the nodes that it is to adopt.
  private mutating func addNodes(_ offset: Int) {
    let group = plan.groups[offset]
    let names = group.names
    let place = topology.policies[group.policy].name
    var cluster = HeatResource(type: "OS::Senlin::Cluster")
    cluster.dependsOn = nested[offset].dependencies
    cluster["profile"] = .getResource(names.profile)
    cluster["min_size"] = amount(group.size.minimum)
    cluster["max_size"] = amount(group.size.maximum)
    cluster["desired_capacity"] = amount(sizeBesideAdoptions(of: group))
    add(names.cluster, cluster, for: place)
    add(names.cluster, HeatOutput(.getResource(names.cluster)), for: place)
  }

  private mutating func addPolicies(_ offset: Int) {
    let cluster = plan.groups[offset].names.cluster
    // Senlin refuses a second attach while the first one holds the cluster, and Heat then fails: one after the other.
    var previous: String?
    for named in policySpecs(offset) {
      var policy = HeatResource(type: "OS::Senlin::Policy")
      // A bound policy cannot be deleted through Heat 19; it goes with its cluster.
      policy.deletionPolicy = .retain
      policy.dependsOn = previous.map { [$0] } ?? []
      policy["type"] = .string(named.spec.fullType)
      policy["bindings"] = [["cluster": .getResource(cluster)]]
      policy["properties"] = .map(named.spec.properties)
      add(named.name, policy, for: named.place)
      previous = named.name
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
}
