import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// `tosca.policies.nfv.SecurityGroupRule` becomes a rule in the security group of each port that it is for
  /// (ETSI GS NFV-SOL 001, 6.10.15), which the ports' own mappings make.
  static let securityGroupRule = PolicyMapping("tosca.policies.nfv.SecurityGroupRule") { policy, template in
    template.reportLeftovers(
      ofPolicy: policy,
      read: ["description", "direction", "ether_type", "protocol", "port_range_min", "port_range_max"])
    let rule = template.topology.policies[policy]
    if let open = template.topology.openPart(of: rule) { template.report(.ruleLeftOut(rule, open)) }
  }
}

extension TemplateBuilder {
  /// The security group of a port, with all the rules that are for it; nil where there are none.
  ///
  /// One group has them all: Neutron adds up what the groups of a port let through, and a group without rules for what
  /// goes out lets all of it out.
  mutating func securityGroups(of node: NodeTemplate.ID) -> OpenStack.Value? {
    let policies = plan.rules.securityRules(of: node)
    guard !policies.isEmpty else { return nil }
    let name = topology[node].name
    var security = HeatResource(type: "OS::Neutron::SecurityGroup")
    // Without any rule the group lets nothing in.
    security["rules"] = .list(policies.compactMap { rule(topology.policies[$0]) })
    return .list([addToMain("\(name.text)_security_group", security, for: name)])
  }

  /// A rule as Neutron takes it; nil for one of which a part is lost: without that it would let through too much.
  private mutating func rule(_ policy: Policy) -> OpenStack.Value? {
    guard let isVersion6 = topology.isVersion6(policy), let name = topology.protocolName(of: policy),
      let known = InternetProtocol.neutronName(of: name)
    else { return nil }
    var rule = ValueMap()
    let direction = policy[property: "direction"]
    rule["direction"] = direction.flatMap { mainValue($0) }
    guard direction == nil || rule["direction"] != nil else { return nil }
    rule["ethertype"] = isVersion6 ? "IPv6" : "IPv4"
    rule["protocol"] = .string(isVersion6 && name == "icmp" ? "ipv6-icmp" : known)
    guard !InternetProtocol.withPorts.contains(name) || addPorts(of: policy, to: &rule) else { return nil }
    return .map(rule)
  }

  /// The range of ports; none for all of them, because Neutron does not take port 0.
  ///
  /// - Returns: false where an end of the range has no counterpart.
  private mutating func addPorts(of policy: Policy, to rule: inout ValueMap) -> Bool {
    let least = policy[property: "port_range_min"]
    let most = policy[property: "port_range_max"]
    let start = topology.settled(least)?.integer
    if let start, start <= 1, topology.settled(most)?.integer == 65535 { return true }
    rule["port_range_min"] = start == 0 ? 1 : least.flatMap { mainValue($0) }
    rule["port_range_max"] = most.flatMap { mainValue($0) }
    return (rule["port_range_min"] != nil || least == nil) && (rule["port_range_max"] != nil || most == nil)
  }
}

extension Topology {
  /// What a rule says that must be known before there is a stack, and is not.
  fileprivate func openPart(of policy: Policy) -> PropertyValue? {
    if isVersion6(policy) == nil { return policy[property: "ether_type"] }
    let known = protocolName(of: policy).flatMap(InternetProtocol.neutronName)
    return known == nil ? policy[property: "protocol"] : nil
  }

  /// Whether a rule is for IPv6; nil where that is not known.
  fileprivate func isVersion6(_ policy: Policy) -> Bool? {
    guard let stated = policy[property: "ether_type"] else { return false }
    return ["ipv4": false, "ipv6": true][settled(stated)?.text?.lowercased() ?? ""]
  }

  /// The protocol of a rule under its name in SOL 001, of which TCP is the default; nil where it is not known.
  fileprivate func protocolName(of policy: Policy) -> String? {
    guard let stated = policy[property: "protocol"] else { return "tcp" }
    return settled(stated)?.text?.lowercased()
  }
}

/// The protocols that SOL 001 names after the registry of IANA.
enum InternetProtocol {
  /// Those whose packets have ports.
  static let withPorts: Set<String> = ["tcp", "udp", "sctp", "dccp", "udp_lite"]

  /// What Neutron calls a protocol: by a name for those that it knows, else by the number.
  static func neutronName(of name: String) -> String? {
    // The registry had another name for number 84.
    names[name] ?? numbers[name == "iptm" ? "ttp" : name].map(String.init)
  }

  private static let names: [String: String] = [
    "ah": "ah", "dccp": "dccp", "egp": "egp", "esp": "esp", "gre": "gre", "icmp": "icmp", "igmp": "igmp",
    "ipv6": "ipv6-encap", "ipv6_frag": "ipv6-frag", "ipv6_icmp": "ipv6-icmp", "ipv6_no_nxt": "ipv6-nonxt",
    "ipv6_opts": "ipv6-opts", "ipv6_route": "ipv6-route", "ospfigp": "ospf", "pgm": "pgm", "rsvp": "rsvp",
    "sctp": "sctp", "tcp": "tcp", "udp": "udp", "udp_lite": "udplite", "vrrp": "vrrp",
  ]

  /// In the order of the numbers; a dash stands for one that SOL 001 does not name.
  private static let registry = """
    hopopt icmp igmp ggp ipv4 st tcp cbt egp igp bbn_rcc_mon nvp_ii pup argus emcon xnet chaos udp mux dcn_meas hmp
    prm xns_idp trunk_1 trunk_2 leaf_1 leaf_2 rdp irtp iso_tp4 netblt mfe_nsp merit_inp dccp 3pc idpr xtp ddp
    idpr_cmtp tp++ il ipv6 sdrp ipv6_route ipv6_frag idrp rsvp gre dsr bna esp ah i_nlsp swipe narp mobile tlsp skip
    ipv6_icmp ipv6_no_nxt ipv6_opts - cftp - sat_expak kryptolan rvd ippc - sat_mon visa ipcv cpnx cphb wsn pvp
    br_sat_mon sun_nd wb_mon wb_expak iso_ip vmtp secure_vmtp vines ttp nsfnet_igp dgp tcf eigrp ospfigp sprite_rpc
    larp mtp ax.25 ipip micp scc_sp etherip encap - gmtp ifmp pnni pim aris scps qnx a/n ip_comp snp compaq_peer
    ipx_in_ip vrrp pgm - l2tp ddx iatp stp srp uti smp sm ptp isis fire crtp crudp sscopmce iplt sps pipe sctp fc
    rsvp_e2e_ignore mobility udp_lite mpls_in_ip manet hip shim6 wesp rohc
    """

  private static let numbers: [String: Int] = {
    let words = registry.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    var numbers = Dictionary(words.enumerated().map { ($1, $0) }) { first, _ in first }
    numbers["-"] = nil
    // Two names have one number.
    numbers["iptm"] = 84
    return numbers
  }()
}

extension Diagnostic {
  fileprivate static func ruleLeftOut(_ policy: Policy, _ part: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "rule '\(policy.name.text)' is left out: its protocol must be one of the registry of IANA that is known before "
        + "there is a stack, since a rule without it lets everything through", at: part.range)
  }
}
