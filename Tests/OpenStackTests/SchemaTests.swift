import OpenStack
import Testing

@Suite struct SchemaTests {
  @Test(arguments: SchemaLookup.heat.types)
  func `each resource type is found by its name`(type: String) throws {
    let schema = try #require(SchemaLookup.heat[type])
    #expect(schema.type == type)
  }

  @Test(arguments: SchemaLookup.senlin.types)
  func `each type of Senlin is found by its name`(type: String) throws {
    #expect(try #require(SchemaLookup.senlin[type]).properties.isEmpty == false)
  }

  @Test func `a type that is asked for again, or by many at once, is the same`() async {
    let first = SchemaLookup.heat["OS::Nova::Flavor"]
    let others = await withTaskGroup(of: ResourceSchema?.self) { group in
      for _ in 0..<20 { group.addTask { SchemaLookup.heat["OS::Nova::Flavor"] } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(first?.property("ram")?.isRequired == true)
    #expect(others.allSatisfy { $0 == first })
    #expect(SchemaLookup.senlin["OS::Nova::Flavor"] == nil)
  }

  @Test func `a default has its kind, however often it is asked for`() throws {
    let port = try #require(SchemaLookup.heat["OS::Neutron::Port"])
    for _ in 1...2 {
      #expect(port.property("admin_state_up")?.defaultValue == true)
      #expect(port.property("name")?.defaultValue == nil)
      #expect(port.property("binding:vnic_type")?.defaultValue == "normal")
    }
  }

  @Test func `the tables have all types`() {
    #expect(SchemaLookup.heat.types.count == 201)
    #expect(SchemaLookup.senlin.types.count == 17)
  }

  @Test(arguments: [
    "", "A", "OS::Nova", "OS::Nova::Serve", "OS::Nova::Server ", "OS::Nova::ServerX", "ZZ", "#",
  ])
  func `what is no type has no schema`(name: String) {
    #expect(SchemaLookup.heat[name] == nil)
  }

  @Test func `a type has what its block says`() throws {
    let port = try #require(SchemaLookup.heat["OS::Neutron::Port"])
    let network = try #require(port.property("network"))
    #expect(network.isRequired && network.kind == .string && network.update == .replacement)
    #expect(port.property("network_id")?.newerName == "network")
    #expect(port.property("network_id")?.support == .hidden)
    #expect(port.property("name")?.update == .inPlace)
    #expect(port.property("admin_state_up")?.defaultValue == true)
    let pairs = try #require(port.property("allowed_address_pairs")?.items.first)
    #expect(pairs.members.map(\.name) == ["ip_address", "mac_address"])
    #expect(pairs.members[0].constraints == [.form("ip_or_cidr")])
    #expect(port.attributes.contains { $0.name == "fixed_ips" && $0.kind == .list })
    #expect(port.attributes.count == 17)
    #expect(SchemaLookup.heat["OS::Neutron::Trunk"]?.property("port")?.update == .forbidden)
    #expect(SchemaLookup.heat["OS::Senlin::Cluster"]?.isRetired == true)
    #expect(SchemaLookup.heat["OS::Heat::None"]?.isNoOperation == true)
    let group = try #require(SchemaLookup.heat["OS::Heat::ResourceGroup"])
    #expect(group.updatePolicy.map(\.name) == ["batch_create", "rolling_update"])
    let rule = try #require(SchemaLookup.senlin["senlin.policy.scaling-1.0"]?.property("adjustment"))
    #expect(rule.members.first { $0.name == "number" }?.constraints == [.above(0)])
  }
}
