import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.LoadBalancer` becomes an Octavia load balancer with a listener and a pool.
  ///
  /// The servers behind it add
  /// themselves to the pool, so that also one that is scaled does.
  static let loadBalancer = NodeMapping(
    "tosca.nodes.LoadBalancer",
    attribute: { name, node, template in
      let balancer = template.topology[node].name.text
      switch name {
      case "id": return .getResource(balancer)
      case "public_address":
        let hasAddress = template.isFloating(node)
        return hasAddress
          ? .getAttr("\(balancer)_address", "floating_ip_address") : .getAttr(balancer, "vip_address")
      case "ip_address", "vip_address", "private_address": return .getAttr(balancer, "vip_address")
      default: return nil
      }
    },
    resourceName: { $1.balancersAsPolicies.contains($0) ? nil : $1.topology[$0].name.text }
  ) { node, template in
    let name = template.topology[node].name
    let client = template.clientEndpoint(of: node)
    let kind = OpenStack.Value.string(client.kind ?? "TCP")

    var balancer = HeatResource(type: "OS::Octavia::LoadBalancer")
    for property in ["description", "availability_zone", "provider", "flavor", "vip_address"] {
      balancer[property] = template.take(property, of: node)
    }
    balancer["vip_subnet"] = template.subnet(of: node)
    template.add(name.text, balancer, for: name)

    var listener = HeatResource(type: "OS::Octavia::Listener")
    listener["loadbalancer"] = template.reference(to: node)
    listener["protocol"] = kind
    listener["protocol_port"] = client.port ?? template.portParameter(of: node)
    template.add("\(name.text)_listener", listener, for: name)

    var pool = HeatResource(type: "OS::Octavia::Pool")
    pool["listener"] = .getResource("\(name.text)_listener")
    pool["protocol"] = kind
    pool["lb_algorithm"] =
      template.takeValue("algorithm", of: node).flatMap {
        template.balancingAlgorithm(
          $0, among: ["ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP", "SOURCE_IP_PORT"])
      } ?? "ROUND_ROBIN"
    template.add("\(name.text)_pool", pool, for: name)

    if template.plan.balancing.servers(of: node).isEmpty {
      template.report(.noMembers(template.topology[node]))
    }
    template.addAddress(of: node)
  }
}

extension TemplateBuilder {
  /// The endpoint at which clients reach a load balancer, with the port that its protocol has.
  fileprivate mutating func clientEndpoint(of balancer: NodeTemplate.ID) -> BalancedEndpoint {
    var endpoint = endpoint("client", of: balancer, speaking: ["TCP", "UDP", "HTTP", "HTTPS"])
    let usual = endpoint.kind.flatMap { ["HTTP": 80, "HTTPS": 443][$0] }
    endpoint.port = endpoint.port ?? usual.map(OpenStack.Value.integer)
    return endpoint
  }

  /// Where a load balancer has its address: where it says so, else with the first of its servers, else a parameter.
  fileprivate mutating func subnet(of balancer: NodeTemplate.ID) -> OpenStack.Value {
    if let stated = take("vip_subnet", of: balancer) ?? take("subnet", of: balancer) { return stated }
    if let name = takeValue("network_name", of: balancer, capability: "client")?.text,
      let network = topology.node(named: name), let subnet = subnet(ofNetwork: network)
    {
      return subnet
    }
    for server in plan.balancing.servers(of: balancer) {
      if let subnet = subnet(ofServer: server) { return subnet }
    }
    let name = "\(topology[balancer].name.text)_subnet"
    return parameter(
      name, "The subnet in which load balancer '\(topology[balancer].name.text)' has its address",
      for: topology[balancer].name)
  }

  /// The subnet of the first port of a server, where this template or the main one makes it.
  private mutating func subnet(ofServer server: NodeTemplate.ID) -> OpenStack.Value? {
    guard let port = ports(of: server).first,
      let network = topology.targets(of: port, "link", "virtualLink").first
    else { return nil }
    return subnet(ofNetwork: network)
  }

  private mutating func subnet(ofNetwork network: NodeTemplate.ID) -> OpenStack.Value? {
    guard topology[network].type.isKind(of: "tosca.nodes.network.Network"),
      topology[network].assigned("cidr") != nil, plan.group(of: network) == nil
    else { return nil }
    let name = "\(topology[network].name.text)_subnet"
    return referenceToMain(name)
  }

  fileprivate mutating func portParameter(of balancer: NodeTemplate.ID) -> OpenStack.Value {
    let name = topology[balancer].name
    return parameter(
      "\(name.text)_port", "The port at which load balancer '\(name.text)' is reached", type: .number,
      for: name)
  }

  // MARK: Addresses

  /// Whether clients reach a load balancer at a floating IP.
  fileprivate func isFloating(_ balancer: NodeTemplate.ID) -> Bool {
    let properties = topology[balancer].capability("client")?.properties ?? []
    return properties.first { $0.name.text == "floating" }?.value.bool == true
  }

  fileprivate mutating func addAddress(of balancer: NodeTemplate.ID) {
    _ = takeValue("floating", of: balancer, capability: "client")
    guard isFloating(balancer) else { return }
    let name = topology[balancer].name
    addFloatingAddress(
      "\(name.text)_address", "The network of which load balancer '\(name.text)' gets its floating IP",
      at: .getAttr(name.text, "vip_port_id"), for: name)
  }

  // MARK: Members

  /// Puts a server into the pools of the load balancers that route to it or to what runs on it.
  mutating func addPoolMembers(of server: NodeTemplate.ID) {
    let (name, first) = (topology[server].name, ports(of: server).first)
    var names: Set<String> = []
    for member in plan.balancing.members(on: server) {
      let balancer = topology[member.balancer].name.text
      let pool = "\(balancer)_pool"
      var resource = HeatResource(type: "OS::Octavia::PoolMember")
      resource["pool"] = referenceToMain(pool)
      resource["address"] = first.map { portAddress($0) } ?? .getAttr(name.text, "first_address")
      resource["protocol_port"] = port(of: member)
      resource["subnet"] = subnet(ofServer: server)
      let application = topology[member.application].name.text
      var free = "\(balancer)_\(name.text)_member"
      if !names.insert(free).inserted { free = "\(balancer)_\(application)_member" }
      add(free, resource, for: name)
    }
  }

  /// The port at which a server takes load: that of the application's endpoint, else that of the load balancer's own.
  private mutating func port(of member: Balancing.Member) -> OpenStack.Value {
    let application = topology[member.application]
    let endpoints = application.type.capabilities.filter { definition in
      let type = topology.types.known(.capability, definition.type)
      return type?.isKind(of: "tosca.capabilities.Endpoint") == true
        && type?.isKind(of: "tosca.capabilities.Endpoint.Admin") != true
    }.map(\.name.text)
    let named = member.capability.map { [$0] } ?? []
    for capability in named + endpoints + ["endpoint"] {
      let stated = takeValue("port", of: member.application, capability: capability)
      if let port = stated.flatMap({ value($0) }) { return port }
    }
    return clientEndpoint(of: member.balancer).port ?? portParameter(of: member.balancer)
  }
}

extension Diagnostic {
  fileprivate static func noMembers(_ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "balancer-without-members",
      "load balancer '\(node.name.text)' has no 'application' that is a server or runs on one, so it balances nothing",
      at: node.name.range)
  }
}
