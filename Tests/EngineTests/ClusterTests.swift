import Engine
import OpenStack
import Testing

@Suite struct ClusterTests {
  @Test func `a cluster of servers grows and shrinks by hand`() async throws {
    let bench = try await Workbench.withCluster(desired: 2, maxSize: 5)
    #expect(try await bench.run(.scaleOut(count: 2)).status == "SUCCEEDED")
    #expect(try await bench.engine.cluster("c").desiredCapacity == 4)
    #expect(try await bench.run(.scaleIn(count: nil)).status == "SUCCEEDED")
    // Without a policy the oldest goes.
    #expect(try await bench.engine.nodes(cluster: "c").map(\.index) == [2, 3, 4])
    let events = try await bench.engine.clusterEvents(cluster: "c").map { "\($0.action) \($0.status)" }
    let expected = ["CREATE", "SCALE_OUT", "SCALE_IN"].flatMap {
      ["CLUSTER_\($0) start", "CLUSTER_\($0) end"]
    }
    #expect(events == expected)
    let rows = try await bench.rows()
    #expect(rows["cloud_server"] == 3)
    #expect(rows["cloud_port"] == 3)
  }

  @Test func `a size beyond the bounds fails with the bound`() async throws {
    let bench = try await Workbench.withCluster(desired: 2, maxSize: 2)
    let out = try await bench.run(.scaleOut(count: 1))
    #expect(out.status == "FAILED")
    #expect(out.statusReason == "The target capacity (3) is greater than the cluster's max_size (2).")
    let cluster = try await bench.engine.cluster("c")
    #expect(cluster.status == "ACTIVE")
    #expect(cluster.desiredCapacity == 2)
    await #expect(throws: EngineError.self) { try await bench.engine.act(on: "c", .scaleOut(count: 0)) }
  }

  @Test(arguments: [
    (Resize(.exactCapacity, 4), 4), (Resize(.changeInCapacity, -1), 1), (Resize(.changeInPercentage, 50), 3),
    (Resize(.changeInPercentage, 10), 3), (Resize(.changeInPercentage, 10, minStep: 2), 4),
    (Resize(.changeInCapacity, 9, isStrict: false), 5), (Resize(minSize: 3, isStrict: false), 3),
    (Resize(.exactCapacity, 7, maxSize: 8), 7),
  ])
  func `a resize leads to its size`(_ resize: Resize, _ size: Int) async throws {
    let bench = try await Workbench.withCluster(desired: 2, maxSize: 5)
    let action = try await bench.run(.resize(resize))
    #expect(action.status == "SUCCEEDED", "\(action.statusReason)")
    #expect(try await bench.engine.nodes(cluster: "c").count == size)
    #expect(try await bench.engine.cluster("c").status == "ACTIVE")
  }

