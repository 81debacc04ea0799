import OpenStack
import TOSCA

extension PolicyMapping {
  /// `libretto.policies.LoadBalancing` puts the nodes of a cluster behind a balancer that Senlin makes.
  static let loadBalancing = PolicyMapping(
    "libretto.policies.LoadBalancing", ofClusters: "load_balancing",
    reading: [
      "protocol", "port", "algorithm", "subnet", "session_persistence", "vip_subnet", "vip_network",
      "vip_address", "vip_port", "connection_limit", "health_monitor",
    ], needsServers: { _ in true }
  ) { offset, group, template in
    let stated = template.values(
      [
        "protocol", "port", "algorithm", "subnet", "session_persistence", "vip_subnet", "vip_network",
        "vip_address", "vip_port", "connection_limit", "health_monitor",
      ], of: offset)
    var balancing = BalancingSpec()
    let subnet = stated["subnet"] ?? template.memberSubnet(group, of: template.topology.policies[offset].name)
    balancing.pool["protocol"] = stated["protocol"]
    balancing.pool["protocol_port"] = stated["port"]
    balancing.pool["subnet"] = subnet
    balancing.pool["lb_method"] = stated["algorithm"]
    balancing.pool["session_persistence"] = stated["session_persistence"]
    balancing.vip["subnet"] = stated["vip_subnet"] ?? (stated["vip_network"] == nil ? subnet : nil)
    balancing.vip["network"] = stated["vip_network"]
    balancing.vip["address"] = stated["vip_address"]
    balancing.vip["connection_limit"] = stated["connection_limit"]
    balancing.vip["protocol"] = stated["protocol"]
    balancing.vip["protocol_port"] = stated["vip_port"] ?? stated["port"]
    return balancing.spec(monitor: stated["health_monitor"])
  }
}

extension NodeMapping {
  /// A load balancer that the policies of clusters stand for: nothing but what they read of it.
  static var balancerOfClusters: NodeMapping {
    NodeMapping("tosca.nodes.LoadBalancer") { node, template in
      template.ignore(["algorithm"], of: node)
      for name in ["protocol", "port"] { _ = template.takeValue(name, of: node, capability: "client") }
    }
  }
}

extension Requirement {
  /// The capability of the target at which a load balancer sends what it gets.
  var endpoint: String { capability ?? "endpoint" }
}

/// A balancer in front of a cluster (Senlin, senlin.policy.loadbalance).
private struct BalancingSpec {
  /// Where the nodes listen.
  var pool = ValueMap()
  /// Where clients connect.
  var vip = ValueMap()

  func spec(monitor: OpenStack.Value? = nil) -> SenlinSpec {
    var properties: ValueMap = ["pool": .map(pool), "vip": .map(vip)]
    properties["health_monitor"] = monitor
    return SenlinSpec(type: "senlin.policy.loadbalance", version: "1.1", properties: properties)
  }
}

extension TemplateBuilder {
  /// Decides which load balancers are policies: those of which all clusters have servers.
  ///
  /// What is behind another one adds itself to the pool of that, and has to be a stack for it.
  mutating func settleBalancers() {
    var open = plan.groups.indices.filter { nested[$0].serverProfile == nil }
    while let group = open.popLast() {
      for balancer in plan.groups[group].routes.map(\.source) {
        for other in plan.clusters(of: balancer) where nested[other].serverProfile != nil {
          nested[other].useStacks()
          open.append(other)
        }
      }
    }
    for (offset, group) in plan.groups.enumerated() where nested[offset].serverProfile != nil {
      balancersAsPolicies.formUnion(group.routes.map(\.source))
    }
  }

  /// The policy for a `tosca.nodes.LoadBalancer` in front of nothing but clusters.
  mutating func balancingSpec(of route: Requirement, _ group: Int) -> SenlinSpec? {
    guard let application = route.target else { return nil }
    let balancer = route.source
    let protocols = ["HTTP", "HTTPS", "TCP"]
    let members = endpoint(route.endpoint, of: application, speaking: protocols)
    let clients = endpoint("client", of: balancer, speaking: protocols)
    let subnet = memberSubnet(group, of: topology[balancer].name)
    // Where nothing says a port, the stack is asked for it.
    let asked = "\(topology[balancer].name.text)_port"
    let isAsked = mainParameters.contains { $0.parameter.name == asked }
    let port = members.port ?? clients.port ?? (isAsked ? .getParam(asked) : nil)
    var balancing = BalancingSpec()
    balancing.pool["protocol"] = (members.kind ?? clients.kind).map(OpenStack.Value.string)
    balancing.pool["protocol_port"] = port
    balancing.pool["subnet"] = subnet
    balancing.pool["lb_method"] = topology[balancer][property: "algorithm"].flatMap {
      balancingAlgorithm($0, among: ["ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP"])
    }
    balancing.vip["subnet"] = subnet
    balancing.vip["protocol"] = (clients.kind ?? members.kind).map(OpenStack.Value.string)
    balancing.vip["protocol_port"] = clients.port ?? port
    return balancing.spec()
  }

  /// The subnet in which the balancer finds the nodes: the one that the template makes for their first network, else a
  /// parameter of the stack.
  fileprivate mutating func memberSubnet(_ group: Int, of place: TOSCADocument.Word) -> OpenStack.Value {
    let server = plan.groups[group].targets[0]
    let network = ports(of: server).first.flatMap { topology.targets(of: $0, "virtualLink", "link").first }
    if let network, !topology.isExistingNetwork(network), topology[network].assigned("cidr") != nil {
      return .id(of: "\(topology[network].name.text)_subnet")
    }
    let name = "\(place.text)_subnet"
    // One may be for several clusters.
    guard !mainParameters.contains(where: { $0.parameter.name == name }) else { return .getParam(name) }
    return parameter(
      name, "The subnet in which '\(place.text)' finds the nodes of '\(topology[server].name.text)'",
      for: place)
  }
}
