import Diagnostics
import OpenStack
import TOSCA

/// Something that an operation puts out because a value asks for it.
struct OperationOutput {
  /// The resource that has the operation.
  let config: String
  let name: String
  /// Whether that stands in the main template, else in the one at hand.
  let isInMain: Bool
}

extension TemplateBuilder {
  /// The value of an attribute of a node (TOSCA Simple Profile 1.3, 4.5.1).
  mutating func attribute(
    _ path: ArraySlice<String>, of name: String, from place: PropertyValue
  ) -> OpenStack.Value? {
    switch holder(name) {
    case .nodes(let nodes)?:
      let lost = lostCalls
      for node in nodes {
        if let value = attribute(path, of: node, from: place) { return value }
        if lostCalls != lost { return nil }
      }
      return nil
    case .relationship?: return property(path, of: name, from: place)
    case nil: return nil
    }
  }

  private mutating func attribute(
    _ path: ArraySlice<String>, of node: NodeTemplate.ID, from place: PropertyValue
  ) -> OpenStack.Value? {
    guard let first = path.first else { return nil }
    if first == "tosca_name", path.count == 1 { return .string(topology[node].name.text) }
    if let value = attributeOfMember(path, of: node, from: place) { return value }
    if let stated = stated(first, of: node) {
      return follow(Found(value: stated, path: path.dropFirst(), scope: ValueScope(node: node)), from: place)
    }
    if let value = ownAttribute(path, of: node, from: place) { return value }
    // Each property is an attribute too (3.6.12).
    return found(path, in: node).flatMap { follow($0, from: place) }
  }

  /// The value that a template or a type gives to an attribute.
  private func stated(_ name: String, of node: NodeTemplate.ID) -> PropertyValue? {
    let own = topology[node].attributes.first { $0.name.text == name }?.value
    let value = own ?? topology[node].type.attribute(name)?.defaultValue
    return value?.isNull == true ? nil : value
  }

  /// An attribute of what a requirement leads to, or of a capability: the address of an endpoint is that of its server.
  private mutating func attributeOfMember(
    _ path: ArraySlice<String>, of node: NodeTemplate.ID, from place: PropertyValue
  ) -> OpenStack.Value? {
    guard let member = path.first, let name = path.dropFirst().first else { return nil }
    let requirement = topology.requirements(of: node).first { $0.name.text == member && $0.target != nil }
    let isCapability = topology[node].type.capabilities.contains { $0.name.text == member }
    guard let holder = requirement?.target ?? (isCapability ? node : nil) else { return nil }
    guard name != "ip_address" else { return ownAttribute(["private_address"], of: holder, from: place) }
    return requirement == nil ? nil : attribute(path.dropFirst(), of: holder, from: place)
  }

  /// An attribute that only the cloud knows.
  private mutating func ownAttribute(
    _ path: ArraySlice<String>, of node: NodeTemplate.ID, from place: PropertyValue
  ) -> OpenStack.Value? {
    guard let name = path.first else { return nil }
    let servers = plan.software.servers(of: node, topology)
    let home = topology.isSoftware(node) ? servers.first ?? node : node
    guard isInReach(home, from: place) else { return nil }
    var value: OpenStack.Value?
    if topology[home].type.isServer, ["networks", "ports"].contains(name) {
      value = addresses(path, of: home)
    } else {
      value = NodeMapping.mapping(of: node, in: topology)?.attribute(name, node, &self)
      let rest = path.dropFirst().map { word in Int(word).map(OpenStack.Value.integer) ?? .string(word) }
      if !rest.isEmpty { value = value?["get_attr"]?.list.map { ["get_attr": .list($0 + rest)] } }
    }
    return value.map { fromMain($0, of: home, name: "\(topology[node].name.text)_\(name)") }
  }

  /// An entry of a server's `networks` or `ports` (5.9.3): what the cloud knows of a network, or of a port of the
  /// template.
  private mutating func addresses(_ path: ArraySlice<String>, of server: NodeTemplate.ID) -> OpenStack.Value?
  {
    let words = Array(path)
    if words[0] == "ports" {
      guard words.count >= 3,
        let port = plan.ports(of: server).first(where: { topology[$0].name.text == words[1] })
      else { return nil }
      let name = topology[port].name.text
      switch words[2] {
      case "port_id": return .getResource(name)
      case "mac_address": return .getAttr(name, "mac_address")
      case "addresses": return portAddress(port)
      default: return nil
      }
    }
    if words.count > 1, let port = port(of: server, at: words[1]) {
      return address(words.dropFirst(2), ofPort: port)
    }
    let rest = words.dropFirst().filter { $0 != "addresses" }.map { word in
      Int(word).map(OpenStack.Value.integer) ?? .string(word)
    }
    return ["get_attr": .list([.string(topology[server].name.text), "networks"] + rest)]
  }

