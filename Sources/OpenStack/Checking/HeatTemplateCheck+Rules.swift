import Diagnostics

/// What resource types ask of their properties together, beyond what their schemas say.
extension HeatTemplateCheck {
  mutating func checkRules(of type: String, _ properties: ValueMap) {
    switch type {
    case "OS::Nova::Server": checkServer(properties)
    case "OS::Neutron::Subnet": checkSubnet(properties)
    case "OS::Neutron::RouterInterface":
      checkChoice(among: ["subnet", "subnet_id"], ["port", "port_id"], properties)
    case "OS::Neutron::Port":
      if isSet("no_fixed_ips", properties), properties["fixed_ips"]?.list?.isEmpty == false {
        report(.contradiction("fixed_ips", "no_fixed_ips"))
      }
    case "OS::Neutron::FloatingIP":
      if properties["fixed_ip_address"] != nil, properties["port_id"] == nil {
        report(.incomplete("'fixed_ip_address' needs 'port_id'"))
      }
    case "OS::Heat::ScalingPolicy":
      let type = properties["adjustment_type"]?.string
      if properties["min_adjustment_step"] != nil, let type, type != "percent_change_in_capacity" {
        report(.incomplete("'min_adjustment_step' is for 'percent_change_in_capacity' only"))
      }
    case "OS::Heat::AutoScalingGroup": checkInner(properties["resource"], "resource")
    case "OS::Heat::ResourceGroup": checkInner(properties["resource_def"], "resource_def")
    case "OS::Senlin::Cluster": checkCluster(properties)
    case "OS::Senlin::Profile", "OS::Senlin::Policy": checkSenlin(properties)
    default: break
    }
  }

  /// A server starts from an image or from one volume.
  private mutating func checkServer(_ properties: ValueMap) {
    let (old, new) = (properties["block_device_mapping"], properties["block_device_mapping_v2"])
    if old?.list?.isEmpty == false, new?.list?.isEmpty == false {
      report(.contradiction("block_device_mapping", "block_device_mapping_v2"))
      return
    }
    checkNetworks(of: properties)
    // What comes from a function may be anything.
    guard let oldDevices = devices(old), let newDevices = devices(new) else { return }
    var sources = properties["image"] == nil ? 0 : 1
    for device in newDevices {
      guard let count = bootSources(of: device) else { return }
      sources += count
    }
    if sources == 0,
      !oldDevices.contains(where: { $0["device_name"].map { $0.string == nil || $0 == "vda" } ?? false })
    {
      report(.incomplete("the server has neither an 'image' nor a volume that it starts from"))
    } else if sources > 1 {
      report(.severalStarts(sources))
    }
  }

  /// The devices of a list of maps; nil when something in it comes from a function.
  private func devices(_ value: Value?) -> [ValueMap]? {
    guard let value, !value.isNull else { return [] }
    guard let list = value.list, function(in: value) == nil else { return nil }
    let maps = list.compactMap { function(in: $0) == nil ? $0.map : nil }
    return maps.count == list.count ? maps : nil
  }

  /// How many images and volumes of a device a server would start from; nil when that cannot be known.
  private func bootSources(of device: ValueMap) -> Int? {
    let count = ["volume_id", "snapshot_id", "image", "image_id"].count { device[$0] != nil }
    guard let index = device["boot_index"], !index.isNull else { return count }
    guard let number = index.pythonNumber else { return count == 0 ? 0 : nil }
    return number == 0 ? count : 0
  }

  private mutating func checkNetworks(of properties: ValueMap) {
    guard let networks = properties["networks"]?.list else { return }
    for (index, network) in networks.enumerated() {
      guard let map = network.map, function(in: network) == nil else { continue }
      let ways = ["network", "uuid", "port", "subnet", "allocate_network"]
      if !ways.contains(where: { map[$0] != nil }) {
        at("networks") {
          $0.at(.index(index)) { $0.report(.incomplete("a network needs 'network', 'port' or 'subnet'")) }
        }
      }
    }
    let hasPort = networks.contains { $0["port"] != nil }
    if hasPort, properties["security_groups"]?.list?.isEmpty == false {
      report(.contradiction("security_groups", "networks.port"))
    }
  }

