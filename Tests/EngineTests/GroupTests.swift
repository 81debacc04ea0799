import Engine
import OpenStack
import Testing

@Suite struct GroupTests {
  @Test func `a scaling group is made of its resource`() async throws {
    let bench = try await Workbench()
    let stack = try await bench.create("vnf1", Self.group, files: ["vdu.yaml": vduTemplate])
    #expect(stack.stackStatus == "CREATE_COMPLETE", "\(stack.statusReason)")
    let outputs = try await bench.outputs("vnf1")
    #expect(outputs["size"] == 2)
    #expect(outputs["ips"]?.list?.count == 2)
    #expect(outputs["ips"]?.list?.allSatisfy { $0.string?.hasPrefix("10.") == true } == true)
    let resources = try await bench.engine.resources(ofStack: "vnf1", nestedDepth: 2)
    #expect(resources.filter { $0.type == "OS::Nova::Server" }.count == 2)
    #expect(resources.first { $0.type == "vdu.yaml" }?.parentResource == "SG1_group")
  }

  @Test func `a signal adjusts the group within its bounds and cooldown`() async throws {
    let bench = try await Workbench()
    try await bench.create("vnf1", Self.group, files: ["vdu.yaml": vduTemplate])
    let url = try #require(try await bench.outputs("vnf1")["url"]?.string)
    #expect(url.hasPrefix("http://engine/orchestration/v1/libretto/signal/"))
    let token = try #require(url.split(separator: "/").last)

    try await bench.engine.signal(token: String(token))
    await bench.engine.waitUntilIdle()
    #expect(try await bench.rows()["cloud_server"] == 3)
    // The cooldown is not over.
    try await bench.engine.signal("SG1_out", ofStack: "vnf1")
    await bench.engine.waitUntilIdle()
    #expect(try await bench.rows()["cloud_server"] == 3)
    bench.clock.advance(61)
    try await bench.engine.signal("SG1_out", ofStack: "vnf1")
    await bench.engine.waitUntilIdle()
    // Three is the most.
    #expect(try await bench.rows()["cloud_server"] == 3)
    for _ in 0..<3 {
      try await bench.engine.signal("SG1_in", ofStack: "vnf1")
      await bench.engine.waitUntilIdle()
      bench.clock.advance(61)
    }
    #expect(try await bench.rows()["cloud_server"] == 1)
    #expect(try await bench.outputs("vnf1")["size"] == 1)
  }

  @Test func `a group leaves nothing behind`() async throws {
    let bench = try await Workbench()
    try await bench.create("vnf1", Self.group, files: ["vdu.yaml": vduTemplate])
    try await bench.engine.signal("SG1_out", ofStack: "vnf1")
    await bench.engine.waitUntilIdle()
    try await bench.engine.deleteStack("vnf1")
    await bench.engine.waitUntilIdle()
    #expect(Set(try await bench.rows().keys) == ["blueprint", "stack", "stack_event", "grdb_migrations"])
  }

  @Test func `a resource without a signal says so`() async throws {
    let bench = try await Workbench()
    try await bench.create("vnf1", Self.group, files: ["vdu.yaml": vduTemplate])
    do {
      try await bench.engine.signal("SG1_group", ofStack: "vnf1")
      Issue.record("the signal was taken")
    } catch {
      #expect(error.name == "ResourceActionNotSupported")
    }
  }

  private static let group = """
    heat_template_version: 2016-10-14
    resources:
      SG1_group:
        type: OS::Heat::AutoScalingGroup
        properties:
          min_size: 1
          max_size: 3
          desired_capacity: 2
          cooldown: 60
          resource: {type: vdu.yaml}
      SG1_out:
        type: OS::Heat::ScalingPolicy
        properties:
          auto_scaling_group_id: {get_resource: SG1_group}
          adjustment_type: change_in_capacity
          scaling_adjustment: 1
          cooldown: 60
      SG1_in:
        type: OS::Heat::ScalingPolicy
        properties:
          auto_scaling_group_id: {get_resource: SG1_group}
          adjustment_type: change_in_capacity
          scaling_adjustment: -1
          cooldown: 60
    outputs:
      size: {value: {get_attr: [SG1_group, current_size]}}
      ips: {value: {get_attr: [SG1_group, outputs_list, mgmt_ip-VDU1]}}
      url: {value: {get_attr: [SG1_out, alarm_url]}}
    """
}
