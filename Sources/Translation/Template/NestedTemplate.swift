import OpenStack
import TOSCA

/// The template of a group's members, finished.
struct NestedTemplate {
  let template: HeatTemplate
  /// What it takes as parameters, with the values that the main template gives.
  let imports: [(parameter: String, value: OpenStack.Value)]
  /// The resources of the main template that must exist first.
  let dependencies: [String]
  /// The same as properties of an `os.nova.server-1.0` profile; nil where a stack profile is needed.
  private(set) var serverProfile: ValueMap?

  init(_ builder: TemplateBuilder) {
    template = builder.template
    imports = builder.imports.all
    dependencies = builder.outerDependencies
    // Outside of the stack, a network that the stack makes has another name. A template takes it as a parameter, so that
    // it makes the better spec, unless a policy wants servers.
    let hasReference = imports.contains { $0.value["get_resource"] != nil }
    let group = builder.group.map { builder.plan.groups[$0] }
    let canBeServer = group.map { $0.driver == .senlin && ($0.needsServers || !hasReference) } ?? false
    serverProfile =
      canBeServer ? Self.serverProfile(template, builder.imports.all, group?.routes.count ?? 0) : nil
  }

  /// Makes the nodes stacks after all.
  mutating func useStacks() { serverProfile = nil }

  private static let serverProperties: Set<String> = [
    "name", "image", "flavor", "availability_zone", "key_name", "config_drive", "metadata", "networks",
    "scheduler_hints",
  ]
  private static let portProperties: Set<String> = [
    "network", "fixed_ips", "security_groups", "binding:vnic_type",
  ]

  /// A lone server with ports of nothing but network, address, groups and kind, and with nothing to put out.
  ///
  /// `balancers` is how many load balancers could be policies of the cluster, which has one such policy at most.
  private static func serverProfile(
    _ template: HeatTemplate, _ imports: [(parameter: String, value: OpenStack.Value)], _ balancers: Int
  ) -> ValueMap? {
    let servers = template.resources.filter { $0.element.type == "OS::Nova::Server" }
    let ports = template.resources.filter { $0.element.type == "OS::Neutron::Port" }
    // The policy puts the nodes behind the load balancer.
    let members = template.resources.filter { $0.element.type == "OS::Octavia::PoolMember" }
    guard balancers <= 1, members.count <= balancers else { return nil }
    var server = servers.first?.element
    // How user data is to be read says nothing where there is none, and the profile has no word for it.
    if server?["user_data"] == nil { server?["user_data_format"] = nil }
    guard let server, servers.count == 1, template.outputs.isEmpty,
      servers.count + ports.count + members.count == template.resources.count,
      serverProperties.isSuperset(of: server.properties.keys),
      ports.allSatisfy({ portProperties.isSuperset(of: $0.element.properties.keys) })
    else { return nil }
    var profile = server.properties
    let portsByName = Dictionary(ports.map { ($0.name, $0.element) }) { first, _ in first }
    let networks = (server["networks"]?.list ?? []).compactMap { entry -> OpenStack.Value? in
      guard let name = entry["port"]?["get_resource"]?.string, let port = portsByName[name] else {
        return nil
      }
      var network = ValueMap()
      network["network"] = port["network"]
      network["fixed_ip"] = port["fixed_ips"]?.list?.first?["ip_address"]
      network["security_groups"] = port["security_groups"]
      network["vnic_type"] = port["binding:vnic_type"]
      return .map(network)
    }
    guard networks.count == ports.count else { return nil }
    profile["networks"] = networks.isEmpty ? nil : .list(networks)
    let values = Dictionary(imports.map { ($0.parameter, $0.value) }) { first, _ in first }.mapValues {
      $0["get_resource"]?.string.map { .id(of: $0) } ?? $0
    }
    return OpenStack.Value.map(profile).replacingParameters(with: values).map
  }
}

extension OpenStack.Value {
  /// The id of a resource in the spec of a profile or policy.
  ///
  /// An attribute rather than a reference: a spec is checked before there is a stack, when a reference is null.
  static func id(of resource: String) -> OpenStack.Value {
    .getAttr(resource, "show", "id")
  }

  /// The value with each `get_param` of an import replaced by what the import stands for.
  func replacingParameters(with imports: [String: OpenStack.Value]) -> OpenStack.Value {
    switch self {
    case .list(let items):
      return .list(items.map { $0.replacingParameters(with: imports) })
    case .map(let map):
      if map.count == 1, let name = map["get_param"]?.string, let replacement = imports[name] {
        return replacement
      }
      return .map(ValueMap(distinct: map.map { ($0.key, $0.value.replacingParameters(with: imports)) }))
    default:
      return self
    }
  }
}

extension TemplateBuilder {
  /// The bare specs of the clusters' profiles and policies.
  ///
  /// A spec knows no stack: what a nested template takes from one is a parameter of the profile, under the name of the
  /// network or with the default of the input, and so is what a policy takes from an input.
  var specs: [Named<SenlinSpec>] {
    mutating get {
      var result: [Named<SenlinSpec>] = []
      let reported = log
      for (offset, group) in plan.groups.enumerated() where group.driver == .senlin {
        result.append(Named(group.names.profile, bareProfile(offset)))
        result += policySpecs(offset).map { Named($0.name, bare($0.spec)) }
      }
      // The policies were made, and what they leave out was reported, for the main template already.
      log = reported
      return result
    }
  }

  private func bare(_ spec: SenlinSpec) -> SenlinSpec {
    var bare = spec
    bare.properties = withoutReferences(.map(spec.properties)).map ?? spec.properties
    return bare
  }

  /// A value with each reference to the main template replaced by what it means outside of it.
  private func withoutReferences(_ value: OpenStack.Value) -> OpenStack.Value {
    switch value {
    case .list(let items): return .list(items.map(withoutReferences))
    case .map(let map):
      if map.count == 1, let name = map.first?.key, ["get_param", "get_resource", "get_attr"].contains(name) {
        return bareValue(of: value)
      }
      return .map(ValueMap(distinct: map.map { ($0.key, withoutReferences($0.value)) }))
    default: return value
    }
  }

  private func bareProfile(_ offset: Int) -> SenlinSpec {
    let nested = nested[offset]
    let stated = nested.imports.map { ($0.parameter, bareValue(of: $0.value)) }
    if let properties = nested.serverProfile {
      return bare(SenlinSpec(type: "os.nova.server", version: "1.0", properties: properties))
    }
    var properties: ValueMap = ["template": nested.template.value]
    if !stated.isEmpty { properties["parameters"] = .map(ValueMap(stated)) }
    properties["disable_rollback"] = true
    return SenlinSpec(type: "os.heat.stack", version: "1.0", properties: properties)
  }

  /// What a reference of the main template means outside of it.
  private func bareValue(of value: OpenStack.Value) -> OpenStack.Value {
    if let argument = value["get_param"] {
      let path = argument.list ?? [argument]
      let name = path.first?.string ?? ""
      return path.dropFirst().reduce(parameter(named: name)?.defaultValue) { value, step in
        step.string.flatMap { value?[$0] } ?? step.integer.flatMap { value?.item($0) }
      } ?? .string(name)
    }
    guard let name = value["get_resource"]?.string ?? value["get_attr"]?.list?.first?.string else {
      return value
    }
    let resource = place(ofResource: name).map { template.resources[$0].element }
    return resource?["name"] ?? .string(name)
  }
}

extension OpenStack.Value {
  fileprivate func item(_ offset: Int) -> OpenStack.Value? {
    guard let list, list.indices.contains(offset) else { return nil }
    return list[offset]
  }
}