  private mutating func checkSubnet(_ properties: ValueMap) {
    let hasPool = properties["subnetpool"] != nil
    let hasBlock = properties["cidr"].map { !isNothing($0) } ?? false
    if hasPool, hasBlock { report(.contradiction("cidr", "subnetpool")) }
    if !hasPool, !hasBlock { report(.incomplete("a subnet needs 'cidr' or 'subnetpool'")) }
    if hasBlock, properties["prefixlen"] != nil { report(.contradiction("cidr", "prefixlen")) }
    let modes = ["ipv6_ra_mode", "ipv6_address_mode"].filter { properties[$0] != nil }
    let family = properties["ip_version"]
    if !modes.isEmpty, family == nil || family?.pythonNumber == 4 {
      report(.incomplete("'\(modes[0])' is for subnets with 'ip_version' 6"))
    }
    if let gateway = properties["gateway_ip"]?.string, gateway != "", gateway != "~",
      let trouble = trouble(gateway, form: "ip_addr")
    {
      at("gateway_ip") { $0.report(.noAddress(gateway, trouble)) }
    }
  }

  private mutating func checkChoice(among first: [String], _ second: [String], _ properties: ValueMap) {
    let hasFirst = first.contains { properties[$0] != nil }
    let hasSecond = second.contains { properties[$0] != nil }
    if hasFirst, hasSecond { report(.contradiction(first[0], second[0])) }
    if !hasFirst, !hasSecond { report(.incomplete("'\(first[0])' or '\(second[0])' is needed")) }
  }

  private mutating func checkCluster(_ properties: ValueMap) {
    func number(_ name: String, _ missing: Double) -> Double? {
      guard let value = properties[name] else { return missing }
      return value.pythonNumber
    }
    guard let least = number("min_size", 0), let most = number("max_size", -1) else { return }
    if most != -1, most < least { report(.incomplete("'min_size' is larger than 'max_size'")) }
    guard let wanted = number("desired_capacity", .nan), !wanted.isNaN else { return }
    if wanted < least || most != -1 && wanted > most {
      report(.incomplete("'desired_capacity' is not between 'min_size' and 'max_size'"))
    }
  }

  /// Checks the resource that a group repeats.
  private mutating func checkInner(_ definition: Value?, _ name: String) {
    guard let definition, let map = definition.map, function(in: definition) == nil,
      let type = map["type"]?.string, !type.contains("%")
    else { return }
    at(name) { $0.checkType(type, map["properties"]) }
  }

  private func isSet(_ name: String, _ properties: ValueMap) -> Bool {
    properties[name] == true || properties[name]?.string?.lowercased() == "true"
  }

  /// Whether a value is nothing, or an empty text.
  private func isNothing(_ value: Value) -> Bool {
    value.isNull || value == ""
  }
}

extension HeatProblem {
  fileprivate static func contradiction(_ first: String, _ second: String) -> HeatProblem {
    HeatProblem(
      .error, "hot-conflicting-properties", "'\(first)' and '\(second)' cannot be given together")
  }

  fileprivate static func severalStarts(_ count: Int) -> HeatProblem {
    HeatProblem(
      .error, "hot-conflicting-properties",
      "the server starts from \(count) images and volumes; it has an 'image' or one volume with 'boot_index' 0"
    )
  }

  fileprivate static func incomplete(_ what: String) -> HeatProblem {
    HeatProblem(.error, "hot-incomplete-properties", what)
  }

  fileprivate static func noAddress(_ text: String, _ form: String) -> HeatProblem {
    HeatProblem(.error, "hot-wrong-text", "'gateway_ip' is \(form); this is '\(text)'")
  }
}
