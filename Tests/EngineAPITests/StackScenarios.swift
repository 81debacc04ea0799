import Deployment
import Engine
import EngineAPI
import OpenStack
import Testing

@Suite struct StackScenarios {
  @Test(arguments: Carrier.allCases)
  func `a cluster is made, scaled by its webhook, and goes with its stack`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let stack = try await served.create("vnf", .senlinCluster)
      let cluster = try #require(try await served.clustering.clusters().first)
      #expect(cluster.nodes.count == 3)
      #expect(cluster.status == "ACTIVE")
      let output = try #require(stack.outputs.first { $0.key == "scale_out_url" })
      let path = try #require(output.value.string?.pathOfURL)

      let answer = try await served.call(.post, "/\(path)", headers: [])
      #expect(answer.status == 202)
      let action = try #require(answer.json["action"]?.string)
      #expect(answer.header("Location")?.hasSuffix("/clustering/v1/actions/\(action)") == true)
      await served.engine.waitUntilIdle()
      #expect(try await served.clustering.action(action).status == "SUCCEEDED")
      #expect(
        try await served.clustering.nodes(ofCluster: cluster.id).map(\.status)
          == Array(repeating: "ACTIVE", count: 4))

      try await served.deployment.delete(stack, within: .seconds(30)) { _ in }
      #expect(try await served.clustering.clusters().isEmpty)
      let gone = await #expect(throws: DeploymentError.self) { try await served.heat.stack("vnf") }
      #expect(gone?.status == 404)
      #expect(gone?.message == "The Stack (vnf) could not be found. (404)")
    }
  }

  @Test(arguments: Carrier.allCases)
  func `a group is scaled by the address that its policy gives`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let stack = try await served.create("vnf", .heatGroup)
      #expect(try await served.heat.resource("group", of: stack).attributes["current_size"] == 2)
      let output = try #require(stack.outputs.first { $0.key == "url" })
      let path = try #require(output.value.string?.pathOfURL)
      let answer = try await served.call(.post, "/\(path)", headers: [])
      #expect(answer.status == 200)
      await served.engine.waitUntilIdle()
      #expect(try await served.heat.resource("group", of: stack).attributes["current_size"] == 3)
    }
  }

  @Test(arguments: Carrier.allCases)
  func `a name is taken once`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      _ = try await served.create("vnf", .heatGroup)
      let creation = StackCreation(name: "vnf", template: .heatGroup)
      let error = await #expect(throws: DeploymentError.self) { try await served.heat.createStack(creation) }
      #expect(error?.type == "StackExists")
      #expect(error?.status == 409)
    }
  }

  @Test(arguments: Carrier.allCases)
  func `a short path leads to the stack and keeps the query`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let stack = try await served.create("vnf", .heatGroup)
      let answer = try await served.call(.get, "/orchestration/v1/libretto/stacks/vnf/events?limit=1")
      #expect(answer.status == 302)
      let location = "\(served.address)/orchestration/v1/libretto/stacks/vnf/\(stack.id)/events?limit=1"
      #expect(answer.header("Location") == location)
      let events = try await served.call(.get, String(location.dropFirst(served.address.count)))
      #expect(events.json["events"]?.list?.count == 1)
    }
  }

  @Test(arguments: Carrier.allCases)
  func `events after a marker are those that came later`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let stack = try await served.create("vnf", .heatGroup)
      let all = try await served.heat.events(of: stack)
      #expect(all.last?.status == "CREATE_COMPLETE")
      let marker = try #require(all.dropLast(2).last)
      #expect(try await served.heat.events(of: stack, after: marker.id) == all.suffix(2))
    }
  }
}

extension Served {
  fileprivate func create(_ name: String, _ template: Value) async throws -> Stack {
    let creation = StackCreation(name: name, template: template, timeoutMinutes: 1)
    let stack = try await deployment.create(creation, within: .seconds(30)) { _ in }
    await engine.waitUntilIdle()
    return stack
  }
}

extension String {
  /// What stands behind the host of a URL, without the slash.
  fileprivate var pathOfURL: Substring? {
    split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).last
  }
}

extension Value {
  fileprivate static let senlinCluster: Value = [
    "heat_template_version": "2016-04-08",
    "resources": [
      "profile": [
        "type": "OS::Senlin::Profile",
        "properties": [
          "type": "os.nova.server-1.0",
          "properties": [
            "name": "vdu", "flavor": "m1.tiny", "image": "cirros", "networks": [["network": "net0"]],
          ],
        ],
      ],
      "cluster": [
        "type": "OS::Senlin::Cluster",
        "properties": [
          "profile": .getResource("profile"), "min_size": 2, "max_size": 10, "desired_capacity": 3,
        ],
      ],
      "scale_out": [
        "type": "OS::Senlin::Policy",
        "properties": [
          "type": "senlin.policy.scaling-1.0", "bindings": [["cluster": .getResource("cluster")]],
          "properties": [
            "event": "CLUSTER_SCALE_OUT", "adjustment": ["type": "CHANGE_IN_CAPACITY", "number": 1],
          ],
        ],
      ],
      "receiver": [
        "type": "OS::Senlin::Receiver",
        "properties": [
          "type": "webhook", "action": "CLUSTER_SCALE_OUT", "cluster": .getResource("cluster"),
        ],
      ],
    ],
    "outputs": ["scale_out_url": ["value": .getAttr("receiver", "channel", "alarm_url")]],
  ]

  fileprivate static let heatGroup: Value = [
    "heat_template_version": "2016-04-08",
    "resources": [
      "group": [
        "type": "OS::Heat::AutoScalingGroup",
        "properties": [
          "min_size": 1, "max_size": 3, "desired_capacity": 2,
          "resource": [
            "type": "OS::Nova::Server",
            "properties": ["flavor": "m1.tiny", "image": "cirros", "networks": [["network": "net0"]]],
          ],
        ],
      ],
      "out": [
        "type": "OS::Heat::ScalingPolicy",
        "properties": [
          "adjustment_type": "change_in_capacity", "auto_scaling_group_id": .getResource("group"),
          "scaling_adjustment": 1,
        ],
      ],
    ],
    "outputs": ["url": ["value": .getAttr("out", "alarm_url")]],
  ]
}