  @Test(arguments: [
    (Resize(.exactCapacity, 6), "The target capacity (6) is greater than the cluster's max_size (5)."),
    (Resize(.changeInCapacity, -2), "The target capacity (0) is less than the cluster's min_size (1)."),
    (
      Resize(minSize: 6),
      "The specified min_size (6) is greater than the current max_size (5) of the cluster."
    ),
    (Resize(), "Not enough parameters to do resize action."),
  ])
  func `a resize that cannot be is refused at once`(_ resize: Resize, _ message: String) async throws {
    let bench = try await Workbench.withCluster(desired: 2, maxSize: 5)
    await #expect(throws: EngineError(.invalid, "BadRequest", message)) {
      try await bench.engine.act(on: "c", .resize(resize))
    }
  }

  @Test(arguments: [("OLDEST_FIRST", [3, 4]), ("YOUNGEST_FIRST", [1, 2])])
  func `a deletion policy chooses who goes`(_ criteria: String, _ left: [Int]) async throws {
    let bench = try await Workbench.withCluster(desired: 4, maxSize: 5)
    let spec: Value = [
      "type": "senlin.policy.deletion", "version": "1.0", "properties": ["criteria": .string(criteria)],
    ]
    _ = try await bench.engine.createPolicy(name: "d", spec: spec)
    #expect(try await bench.run(.attachPolicy("d", enabled: true)).status == "SUCCEEDED")
    #expect(try await bench.run(.scaleIn(count: 2)).status == "SUCCEEDED")
    #expect(try await bench.engine.nodes(cluster: "c").map(\.index) == left)
  }

  @Test func `a scaling policy without best effort refuses what does not fit`() async throws {
    let bench = try await Workbench.withCluster(desired: 2, maxSize: 3)
    _ = try await bench.engine.createPolicy(name: "s", spec: Self.scaling(number: 2))
    _ = try await bench.run(.attachPolicy("s", enabled: true))
    let refused = try await bench.run(.scaleOut(count: nil))
    #expect(refused.status == "FAILED")
    #expect(refused.statusReason == "The target capacity (4) is greater than the cluster's max_size (3).")
    #expect(try await bench.engine.bindings(cluster: "c").first?.lastOperation == nil)
    #expect(try await bench.run(.updatePolicy("s", enabled: false)).status == "SUCCEEDED")
    #expect(try await bench.run(.scaleOut(count: nil)).status == "SUCCEEDED")
    #expect(try await bench.run(.detachPolicy("s")).status == "SUCCEEDED")
    #expect(try await bench.engine.cluster("c").policies.isEmpty)
  }

  @Test func `best effort takes what room there is`() async throws {
    let bench = try await Workbench.withCluster(desired: 2, maxSize: 3)
    _ = try await bench.engine.createPolicy(name: "s", spec: Self.scaling(number: 5, bestEffort: true))
    _ = try await bench.run(.attachPolicy("s", enabled: true))
    #expect(try await bench.run(.scaleOut(count: nil)).status == "SUCCEEDED")
    #expect(try await bench.engine.nodes(cluster: "c").count == 3)
  }

  @Test func `a second action waits outside while the first runs`() async throws {
    let bench = try await Workbench.withCluster(desired: 1, maxSize: 5, SimulationOptions(delay: 5))
    _ = try await bench.engine.act(on: "c", .scaleOut(count: 1))
    do {
      _ = try await bench.engine.act(on: "c", .scaleOut(count: 1))
      Issue.record("two actions ran on one cluster")
    } catch {
      #expect(["ResourceIsLocked", "ActionConflict"].contains(error.name))
    }
    await bench.pass()
    #expect(try await bench.engine.nodes(cluster: "c").count == 2)
  }

  @Test func `a node that cannot be made leaves the cluster in error`() async throws {
    let bench = try await Workbench(SimulationOptions(failing: [.create], failingEvery: 2))
    _ = try await bench.engine.createProfile(name: "p", spec: Workbench.serverSpec)
    let request = ClusterRequest(name: "c", profile: "p", minSize: 1, maxSize: 5, desiredCapacity: 2)
    let (_, id) = try await bench.engine.createCluster(request)
    await bench.engine.waitUntilIdle()
    let cluster = try await bench.engine.cluster("c")
    #expect(cluster.status == "WARNING")
    #expect(
      cluster.statusReason == "CLUSTER_CREATE: number of active nodes is below desired_capacity (2).")
    #expect(try await bench.engine.action(id).status == "FAILED")
    #expect(try await bench.engine.nodes().map(\.status).sorted() == ["ACTIVE", "ERROR"])
  }

  @Test func `a cluster goes with its nodes, receivers and bindings`() async throws {
    let bench = try await Workbench.withCluster(desired: 3, maxSize: 5)
    let receiver = ReceiverRequest(name: "r", cluster: "c", action: "CLUSTER_SCALE_OUT")
    _ = try await bench.engine.createReceiver(receiver)
    await #expect(throws: EngineError.self) { try await bench.engine.deleteProfile("p") }
    let id = try await bench.engine.deleteCluster("c")
    await bench.engine.waitUntilIdle()
    #expect(try await bench.engine.action(id).status == "SUCCEEDED")
    try await bench.engine.deleteProfile("p")
    #expect(Set(try await bench.rows().keys) == ["action", "cluster_event", "grdb_migrations"])
  }

  @Test(
    arguments: [
      (
        ["type": "senlin.policy.scaling", "version": "1.0", "properties": [:]],
        "Required spec item 'event' not provided"
      ),
      (
        ["type": "senlin.policy.deletion", "version": "1.0", "properties": ["criterion": "RANDOM"]],
        "Unrecognizable spec item 'criterion'"
      ),
      (
        ["type": "senlin.policy.bogus", "version": "1.0", "properties": [:]],
        "The policy_type 'senlin.policy.bogus-1.0' could not be found."
      ),
      (["type": "senlin.policy.batch", "version": "1.0"], "Required spec item 'properties' not provided"),
    ] as [(Value, String)])
  func `a policy whose spec is wrong is refused`(_ spec: Value, _ message: String) async throws {
    let bench = try await Workbench()
    do {
      _ = try await bench.engine.createPolicy(name: "x", spec: spec)
      Issue.record("the spec was accepted")
    } catch {
      #expect(error.message == message)
    }
  }

  @Test func `what is not there is named`() async throws {
    let bench = try await Workbench()
    await #expect(throws: EngineError(.notFound, "ResourceNotFound", "The cluster 'x' could not be found.")) {
      try await bench.engine.cluster("x")
    }
    let request = ClusterRequest(name: "c", profile: "nope")
    await #expect(
      throws: EngineError(.invalid, "BadRequest", "The specified profile 'nope' could not be found.")
    ) {
      try await bench.engine.createCluster(request)
    }
  }

  private static func scaling(number: Int, bestEffort: Bool = false) -> Value {
    [
      "type": "senlin.policy.scaling", "version": "1.0",
      "properties": [
        "event": "CLUSTER_SCALE_OUT",
        "adjustment": [
          "type": "CHANGE_IN_CAPACITY", "number": .integer(number), "best_effort": .bool(bestEffort),
        ],
      ],
    ]
  }
}

extension Workbench {
  static let serverSpec: Value = [
    "type": "os.nova.server", "version": "1.0",
    "properties": ["flavor": "m1.tiny", "image": "cirros", "networks": [["network": "net1"]]],
  ]

  /// A workbench with a cluster `c` of servers.
  static func withCluster(
    desired: Int, maxSize: Int, _ options: SimulationOptions = SimulationOptions()
  ) async throws -> Workbench {
    let bench = try await Workbench(options)
    _ = try await bench.engine.createProfile(name: "p", spec: serverSpec)
    let request = ClusterRequest(
      name: "c", profile: "p", minSize: 1, maxSize: maxSize, desiredCapacity: desired)
    _ = try await bench.engine.createCluster(request)
    if options.delay > 0 { await bench.pass() } else { await bench.engine.waitUntilIdle() }
    return bench
  }

  /// Runs an action of the cluster `c` to its end.
  func run(_ action: ClusterAction) async throws -> ActionRecord {
    let id = try await engine.act(on: "c", action)
    await engine.waitUntilIdle()
    return try await engine.action(id)
  }

  /// Lets time pass until nothing is left to do.
  func pass() async {
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        await engine.waitUntilIdle()
        return true
      }
      group.addTask {
        while !Task.isCancelled {
          clock.advance(5)
          await Task.yield()
        }
        return false
      }
      _ = await group.next()
      group.cancelAll()
    }
  }
}