  /// The port that joins a server to a node of a network, whose name Heat does not give to the network.
  private func port(of server: NodeTemplate.ID, at network: String) -> NodeTemplate.ID? {
    plan.ports(of: server).first { port in
      topology.targets(of: port, "link", "virtualLink", "virtual_link").contains {
        topology[$0].name.text == network
      }
    }
  }

  /// What a server's entry for a network says, as its port there knows it: addresses, one of them, or the network.
  private mutating func address(_ path: ArraySlice<String>, ofPort port: NodeTemplate.ID) -> OpenStack.Value?
  {
    let name = topology[port].name.text
    let words = path.filter { $0 != "addresses" }
    guard let word = words.first else { return .list([portAddress(port)]) }
    guard words.count == 1 else { return nil }
    if word == "network_id" { return .getAttr(name, "network_id") }
    return Int(word).map { .getAttr(name, "fixed_ips", .integer($0), "ip_address") }
  }

  /// Whether there is one node of its kind for the template at hand; one that is multiplied elsewhere is reported.
  private mutating func isInReach(_ node: NodeTemplate.ID, from place: PropertyValue) -> Bool {
    guard let other = plan.group(of: node), other != group else { return true }
    report(.attributeOfMany(topology[node], place))
    lostCalls += 1
    return false
  }

  /// A value of the main template for the template at hand, which takes it as a parameter if it is another one.
  private mutating func fromMain(
    _ value: OpenStack.Value, of node: NodeTemplate.ID, name: String
  ) -> OpenStack.Value {
    guard group != nil, plan.group(of: node) != group else { return value }
    if value["get_resource"] != nil { return reference(to: node) }
    if let items = value.list { return .list(items.map { fromMain($0, of: node, name: name) }) }
    guard value["get_attr"] != nil else { return value }
    return .getParam(imported(name.lowercased(), value, type: .string))
  }

  // MARK: Outputs of operations

  /// What an operation put out (4.6.1), which its deployment has as an attribute.
  mutating func operationOutput(_ words: [String], from place: PropertyValue) -> OpenStack.Value? {
    guard words.count >= 4, case .nodes(let nodes)? = holder(words[0]) else { return nil }
    let interface = words[1].split(separator: ".").last.map(String.init) ?? words[1]
    for node in nodes {
      guard let software = plan.software.software(of: node),
        let names = software.names(of: words[2], in: interface),
        let server = plan.software.servers(of: node, topology).first
      else { continue }
      if let consumer, plan.software.isBefore(consumer, node) {
        report(.outputOfLater(topology[node], words[2], place))
        lostCalls += 1
        return nil
      }
      let isHere = plan.software.servers(of: node, topology).contains { plan.group(of: $0) == group }
      guard isHere || isInReach(server, from: place) else { return nil }
      operationOutputs.append(OperationOutput(config: names.config, name: words[3], isInMain: !isHere))
      let path = words.dropFirst(4).map { word in Int(word).map(OpenStack.Value.integer) ?? .string(word) }
      let value: OpenStack.Value = ["get_attr": .list([.string(names.deployment), .string(words[3])] + path)]
      guard !isHere else { return value }
      return .getParam(imported("\(names.deployment)_\(words[3])".lowercased(), value, type: .string))
    }
    return nil
  }

  /// Lets the configs of operations say what they put out.
  mutating func declareOperationOutputs() {
    var names: [String: [String]] = [:]
    for output in operationOutputs where group == nil || !output.isInMain {
      if names[output.config]?.contains(output.name) != true {
        names[output.config, default: []].append(output.name)
      }
    }
    guard !names.isEmpty else { return }
    for place in template.resources.indices {
      guard let outputs = names[template.resources[place].name] else { continue }
      template.resources[place].element["outputs"] = .list(outputs.map { ["name": .string($0)] })
    }
  }
}

extension NodeSoftware {
  /// The resources that an operation becomes; nil for one that is not run.
  fileprivate func names(of operation: String, in interface: String) -> (config: String, deployment: String)?
  {
    let isStandard = ["Standard", "Lifecycle"].contains(interface)
    guard isStandard && self.operation(operation) != nil else { return nil }
    guard form == .pairs else { return (component, componentDeployment) }
    return (config(of: operation), deployment(of: operation))
  }
}

extension Diagnostic {
  fileprivate static func outputOfLater(_ node: NodeTemplate, _ operation: String, _ place: PropertyValue)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "not-translated",
      "'\(operation)' of '\(node.name.text)' is run later, so that nothing is there yet; the call is left out",
      at: place.range)
  }

  fileprivate static func attributeOfMany(_ node: NodeTemplate, _ place: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' is scaled, so it has this attribute once for each of its instances; the call is left out",
      at: place.range)
  }
}
